package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Where a message or a broadcast is, and what became known of it; English stands in {@code messages/state_en.properties}. */
@MessageBundle("state")
public interface StateMessages {

    @Message("väntar")
    String queued();

    @Message("lämnas just över")
    String dispatching();

    @Message("oklart")
    String unknown();

    @Message("skickas inte")
    String skipped();

    @Message("hann inte skickas")
    String expired();

    @Message("avbrutet")
    String cancelled();

    @Message("skickat")
    String sent();

    @Message("kom inte fram")
    String failed();

    @Message("framme")
    String delivered();

    @Message("Väntar på sin tur. Det skickas {when}.")
    String queuedText(String when);

    @Message("Lämnas just nu över till den som förmedlar.")
    String dispatchingText();

    @Message(
            "Kontakten bröts medan meddelandet lämnades över, så ingen vet om det gick fram. Det skickas inte igen av sig självt, för då kunde det komma två gånger.")
    String unknownText();

    @Message("Det skickades inte: {why}.")
    String skippedText(String why);

    @Message("Tiden gick ut innan det kunde skickas.")
    String expiredText();

    @Message("Någon av er avbröt det innan det skickades.")
    String cancelledText();

    @Message("Skickat. Alla nät berättar inte när det kommer fram, så det kan stanna här.")
    String sentText();

    @Message("Det kom inte fram: {why}.")
    String failedText(String why);

    @Message("Det är framme hos mottagaren.")
    String deliveredText();

    @Message("utkast")
    String draft();

    @Message("börjar {when}")
    String begins(String when);

    @Message("skickas")
    String sending();

    @Message("pausat")
    String paused();

    @Message("klart")
    String done();

    @Message("Lämnades över till förmedlaren")
    String eventAccepted();

    @Message("Skickades i nätet")
    String eventSent();

    @Message("Kom fram")
    String eventDelivered();

    @Message("Kom inte fram")
    String eventFailed();

    @Message("Förmedlaren bad oss vänta")
    String eventLater();

    @Message("Svaret uteblev")
    String eventUnknown();

    @Message("{status}")
    String eventOther(String status);

    @Message("försök {attempt}")
    String attempt(int attempt);

    @Message("{price} {currency}")
    String price(String price, String currency);

    @Message("Skickades igen som ett nytt meddelande")
    String eventSentAgain();

    @Message("Stoppades av någon av er")
    String eventCancelled();

    @Message("Inget besked kom, så det räknas som att det inte kom fram")
    String eventNeverConfirmed();

    @Message("Avbröts medan det lämnades över")
    String eventInterrupted();
}
