package se.ringstuga.automations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What taking in those who fit already comes to; English in {@code messages/activation_en.properties}. */
@MessageBundle("activation")
public interface ActivationMessages {

    @Message("Av dem som har flyttat hit: {says}.")
    String ofMoved(String says);

    @Message(
            "Med dem blir det fler än {limit} personer som ni skriver till inom ett dygn. Då ska två organisatörer vara med på det: en som har skrivit flödet eller ber om det, och en annan som slår på.")
    String needsAnother(long limit);

    @Message("Sms-budgeten räcker inte till alla som redan passar in.")
    String noMoney();

    @Message("Be någon annan slå på")
    String ask();

    @Message("Du bad om det {when}. Nu kan en annan organisatör slå på.")
    String askedByYou(String when);

    @Message(
            "En annan organisatör bad {when} om att det slås på för dem som redan passar in. Läs igenom, och slå på om du håller med.")
    String askedByAnother(String when);
}
