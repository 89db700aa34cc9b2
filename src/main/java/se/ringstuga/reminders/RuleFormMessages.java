package se.ringstuga.reminders;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the form of a reminder rule; English in {@code messages/rule_en.properties}. */
@MessageBundle("rule")
public interface RuleFormMessages {

    @Message("Ny påminnelse")
    String titleNew();

    @Message("Ändra påminnelsen")
    String titleEdit();

    @Message("Bara för {event}")
    String onlyFor(String event);

    @Message("För alla {kind}")
    String forKind(String kind);

    @Message("För vilken sorts aktivitet?")
    String kind();

    @Message("Namn, som bara ni ser")
    String name();

    @Message("När och till vem?")
    String aim();

    @Message("Före, till de anmälda")
    String beforeSignedUp();

    @Message("Före, till dem som det är till för och som inte har svarat")
    String beforeUnanswered();

    @Message("Före, till ett urval av medlemmarna")
    String beforeSegment();

    @Message("Efter, till dem som kom")
    String afterAttended();

    @Message("Efter, till anmälda som inte kom")
    String afterAbsent();

    @Message("När tiden ändras, till anmälda och väntande")
    String moved();

    @Message("När platsen ändras, till anmälda och väntande")
    String relocated();

    @Message("När det ställs in, till anmälda och väntande")
    String cancelled();

    @Message("När någon får en plats från väntelistan")
    String promoted();

    @Message("När någon har svarat JA eller NEJ")
    String answered();

    @Message("Urval")
    String segment();

    @Message("Välj urval")
    String segmentChoose();

    @Message("Det urval som är valt nu")
    String segmentStored();

    @Message("Hur långt före eller efter?")
    String timing();

    @Message(
            "Gäller inte när tiden eller platsen ändras, det ställs in eller någon får en plats eller svarar: då skickas det genast.")
    String timingHint();

    @Message("Så många dagar, vid ett klockslag")
    String byDays();

    @Message("Så många timmar eller minuter")
    String byMinutes();

    @Message("Dagar")
    String days();

    @Message("Klockslag")
    String time();

    @Message("Antal")
    String amount();

    @Message("timmar")
    String unitHours();

    @Message("minuter")
    String unitMinutes();

    @Message("Hur sent får det skickas?")
    String useful();

    @Message("Så länge det är till nytta")
    String usefulUsual();

    @Message("{minutes} minuter för sent")
    String usefulMinutes(String minutes);

    @Message("En timme för sent")
    String anHour();

    @Message("{count} timmar för sent")
    String hours(int count);

    @Message("Ett dygn för sent")
    String aDay();

    @Message("Två dygn för sent")
    String twoDays();

    @Message("Hur?")
    String channel();

    @Message("Sms, eller e-post till den som bara nås så")
    String firstAllowed();

    @Message("Bara sms")
    String sms();

    @Message("Bara e-post")
    String email();

    @Message("Fråga om de kommer")
    String asks();

    @Message("Svaret JA eller NEJ ändrar anmälan. Gäller bara före.")
    String asksHint();

    @Message("Det är en kallelse")
    String summons();

    @Message("Går även till dem som tackat nej till information. Gäller bara före, till dem som inte har anmält sig.")
    String summonsHint();

    @Message("Text i sms")
    String smsText();

    @Message("Ämne i e-post")
    String subject();

    @Message("Text i e-post")
    String emailText();

    @Message("Fält som fylls i när texten skickas: {fields}")
    String fields(String fields);

    @Message("Jag menar dagen precis som den står")
    String dayMeant();

    @Message("Visa hur det blir")
    String preview();

    @Message("Så här blir det för någon påhittad")
    String previewTitle();

    @Message("Spara")
    String save();

    @Message("Tillbaka")
    String back();

    @Message("Ta bort påminnelsen")
    String archive();

    @Message("Inget mer skickas. Det som redan är skickat finns kvar i historiken.")
    String archiveText();

    @Message("Inget sparades. Rätta det som är markerat. Det du skrev är kvar.")
    String faulty();

    @Message("Någon annan har ändrat under tiden.")
    String changedSince();

    @Message("Så här står det nu. Sparar du en gång till gäller det du har skrivit.")
    String standsNow();

    @Message("Ja")
    String yes();

    @Message("Nej")
    String no();

    @Message("Ingenting")
    String nothing();

    @Message("Välj när och till vem.")
    String aimMissing();

    @Message("Skriv en rubrik.")
    String titleMissing();

    @Message("Välj en sort.")
    String kindMissing();

    @Message("Välj ett urval som finns.")
    String segmentMissing();

    @Message("Skriv vad som ska stå i sms:et.")
    String smsMissing();

    @Message("Skriv ett ämne.")
    String subjectMissing();

    @Message("Skriv vad som ska stå i e-posten.")
    String emailMissing();

    @Message("Skriv högst {most} tecken.")
    String tooLong(int most);

    @Message("Skriv ett klockslag som 17.00.")
    String timeWrong();

    @Message("Skriv ett helt tal, högst {most}.")
    String numberWrong(int most);

    @Message(
            "Texten går inte att skicka så. Se efter att fälten inom klamrar finns, att den inte är för lång och att den inte ber om svar som avsändaren inte kan ta emot.")
    String smsWrong();

    @Message("Texten går inte att skicka så. Se efter att fälten inom klamrar finns.")
    String textWrong();

    @Message(
            "Texten nämner en dag som kan vara en annan när den skickas. Skriv {field} i stället, eller säg att du menar den.")
    String dayWrong(String field);

    @Message("Det här går inte ihop. Välj på nytt.")
    String otherWrong();

    @Message("Inga påminnelser här än")
    String emptyTitle();

    @Message("De vanliga läggs upp av sig själva inom någon minut. Du kan också skriva en egen.")
    String emptyText();

    @Message("Vad som gäller här")
    String ofEvent();

    @Message("gäller för alla av samma sort")
    String ofKind();

    @Message("bara här")
    String ofThisEvent();

    @Message("gäller inte här")
    String excepted();

    @Message("Skicka inte här")
    String except();

    @Message("Skicka här igen")
    String include();
}
