package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the sandbox's page. English stands in {@code messages/sandbox_en.properties}. */
@MessageBundle("sandbox")
public interface SandboxMessages {

    @Message("Sandlåda")
    String title();

    @Message(
            "Simulerat: inget härifrån når någon på riktigt. Så här ser era sms ut hos dem som får dem, och här kan du svara i deras ställe.")
    String simulated();

    @Message("Inga sms har kommit fram än. Skicka ett, så syns det här.")
    String none();

    @Message("Svara som {number}")
    String answerAs(String number);

    @Message("Skicka")
    String send();

    @Message("Avsändaren är ett namn och går inte att svara.")
    String oneWay();

    @Message("Nästa sms hit")
    String next();

    @Message("Spara")
    String save();

    @Message("kommer fram")
    String delivered();

    @Message("kommer inte fram")
    String failed();

    @Message("avvisas")
    String refused();

    @Message("får vänta en halv minut")
    String busy();

    @Message("ingen får veta")
    String silent();

    @Message("har spärrat er hos operatören")
    String stopped();

    @Message("numret finns inte")
    String unknownNumber();

    @Message("Skriv från ett annat nummer")
    String another();

    @Message("Från")
    String from();

    @Message("Till")
    String to();

    @Message("Text")
    String text();

    @Message("Visa fler telefoner")
    String more();
}
