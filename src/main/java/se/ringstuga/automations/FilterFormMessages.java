package se.ringstuga.automations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** A simple condition as it is chosen on a page; English in {@code messages/filterform_en.properties}. */
@MessageBundle("filterform")
public interface FilterFormMessages {

    @Message("Alla")
    String everybody();

    @Message("Som det är: {what}")
    String keep(String what);

    @Message("Den som är med i ett segment")
    String segment();

    @Message("Villkoret tas som segmentet är nu. Ändras segmentet sedan ändras inte det här.")
    String segmentHint();

    @Message("Blev medlem nyligen")
    String joined();

    @Message("De senaste så många dagarna")
    String days();

    @Message("Lämna tomt för när som helst.")
    String anyTime();

    @Message("Har en etikett")
    String tag();

    @Message("Går att nå")
    String contact();

    @Message("Hur?")
    String contactHow();

    @Message("har ett mobilnummer")
    String hasMobile();

    @Message("har en e-postadress")
    String hasEmail();

    @Message("har ett telefonnummer")
    String hasPhone();

    @Message("Har ringts")
    String calls();

    @Message("Vad blev det?")
    String callResult();

    @Message("har pratat med oss")
    String reached();

    @Message("har inte nåtts")
    String notReached();

    @Message("har ringts, hur det än gick")
    String called();

    @Message("Minst så många gånger")
    String times();

    @Message("Har svarat på en enkät")
    String survey();

    @Message("Har med en aktivitet att göra")
    String event();

    @Message("Hur?")
    String eventResult();

    @Message("har varit med")
    String attended();

    @Message("har anmält sig")
    String signedUp();

    @Message("är bjuden utan att ha svarat")
    String invited();

    @Message("var anmäld men uteblev")
    String absent();

    @Message("har tackat nej")
    String cancelled();

    @Message("står i kö")
    String waiting();

    @Message("Slag av aktivitet")
    String kind();

    @Message("vilken som helst")
    String anyKind();

    @Message("Tvärtom: när det inte är så")
    String not();

    @Message("Välj något här.")
    String choose();

    @Message("Skriv ett helt tal mellan {least} och {most}.")
    String number(int least, int most);
}
