package se.ringstuga.messaging.sms;

import java.util.Optional;
import se.ringstuga.messaging.gateway.ProviderEvent;

/** Reads what one provider sends us. Pure: the same call reads the same, today and when it is read again. */
public sealed interface SmsWebhook permits TwilioWebhook, ElksWebhook, SandboxWebhook {

    /** Whether the provider itself has sent this. To be asked first; what is not genuine is answered 403 and forgotten. */
    boolean isGenuine(ProviderCall call);

    /** Empty for what is no news about a message of ours, such as a word the provider has invented since. */
    Optional<ProviderEvent> status(ProviderCall call);

    /** Empty for what is no text message to us. */
    Optional<InboundSms> inbound(ProviderCall call);

    /** What the provider reads as "nothing to answer" when it has told of a text to us; empty for an empty answer. */
    default String noAnswer() {
        return "";
    }
}
