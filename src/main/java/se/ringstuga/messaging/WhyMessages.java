package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Why some do not get a message, as it is said beside their number, "6 saknar mobilnummer", and in the lists that such a number
 * opens. It knows the channel, and so whether a number or an address is missing; {@link ReasonMessages} says it of one person,
 * after their name, and has words for every code. English stands in {@code messages/why_en.properties}.
 */
@MessageBundle("why")
public interface WhyMessages {

    @Message("skyddade")
    String restricted();

    @Message("ska inte kontaktas")
    String stopped();

    @Message("kan vara under 16 år")
    String mayBeUnder16();

    @Message("har valt bort {channel}")
    String optedOut(String channel);

    @Message("inte medlemmar och har inte sagt ja")
    String noConsent();

    @Message("saknar mobilnummer")
    String noMobile();

    @Message("saknar e-post")
    String noEmail();

    @Message("saknar både mobilnummer och e-post")
    String noAddress();

    @Message("nås inte, för {channel} skickas inte härifrån")
    String noCarrier(String channel);

    @Message("har bett oss sluta använda numret")
    String suppressedNumber();

    @Message("har bett oss sluta använda adressen")
    String suppressedAddress();

    @Message("kontaktade nyligen av en annan del av organisationen")
    String contactedElsewhere();

    @Message("kontaktade nyligen av er")
    String contactedHere();

    @Message("delar nummer med någon som får det")
    String sharedNumber();

    @Message("hinner inte före natten")
    String quietHours();

    @Message("hinner inte innan föreningen stänger")
    String closedDays();

    @Message("hinner inte innan tiden går ut")
    String noTime();

    @Message("ryms inte i budgeten")
    String budget();

    @Message("får en för lång text")
    String tooLong();

    @Message("fick inget besked på ett dygn")
    String neverConfirmed();

    @Message("tiden gick ut")
    String expired();

    @Message("avbrutna")
    String cancelled();

    @Message("numret går inte att nå ({code})")
    String badNumber(String code);

    @Message("mottagaren har bett operatören sluta ({code})")
    String providerOptOut(String code);

    @Message("SMS")
    String sms();

    @Message("e-post")
    String email();

    @Message("SMS och e-post")
    String both();

    @Message("avbröts medan det skickades")
    String interrupted();
}
