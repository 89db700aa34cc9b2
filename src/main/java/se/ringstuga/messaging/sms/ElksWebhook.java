package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;

/** What 46elks sends us. It signs nothing: who knows the address is taken for 46elks, so it must not reach any log. */
public final class ElksWebhook implements SmsWebhook {

    private static final Map<String, DeliveryStatus> WORDS = Map.of(
            "created", DeliveryStatus.ACCEPTED,
            "sent", DeliveryStatus.SENT,
            "failed", DeliveryStatus.FAILED,
            "delivered", DeliveryStatus.DELIVERED);

    private final byte[] path;

    ElksWebhook(HookAddresses addresses) {
        this.path = addresses.path(ElksGateway.NAME).getBytes(UTF_8);
    }

    @Override
    public boolean isGenuine(ProviderCall call) {
        var asked = call.path().substring(0, Math.max(0, call.path().lastIndexOf('/')));
        return MessageDigest.isEqual(path, asked.getBytes(UTF_8));
    }

    @Override
    public Optional<ProviderEvent> status(ProviderCall call) {
        var form = call.form();
        return CallbackQuery.read(call.queryParameters())
                .flatMap(query -> form.filled("id")
                        .flatMap(id -> form.filled("status")
                                .flatMap(word -> Optional.ofNullable(WORDS.get(word)))
                                .map(status -> new ProviderEvent(
                                        ElksGateway.NAME,
                                        id,
                                        query.messageId(),
                                        query.attempt(),
                                        status,
                                        status == DeliveryStatus.FAILED ? "failed" : null,
                                        null,
                                        null))));
    }

    @Override
    public Optional<InboundSms> inbound(ProviderCall call) {
        var form = call.form();
        return form.filled("id")
                .filter(_ -> form.first("message").isPresent())
                .filter(_ -> form.first("direction").filter("outgoing"::equals).isEmpty())
                .map(id -> new InboundSms(
                        ElksGateway.NAME,
                        id,
                        form.first("from").orElse(""),
                        form.first("to").orElse(""),
                        form.first("message").orElse("")));
    }
}
