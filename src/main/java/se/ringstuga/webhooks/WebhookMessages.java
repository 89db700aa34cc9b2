package se.ringstuga.webhooks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of webhooks; English in {@code messages/webhooks_en.properties}. */
@MessageBundle("webhooks")
public interface WebhookMessages {

    @Message("Webhooks")
    String title();

    @Message(
            "Andra verktyg får veta när något händer. De får bara veta vad och vilket nummer det gäller, inga uppgifter om någon.")
    String lead();

    @Message("Mottagare")
    String endpoints();

    @Message("Ingen får veta något än.")
    String none();

    @Message("på")
    String on();

    @Message("avstängd")
    String off();

    @Message("Stängdes av {when}, för den tog inte emot.")
    String offFailing(String when);

    @Message("Stängdes av {when}.")
    String offBy(String when);

    @Message("Har inte tagit emot sedan {when}. Vi försöker igen.")
    String failing(String when);

    @Message("Skicka ett prov")
    String ping();

    @Message("Stäng av")
    String switchOff();

    @Message("Sätt på")
    String switchOn();

    @Message("Byt hemlighet")
    String replaceSecret();

    @Message("Du får en ny hemlighet, som ska in i verktyget. Den gamla gäller ett dygn till.")
    String replaceText();

    @Message("Byt hemligheten nu")
    String replaceYes();

    @Message("Ändra")
    String edit();

    @Message("Ändra ”{title}”")
    String editTitle(String title);

    @Message("Spara")
    String save();

    @Message("Någon annan har ändrat medan du skrev. Så här står det nu:")
    String changedMeanwhile();

    @Message("Ta bort")
    String remove();

    @Message(
            "Den får inte veta något mer, och allt som står om vad den har fått veta försvinner. Det går inte att ångra.")
    String removeText();

    @Message("Ta bort för gott")
    String removeYes();

    @Message("Sänd om allt som lades åt sidan")
    String replayAll();

    @Message("Lägg till en mottagare")
    String add();

    @Message("Vad heter den?")
    String name();

    @Message("Adress")
    String address();

    @Message("Börjar med https och går ut på internet.")
    String addressHint();

    @Message("Vad ska den få veta?")
    String types();

    @Message("Skriv ett namn, högst 100 tecken.")
    String nameWrong();

    @Message("Adressen ska börja med https och leda ut på internet.")
    String addressWrong();

    @Message("Välj minst en sak.")
    String typesWrong();

    @Message("Det finns redan tjugo mottagare. Ta bort någon som inte behövs.")
    String tooMany();

    @Message("Hemligheten visas bara nu. Lägg in den i verktyget, så kan det se att det är vi som hör av oss.")
    String secretOnce();

    @Message("Den gamla hemligheten gäller också till {when}.")
    String formerUntil(String when);

    @Message("Gå vidare")
    String goOn();

    @Message("Senast")
    String latest();

    @Message("Inget har hänt som någon skulle få veta.")
    String nothingYet();

    @Message("väntar")
    String waiting();

    @Message("framme")
    String delivered();

    @Message("lades åt sidan")
    String dead();

    @Message("Försök: {count}")
    String attempts(int count);

    @Message("Sänd om")
    String replay();

    @Message("Bara det som lades åt sidan")
    String onlyDead();

    @Message("Allt")
    String all();
}
