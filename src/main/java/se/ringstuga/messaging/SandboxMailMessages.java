package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of simulated e-mails. English stands in {@code messages/sandboxmail_en.properties}. */
@MessageBundle("sandboxmail")
public interface SandboxMailMessages {

    @Message("Sandlåda: e-post")
    String title();

    @Message("Inga brev lämnar den här installationen. Här ser du hur de hade sett ut när de kom fram.")
    String lead();

    @Message("Inga brev ännu. Skriv ett utskick med e-post så landar det här.")
    String none();

    @Message("Från")
    String from();

    @Message("Till")
    String to();

    @Message("Svar till")
    String replyTo();

    @Message("Avregistrering med ett klick")
    String oneClick();

    @Message("Visa äldre")
    String older();

    @Message("Sandlåda: telefoner")
    String phones();
}
