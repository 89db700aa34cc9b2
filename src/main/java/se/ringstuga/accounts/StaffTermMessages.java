package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of how long staff have access and of what they leave; English in {@code messages/staffterm_en.properties}. */
@MessageBundle("staffterm")
public interface StaffTermMessages {

    @Message("till och med {day}")
    String until(String day);

    @Message("gick ut {day}")
    String ended(String day);

    @Message("Förläng")
    String renew();

    @Message("Din egen behörighet förlängs av en annan administratör.")
    String notYourOwn();

    @Message("Ta bort {name}?")
    String removalTitle(String name);

    @Message(
            "{name} loggas ut överallt med en gång, och nycklar och inbjudningar från {name} slutar fungera. Uppdrag och möten blir kvar.")
    String removalText(String name);

    @Message("Att lämna över")
    String held();

    @Message("Inget är på gång i {name}s namn.")
    String nothingHeld(String name);

    @Message("Avbryt")
    String cancel();

    @Message("Lämna över efter {name}")
    String handoverTitle(String name);

    @Message(
            "Det här har {name} på gång. Den som tar över får ringlistor, utkast och uppföljningar i sitt namn och blir den som"
                    + " medlemmarna frågar om mötena.")
    String handoverText(String name);

    @Message(
            "Nycklar lämnas aldrig över: den som tar över gör en egen. Ett månadsutskick som gick ut av sig självt väntar på"
                    + " godkännande tills den nya har slagit på det igen.")
    String staysBehind();

    @Message("Lämna över…")
    String handoverLink();

    @Message("Lämna över")
    String handOver();

    @Message("Vem tar över?")
    String taker();

    @Message("Välj…")
    String choose();

    @Message("Välj vem som tar över.")
    String takerMissing();

    @Message("Ingen annan här kan ta över. Bjud in någon först.")
    String nobodyToTake();

    @Message(
            "{#if count == 1}En sak är överlämnad.{#else if count == 0}Det fanns inget att lämna över.{#else}{count} saker är överlämnade.{/if}")
    String handed(long count);

    @Message("Kvar efter dem som har slutat")
    String leftBehind();

    @Message("Det här står kvar i namn på dem som inte har behörighet längre. Låt någon ta över.")
    String leftBehindText();

    @Message("{#if count == 1}En sak{#else}{count} saker{/if}")
    String things(long count);

    @Message("Följer {name}: slutar fungera när {name} inte har behörighet längre")
    String follows(String name);

    @Message("Vilar")
    String resting();

    @Message(
            "En nyckel gäller så länge den som gjorde den har sin behörighet, och får aldrig göra mer än den personen får."
                    + " Tas behörigheten bort slutar nyckeln för gott; går den ut vilar nyckeln tills den förlängs.")
    String tokensFollow();

    @Message("Det som använder nyckeln slutar fungera med en gång, och den går inte att få tillbaka.")
    String revokeText();

    @Message("Ja, återkalla {title}")
    String revokeYes(String title);

    @Message("API-nyckel, slutar fungera")
    String token();

    @Message("API-nyckel, lämnas inte över")
    String tokenStays();

    @Message("Ringlista")
    String assignment();

    @Message("Påbörjad ringlista")
    String assignmentDraft();

    @Message("Uppföljning av ett samtal")
    String followUp();

    @Message("Ringstuga")
    String ringstuga();

    @Message("Utkast till utskick")
    String broadcastDraft();

    @Message("Godkänt utskick, går ut som det är")
    String broadcast();

    @Message("Månadsutskick")
    String recurring();

    @Message("Möte")
    String event();

    @Message("Mötesserie")
    String series();

    @Message("Flöde")
    String automation();

    @Message("Påbörjat flöde")
    String automationDraft();

    @Message("Webhook")
    String webhook();

    @Message("Enkät")
    String survey();
}
