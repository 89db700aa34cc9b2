package se.ringstuga.automations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How a flow begins, as it is chosen on a page; English in {@code messages/flowstart_en.properties}. */
@MessageBundle("flowstart")
public interface FlowStartMessages {

    @Message("Vad sätter igång det?")
    String whatStarts();

    @Message("Någon blir medlem")
    String joined();

    @Message("Så många dagar efter inträdet är det fortfarande nytt")
    String withinDays();

    @Message("Någon får en etikett")
    String tagged();

    @Message("Någon svarar på en enkät")
    String answered();

    @Message("Bara den som har valt något av det här i {survey}")
    String options(String survey);

    @Message("Vill du bara ha dem som väljer ett visst svar? Spara enkäten först och öppna det här igen.")
    String optionsLater();

    @Message("Också den som inte har svarat på allt")
    String partial();

    @Message("Någon har varit med på en aktivitet")
    String attended();

    @Message("vilken som helst")
    String anyKind();

    @Message("Någon har ringts utan att nås")
    String notReached();

    @Message("Så många gånger")
    String calls();

    @Message("alla ringlistor tillsammans")
    String anyList();

    @Message("Vi har inte hört av någon på länge")
    String nothingHeard();

    @Message("Så många dagar")
    String silentDays();

    @Message("Ett datum kommer")
    String date();

    @Message("Vilket datum?")
    String whichDate();

    @Message("Inträdet")
    String joinedOn();

    @Message("Sista dagen som är betald")
    String paidUntil();

    @Message("Ett svar i en enkät")
    String answer();

    @Message("Fråga")
    String question();

    @Message("Dagar")
    String dateDays();

    @Message("0 är på själva dagen.")
    String dateDaysHint();

    @Message("Före eller efter")
    String beforeOrAfter();

    @Message("före")
    String before();

    @Message("efter")
    String afterwards();

    @Message("Vilka får vara med?")
    String who();
}
