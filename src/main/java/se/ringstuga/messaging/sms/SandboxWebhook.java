package se.ringstuga.messaging.sms;

import java.util.Optional;
import java.util.stream.Stream;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;

/** What the sandbox stores as if a provider had sent it. Nobody outside sends it: whatever comes by HTTP is forged. */
final class SandboxWebhook implements SmsWebhook {

    private static final String STATUS = "status";

    @Override
    public boolean isGenuine(ProviderCall call) {
        return false;
    }

    @Override
    public Optional<ProviderEvent> status(ProviderCall call) {
        var form = call.form();
        return CallbackQuery.read(call.queryParameters())
                .flatMap(query -> form.filled("id")
                        .flatMap(id -> form.filled(STATUS)
                                .flatMap(SandboxWebhook::word)
                                .map(status -> new ProviderEvent(
                                        SandboxGateway.NAME,
                                        id,
                                        query.messageId(),
                                        query.attempt(),
                                        status,
                                        form.filled("code").orElse(null),
                                        null,
                                        null))));
    }

    @Override
    public Optional<InboundSms> inbound(ProviderCall call) {
        var form = call.form();
        return form.filled("id")
                .map(id -> new InboundSms(
                        SandboxGateway.NAME,
                        id,
                        form.first("from").orElse(""),
                        form.first("to").orElse(""),
                        form.first("text").orElse("")));
    }

    private static Optional<DeliveryStatus> word(String word) {
        return Stream.of(DeliveryStatus.values())
                .filter(status -> status.name().equals(word))
                .findFirst();
    }
}
