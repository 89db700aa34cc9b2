package se.ringstuga.automations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is wrong in a flow that somebody writes, one sentence each; English in {@code messages/flowfault_en.properties}. */
@MessageBundle("flowfault")
public interface FlowFaultMessages {

    @Message("Skriv något här.")
    String missing();

    @Message("Det får vara högst {most} tecken. Nu är det {length}.")
    String tooLong(int most, int length);

    @Message("Det ser ut som ett personnummer, och sådana sparas aldrig.")
    String identityNumber();

    @Message("Här finns ett tecken som inte går att visa. Skriv om det i stället för att klistra in.")
    String control();

    @Message(
            "Texten ber om svar (”{words}”), men {sender} kan inte ta emot några. Be om svar med en länk, eller välj en avsändare med nummer.")
    String asksForAnswer(String words, String sender);

    @Message("Texten blir {parts} sms. Hos er är {most} det mesta.")
    String tooManyParts(int parts, int most);

    @Message("”{word}” är en ny dag för var och en som får det. Skriv utan dag, eller kryssa för att det är menat så.")
    String relativeDay(String word);

    @Message("Skriv ett helt tal mellan {least} och {most}.")
    String number(int least, int most);

    @Message("Skriv ett helt tal: högst {days} dagar, {hours} timmar eller {minutes} minuter.")
    String span(int days, int hours, int minutes);

    @Message("Skriv en tid, till exempel 10:00.")
    String time();

    @Message("Skriv en tid som är senare än den första.")
    String laterTime();

    @Message("Välj en etikett.")
    String tag();

    @Message("Skriv ett namn på högst 100 tecken, utan personnummer.")
    String newTag();

    @Message("Välj en ringlista som är öppen.")
    String assignment();

    @Message("Välj vad det bjuds in till.")
    String kind();

    @Message("Välj en aktivitet, eller vilken som helst.")
    String attendedKind();

    @Message("Välj en enkät som är öppen.")
    String survey();

    @Message("Välj en datumfråga i en enkät.")
    String question();

    @Message("Välj vilket datum det gäller.")
    String dateField();

    @Message("Villkoret pekar på något som inte finns längre. Välj det på nytt.")
    String filter();

    @Message("Välj vad som ska sätta igång flödet.")
    String trigger();

    @Message("Lägg till minst ett steg under Ja eller Nej.")
    String emptyBranch();

    @Message("Här ligger stegen för djupt. Sex nivåer är det mesta.")
    String tooDeep();

    @Message("Det är för många steg. {most} är det mesta.")
    String tooMany(int most);

    @Message("Lägg till minst ett steg.")
    String noSteps();

    @Message("Stegen för den som har flyttat hit hör bara ihop med ”när någon blir medlem”. Ta bort dem först.")
    String movedElsewhere();

    @Message("Steget går inte att använda som det är. Ändra det, eller ta bort det.")
    String other();

    @Message("Namnet ska ha 1 till 200 tecken.")
    String title();
}
