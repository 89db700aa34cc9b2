package se.ringstuga.webhooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * An endpoint as its organization sees it.
 *
 * @param failures in a row, up to now
 * @param switchedOffBy an actor; null while it is on, and where it was switched off because it went on failing
 * @param formerSecretUntil until when the secret before this one signs too
 * @param secret the key of its signatures; only in the answer that made it
 * @param secretShownBefore true in the answer to a repeated request, which cannot show it again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookEndpointView(
        long id,
        String title,
        String address,
        List<WebhookType> types,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant switchedOffAt,
        @Nullable String switchedOffBy,
        @Nullable Instant formerSecretUntil,
        Instant createdAt,
        @Nullable String secret,
        @Nullable Boolean secretShownBefore,
        @JsonIgnore int version) {

    static WebhookEndpointView of(Row row) {
        return new WebhookEndpointView(
                row.number("id"),
                row.text("title"),
                row.text("address"),
                row.texts("types").stream()
                        .flatMap(type -> WebhookType.of(type).stream())
                        .toList(),
                row.count("failures"),
                row.instantOrNull("failing_since"),
                row.instantOrNull("switched_off_at"),
                row.textOrNull("switched_off_by"),
                row.instantOrNull("former_until"),
                row.instant("created_at"),
                null,
                null,
                row.count("version"));
    }

    WebhookEndpointView with(WebhookSecret made) {
        return with(made.value(), null);
    }

    WebhookEndpointView shownBefore() {
        return with(null, true);
    }

    private WebhookEndpointView with(@Nullable String shown, @Nullable Boolean before) {
        return new WebhookEndpointView(
                id,
                title,
                address,
                types,
                failures,
                failingSince,
                switchedOffAt,
                switchedOffBy,
                formerSecretUntil,
                createdAt,
                shown,
                before,
                version);
    }
}
