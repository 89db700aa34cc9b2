package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;

/**
 * A message and what is known of it.
 *
 * @param reason why it was skipped
 * @param code why it failed or is not known of
 * @param text as it was sent; before that as it was written
 * @param replacedBy the message that counts instead: the e-mail for an SMS, or what somebody sent again
 * @param simulated it is not or was not really sent: the sandbox carries it (rule 26)
 * @param events what became known, in the order in which it did; the latest 200
 */
public record MessageView(
        long id,
        long personId,
        Channel channel,
        Purpose purpose,
        MessageState state,
        @Nullable String reason,
        @Nullable String code,
        @Nullable String address,
        @Nullable String subject,
        @Nullable String text,
        Instant notBefore,
        Instant notAfter,
        Instant createdAt,
        @Nullable Long replacedBy,
        boolean simulated,
        @JsonInclude List<Event> events) {

    /** What became known, when, and from whom. */
    public record Event(
            Instant at,
            int attempt,
            String source,
            String status,
            @Nullable String code,
            @Nullable BigDecimal price,
            @Nullable String currency) {}
}
