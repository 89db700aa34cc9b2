package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Why somebody was not sent a message, or why it did not arrive, as it is told of one person: in their timeline, to whoever
 * answers them, in the queue. Beside a number of people {@link WhyMessages} says the same shorter and in the plural, "6 saknar
 * mobilnummer", which is no end to a sentence about Anna; neither can be made of the other. English in
 * {@code messages/reasons_en.properties}.
 */
@MessageBundle("reasons")
public interface ReasonMessages {

    @Message("har skyddade uppgifter")
    String restricted();

    @Message("ska inte kontaktas förrän en organisatör har bestämt vad som gäller")
    String stopped();

    @Message("kan vara under 16 år")
    String mayBeUnder16();

    @Message("har avböjt sådana meddelanden")
    String optedOut();

    @Message("är inte medlem och har inte sagt ja till att bli kontaktad")
    String noConsent();

    @Message("har inget mobilnummer eller ingen e-postadress som går att använda")
    String noAddress();

    @Message("har ett nummer eller en adress som sagt stopp")
    String suppressedAddress();

    @Message("kontaktad nyligen av en annan del av organisationen")
    String contactedElsewhere();

    @Message("kontaktad nyligen av er")
    String contactedHere();

    @Message("kan inte nås före sista tiden utan att väckas")
    String quietHours();

    @Message("kan inte nås före sista tiden, för föreningen har stängt")
    String closedDays();

    @Message("delar nummer med någon som redan får samma text")
    String sharedNumber();

    @Message("delar nummer med andra, och tiden räcker inte till alla i hushållet")
    String noTime();

    @Message("sms-budgeten är slut")
    String budget();

    @Message("hann inte skickas i tid")
    String expired();

    @Message("stoppades innan det skickades")
    String cancelled();

    @Message("leverantören har aldrig bekräftat det")
    String neverConfirmed();

    @Message("avbröts medan det skickades, så ingen vet om det kom fram")
    String interrupted();

    @Message("ingen skickar sådana meddelanden här")
    String noCarrier();

    @Message("det som meddelandet handlar om är inställt")
    String eventCancelled();

    @Message("det som meddelandet handlar om har flyttats")
    String eventMoved();

    @Message("det som meddelandet handlar om har redan börjat")
    String eventOver();

    @Message("hör inte längre till dem som meddelandet är för")
    String noLongerMeant();

    @Message("regeln eller flödet är avstängt")
    String switchedOff();

    @Message("har lämnat flödet")
    String flowEnded();

    @Message("leverantören svarade {code}")
    String provider(String code);
}
