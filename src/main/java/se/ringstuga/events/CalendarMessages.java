package se.ringstuga.events;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of calendars and feeds; English stands in {@code messages/calendar_en.properties}. */
@MessageBundle("calendar")
public interface CalendarMessages {

    @Message("Kalender")
    String title();

    @Message("Kalender för {organization}")
    String titleOf(String organization);

    @Message("Lista")
    String list();

    @Message("Månad")
    String month();

    @Message("Årshjul")
    String year();

    @Message("Vyer")
    String views();

    @Message("Med lokalgrupperna")
    String withBelow();

    @Message("Utan lokalgrupperna")
    String withoutBelow();

    @Message("Inget är inplanerat just nu. Titta gärna in igen, eller prenumerera så dyker det upp av sig självt.")
    String empty();

    @Message("Ingenting den här månaden.")
    String emptyMonth();

    @Message("Ingenting är inplanerat {year} än.")
    String emptyYear(int year);

    @Message("Visa fler")
    String more();

    @Message("Inställt")
    String cancelled();

    @Message("Flyttat")
    String moved();

    @Message("Inställt: {title}")
    String cancelledTitle(String title);

    @Message("Inställt. {why}")
    String cancelledWhy(String why);

    @Message("Kontakt: {contact}")
    String ask(String contact);

    @Message("Flyttat från {when}.")
    String movedFrom(String when);

    @Message("{day} kl {from}–{to}")
    String during(String day, String from, String to);

    @Message("{firstDay} kl {from} till {lastDay} kl {to}")
    String across(String firstDay, String from, String lastDay, String to);

    @Message("Prenumerera på kalendern")
    String subscribe();

    @Message("Då kommer nya, flyttade och inställda aktiviteter av sig själva i din egen kalender, till exempel på"
            + " telefonen.")
    String subscribeText();

    @Message("Öppna i kalendern")
    String subscribeNow();

    @Message("Fungerar knappen inte, lägg till den här adressen som en prenumeration i kalenderprogrammet:")
    String subscribeByHand();

    @Message("Föregående")
    String before();

    @Message("Nästa")
    String after();

    @Message("i dag")
    String today();

    @Message("Årshjul {year} för {organization}")
    String wheelTitle(int year, String organization);

    @Message("Året som en cirkel: januari börjar överst och tiden går medurs. Varje sorts aktivitet har en egen ring."
            + " Samma {count} aktiviteter står månad för månad i listan efter bilden.")
    String wheelText(int count);

    @Message("Ringarna, utifrån och in")
    String rings();

    @Message("Övrigt")
    String otherKinds();

    @Message("Skriv ut på A4 och sätt upp i lokalen.")
    String printHint();

    @Message("Mina aktiviteter")
    String ownFeed();

    @Message("Nummer i hjulet")
    String numbered();

    @Message("Här ryms {most} aktiviteter. Det som ligger längst bort i tiden kan saknas.")
    String cut(int most);
}
