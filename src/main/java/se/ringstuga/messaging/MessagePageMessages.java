package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of one message; English stands in {@code messages/message_en.properties}. */
@MessageBundle("message")
public interface MessagePageMessages {

    @Message("Inget är skickat än. Rätta det som är markerat.")
    String faulty();

    @Message("SMS till {name}")
    String smsTo(String name);

    @Message("E-post till {name}")
    String emailTo(String name);

    @Message("Till {address}")
    String to(String address);

    @Message("Skicka ett till")
    String another();

    @Message("Så lyder det")
    String reads();

    @Message("Vad som har hänt")
    String events();

    @Message("Inget har hänt än. Sidan uppdateras av sig själv.")
    String noEvents();

    @Message("Ämne")
    String subject();

    @Message("Meddelande")
    String text();

    @Message("Varför skriver du?")
    String purpose();

    @Message("Information")
    String purposeInformation();

    @Message("Något hon eller han har bett om")
    String purposeRequested();

    @Message("Kommer fram också på natten och utan väntetid")
    String purposeRequestedHint();

    @Message("Avsändare")
    String sender();

    @Message("kan besvaras")
    String answerable();

    @Message("kan inte besvaras")
    String notAnswerable();

    @Message("Skicka")
    String send();

    @Message("Förhandsgranska")
    String preview();

    @Message("Skriv några ord först.")
    String textMissing();

    @Message("Texten är för lång: högst {most} tecken.")
    String textTooLong(int most);

    @Message("Skriv ett ämne.")
    String subjectMissing();

    @Message("Det finns ingen avsändare än. Lägg till ett nummer eller ett namn i inställningarna.")
    String noSender();

    @Message("Ingen förmedlar sådana meddelanden här än. Den som sköter installationen väljer en förmedlare.")
    String noGateway();

    @Message("Det ryms ingen tid före natten. Pröva i morgon.")
    String tooLate();

    @Message("Det gick inte att ta emot. Kontrollera texten och försök igen.")
    String refused();

    @Message("Skicka igen")
    String again();

    @Message("Utskicket är avbrutet, så det här skickas inte igen. Skriv till personen i stället.")
    String broadcastCancelled();

    @Message("Stoppa")
    String stop();

    @Message("Skicka igen?")
    String againTitle();

    @Message("Ingen vet om det första kom fram. Skickar du igen kan {name} få det två gånger.")
    String againTwice(String name);

    @Message("Det första kom inte fram. {name} får samma text igen, till det nummer eller den adress som gäller nu.")
    String againText(String name);

    @Message("Ja, skicka igen")
    String againYes();

    @Message("Tillbaka")
    String back();

    @Message("Ett annat meddelande gäller i stället för det här.")
    String replaced();

    @Message("Visa det")
    String showIt();
}
