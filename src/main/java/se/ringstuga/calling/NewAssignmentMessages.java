package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page where chosen people become a call list; English in {@code messages/calllist_en.properties}. */
@MessageBundle("calllist")
public interface NewAssignmentMessages {

    @Message("Gör en ringlista")
    String title();

    @Message("De här ringer ni i stället. Listan öppnas genast och gäller i högst 30 dagar.")
    String text();

    @Message("Namn på ringlistan")
    String name();

    @Message("Vad ska den som ringer säga?")
    String script();

    @Message("Erbjud anmälan till aktiviteter")
    String events();

    @Message("Den som ringer ser de närmaste av de här slagen och kan anmäla personen.")
    String eventsText();

    @Message("Gör listan")
    String make();

    @Message("Skriv ett namn med högst 200 tecken.")
    String nameMissing();

    @Message("Urvalet gick inte att läsa. Gå tillbaka och välj igen.")
    String unreadable();

    @Message("Ringlistan är öppen")
    String made();

    @Message("{count} personer står i kön. Bjud in dem som ska ringa, så börjar de på sin egen telefon.")
    String madeText(long count);

    @Message("En person står i kön. Bjud in den som ska ringa.")
    String madeTextOne();

    @Message("Bjud in ringare")
    String invite();

    @Message("Fler val")
    String moreChoices();

    @Message("Till utskicken")
    String back();
}
