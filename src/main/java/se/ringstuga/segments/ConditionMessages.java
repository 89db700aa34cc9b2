package se.ringstuga.segments;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of conditions on the page on which a filter is built. English in {@code messages/conditions_en.properties}. */
@MessageBundle("conditions")
public interface ConditionMessages {

    @Message("Alla ska stämma")
    String all();

    @Message("Minst ett ska stämma")
    String any();

    @Message("Inget får stämma")
    String none();

    @Message("Välj …")
    String choose();

    @Message("Medlemskap")
    String membershipHeading();

    @Message("Personen")
    String personHeading();

    @Message("Enkäter")
    String surveysHeading();

    @Message("Samtal, utskick och aktiviteter")
    String contactHeading();

    @Message("Grupp i gruppen")
    String groupsHeading();

    @Message("Blev medlem")
    String kindJoined();

    @Message("Betalt till")
    String kindPaid();

    @Message("Hör till en förening")
    String kindOrganization();

    @Message("Har en etikett")
    String kindTag();

    @Message("En uppgift om personen")
    String kindField();

    @Message("Går att nå")
    String kindReachable();

    @Message("Har svarat på en enkät")
    String kindAnswered();

    @Message("Valde ett svar")
    String kindOption();

    @Message("Skrev något i ett svar")
    String kindWritten();

    @Message("Svarade ja, nej eller på en skala")
    String kindValue();

    @Message("Samtal")
    String kindCalls();

    @Message("Ett utskick")
    String kindBroadcast();

    @Message("Har fått meddelanden")
    String kindMessaged();

    @Message("Aktiviteter")
    String kindEvents();

    @Message("Antal dagar bakåt")
    String withinDays();

    @Message("Efter datum")
    String after();

    @Message("Före datum")
    String before();

    @Message("Förening")
    String organization();

    @Message("Hur många av dem")
    String match();

    @Message("Minst en av")
    String anyOf();

    @Message("Alla")
    String allOf();

    @Message("Ingen av")
    String noneOf();

    @Message("Etiketter")
    String tags();

    @Message("Uppgift")
    String field();

    @Message("Jämförelse")
    String operator();

    @Message("är")
    String equalTo();

    @Message("innehåller")
    String containing();

    @Message("börjar på")
    String startsWith();

    @Message("är något av")
    String in();

    @Message("är minst")
    String atLeast();

    @Message("är högst")
    String atMost();

    @Message("saknas")
    String isEmpty();

    @Message("Vad")
    String valueLabel();

    @Message("Vad, med komma mellan")
    String valuesLabel();

    @Message("Hur")
    String means();

    @Message("på mobil")
    String hasMobile();

    @Message("på telefon")
    String hasPhone();

    @Message("med e-post")
    String hasEmail();

    @Message("Enkät")
    String survey();

    @Message("Räkna även halvfyllda svar")
    String includingPartial();

    @Message("Fråga")
    String question();

    @Message("Vilken fråga som helst")
    String anyQuestion();

    @Message("Något av svaren")
    String options();

    @Message("Ord i svaret")
    String contains();

    @Message("Minst (ja är 1)")
    String valueFrom();

    @Message("Högst (nej är 0)")
    String valueTo();

    @Message("Minst antal gånger")
    String timesLabel();

    @Message("Vad som hände")
    String result();

    @Message("Någon har ringt")
    String called();

    @Message("Någon har nått personen")
    String reached();

    @Message("Någon har ringt men ingen har nått personen")
    String notReached();

    @Message("Ringlista")
    String assignment();

    @Message("Vilken ringlista som helst")
    String anyList();

    @Message("Utskick")
    String broadcast();

    @Message("Hur det gick")
    String fate();

    @Message("Hur det än gick")
    String anyOutcome();

    @Message("Skäl, som koder med komma mellan")
    String reasons();

    @Message("Hur")
    String channel();

    @Message("Sms eller e-post")
    String anyChannel();

    @Message("Sms")
    String sms();

    @Message("E-post")
    String email();

    @Message("Aktivitet")
    String event();

    @Message("Vilken aktivitet som helst")
    String anyEvent();

    @Message("Slag av aktivitet")
    String kinds();

    @Message("En enda aktivitet")
    String events();

    @Message("Var med")
    String attended();

    @Message("Anmälde sig")
    String signedUp();

    @Message("Är bjuden, har inte svarat")
    String invited();

    @Message("Står i kö")
    String queuing();

    @Message("Tackade nej")
    String cancelled();

    @Message("Var anmäld men kom inte")
    String absent();
}
