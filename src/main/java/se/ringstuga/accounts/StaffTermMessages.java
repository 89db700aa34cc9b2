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

    @Message("API-nyckel, slutar fungera")
    String token();

    @Message("Ringlista")
    String assignment();

    @Message("Utskick på väg")
    String broadcast();

    @Message("Månadsutskick")
    String recurring();

    @Message("Möte")
    String event();

    @Message("Flöde")
    String automation();

    @Message("Webhook")
    String webhook();

    @Message("Enkät")
    String survey();
}
