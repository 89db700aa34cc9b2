package se.ringstuga.segments;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on which a filter is built. English in {@code messages/builder_en.properties}. */
@MessageBundle("builder")
public interface BuilderMessages {

    @Message("Nytt urval")
    String newTitle();

    @Message("Ändra urvalet")
    String editTitle();

    @Message("Lägg till villkor och se direkt vilka som är med.")
    String lead();

    @Message("Namn på urvalet")
    String name();

    @Message("Skriv ett namn med högst 200 tecken.")
    String titleMissing();

    @Message("Villkor")
    String conditions();

    @Message("Så hänger de ihop")
    String how();

    @Message("Alla ska stämma")
    String all();

    @Message("Minst ett ska stämma")
    String any();

    @Message("Inget får stämma")
    String none();

    @Message("Grupp")
    String group();

    @Message("Ska stämma")
    String isSo();

    @Message("Ska inte stämma")
    String isNotSo();

    @Message("Ska det stämma?")
    String whether();

    @Message("Lägg till")
    String add();

    @Message("Nytt villkor")
    String addWhat();

    @Message("Nytt villkor i gruppen")
    String addInGroup();

    @Message("Ta bort")
    String remove();

    @Message("Flytta upp")
    String up();

    @Message("Flytta ned")
    String down();

    @Message("Välj …")
    String choose();

    @Message("Visa svarsalternativ")
    String refresh();

    @Message("Uppdatera")
    String refreshField();

    @Message("Välj en fråga och visa dess svar.")
    String noOptions();

    @Message("Räkna")
    String count();

    @Message("Vilka är med?")
    String outcome();

    @Message("Fyll i villkoren, så visas vilka som är med.")
    String unfinished();

    @Message("Några av dem")
    String sample();

    @Message("Spara urvalet")
    String save();

    @Message("Avbryt")
    String cancel();

    @Message("Något villkor är inte ifyllt än.")
    String check();

    @Message("Urvalet är inte sparat än. Det som behöver fyllas i står vid sitt villkor.")
    String notSaved();

    @Message("Någon annan sparade urvalet under tiden. Ditt förslag är kvar nedanför; spara igen om det ska gälla.")
    String changed();

    @Message("Så sparade den andra det")
    String changedTo();

    @Message("Urvalet används. När du sparar ändras vilka det gäller här:")
    String usedBy();

    @Message("Fyll i villkoret, eller ta bort det.")
    String wrongCondition();

    @Message("Det ser ut som ett personnummer. Sådana sparas aldrig.")
    String wrongIdentity();

    @Message("Det som villkoret pekar på finns inte här längre. Välj något annat.")
    String wrongGone();

    @Message("Urvalet är för stort eller har för många grupper i varandra. Ta bort något.")
    String wrongTooMany();

    @Message("Välj antingen dagar bakåt eller datum, inte båda.")
    String wrongBoth();

    @Message("Den jämförelsen passar inte uppgiften. Välj en annan.")
    String wrongOperator();

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
