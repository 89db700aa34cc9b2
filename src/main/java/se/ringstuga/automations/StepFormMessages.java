package se.ringstuga.automations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The kinds of steps and the fields of their forms; English in {@code messages/flowstep_en.properties}. */
@MessageBundle("flowstep")
public interface StepFormMessages {

    @Message("Sms")
    String sms();

    @Message("Till den som har ett mobilnummer.")
    String smsHint();

    @Message("E-post")
    String email();

    @Message("Ett brev med ämne.")
    String emailHint();

    @Message("Sms eller e-post")
    String either();

    @Message("Det som personen helst vill ha, annars sms, annars e-post. Aldrig båda.")
    String eitherHint();

    @Message("Ringlista")
    String call();

    @Message("Sätter upp personen på en lista att ringa.")
    String callHint();

    @Message("Inbjudan")
    String invite();

    @Message("Till nästa aktivitet av ett slag, så snart det finns en.")
    String inviteHint();

    @Message("Vänta en tid")
    String waitTime();

    @Message("Stängda dagar räknas inte.")
    String waitTimeHint();

    @Message("Vänta till ett klockslag")
    String waitUntil();

    @Message("Så att inget kommer mitt i natten eller för sent på dagen.")
    String waitUntilHint();

    @Message("Vänta tills något händer")
    String waitFor();

    @Message("Eller tills tiden har gått ut. Det kan gå två vägar.")
    String waitForHint();

    @Message("Fråga")
    String branch();

    @Message("Är det så går det en väg, annars en annan.")
    String branchHint();

    @Message("Sätt en etikett")
    String tag();

    @Message("På personen.")
    String tagHint();

    @Message("Ta bort en etikett")
    String untag();

    @Message("Från personen.")
    String untagHint();

    @Message("Säg till organisatörerna")
    String tellUs();

    @Message("Ett meddelande till er, ett för alla som kommer hit samtidigt.")
    String tellUsHint();

    @Message("Berätta för andra verktyg")
    String webhook();

    @Message("Till de webhooks som lyssnar.")
    String webhookHint();

    @Message("Här finns inget att välja. De webhooks som lyssnar på automatiseringar får veta vem som kom hit.")
    String webhookText();

    @Message("Text")
    String text();

    @Message("Dagen i texten är menad så, vilken dag det än skickas")
    String relativeDayMeant();

    @Message("Du kan skriva {fields}.")
    String fields(String fields);

    @Message("Vad ska det stå?")
    String tellText();

    @Message("Ämne")
    String subject();

    @Message("Vad är det?")
    String purpose();

    @Message("En välkomsthälsning")
    String purposeWelcome();

    @Message("Till den som nyss har blivit medlem.")
    String purposeWelcomeHint();

    @Message("Information")
    String purposeInformation();

    @Message("Den som har tackat nej till information får det inte.")
    String purposeInformationHint();

    @Message("Ska en enkät följa med?")
    String surveyLabel();

    @Message("Nej")
    String surveyNone();

    @Message("En kort enkät till den som är ny")
    String surveyOwn();

    @Message("Den görs åt dig när du slår på. Skriv {link} där adressen ska stå.")
    String surveyOwnHint(String link);

    @Message("En som ni har")
    String surveyChosen();

    @Message("Skriv {link} där adressen ska stå.")
    String surveyChosenHint(String link);

    @Message("Enkät")
    String surveyOne();

    @Message("Senast så många timmar efter sin tid")
    String withinHours();

    @Message("Blir det senare hoppas steget över, så att inget kommer för gammalt.")
    String withinHoursHint();

    @Message("Vilken lista?")
    String list();

    @Message("En egen, som görs när du slår på")
    String listOwn();

    @Message("Vad ska den heta?")
    String listTitle();

    @Message("En som ni har")
    String listChosen();

    @Message("Ringlista")
    String listOne();

    @Message("Etikett")
    String whichTag();

    @Message("Eller skriv en ny")
    String newTag();

    @Message("Ni har inga etiketter än.")
    String noTags();

    @Message("Vad bjuds det in till?")
    String whatKind();

    @Message("Vänta så många dagar om ingen är planerad")
    String inviteDays();

    @Message("Sedan får ni veta det, och personen går vidare.")
    String inviteDaysHint();

    @Message("Hur länge?")
    String amount();

    @Message("Som längst hur länge?")
    String amountMost();

    @Message("Dagar, timmar eller minuter")
    String unit();

    @Message("dagar")
    String unitDays();

    @Message("timmar")
    String unitHours();

    @Message("minuter")
    String unitMinutes();

    @Message("Hur länge väntar vi?")
    String patience();

    @Message("En viss tid")
    String patienceSpan();

    @Message("Till en viss dag i flödet")
    String patienceDay();

    @Message("Dag, räknat från den dag personen kom med")
    String untilDay();

    @Message("Från klockan")
    String from();

    @Message("Till klockan")
    String to();

    @Message("Den som kommer mellan de två går vidare på en gång. Lämna tomt om det alltid ska vara exakt då.")
    String toHint();

    @Message("Gäller det här för personen?")
    String askAbout();

    @Message("Vad väntar vi på?")
    String waitForWhat();

    @Message("Stegen för ja och nej lägger du till efteråt.")
    String waysAfter();
}
