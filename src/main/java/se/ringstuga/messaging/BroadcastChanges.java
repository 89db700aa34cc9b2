package se.ringstuga.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.InvalidInput;

/**
 * What is to be different in a draft; what is left out stays.
 *
 * @param segmentId whose people instead; or {@code filter}, at most one of the two
 * @param subject a text; null, written out, takes it away
 * @param senderId a number; null, written out, brings the nearest back
 * @param sendAt an instant; null, written out: as soon as it is approved
 * @param sendAtLocal the same as local time of the organization
 * @param notAfter an instant; null, written out: two days after it begins
 * @param aboutChange as with a new one; ends by itself when the purpose changes
 */
record BroadcastChanges(
        @Nullable @Size(max = 200) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String title,

        @Nullable Channel channel,
        @Nullable Purpose purpose,
        @Nullable Long segmentId,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode filter,

        @Nullable @Size(max = 20_000) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String text,

        @Schema(implementation = String.class, maxLength = LONGEST_SUBJECT, nullable = true) @Nullable
        JsonNode subject,

        @Schema(implementation = Long.class, nullable = true) @Nullable
        JsonNode senderId,

        @Schema(implementation = Instant.class, nullable = true) @Nullable
        JsonNode sendAt,

        @Nullable LocalDateTime sendAtLocal,

        @Schema(implementation = Instant.class, nullable = true) @Nullable
        JsonNode notAfter,

        @Nullable Boolean aboutChange) {

    private static final int LONGEST_SUBJECT = 200;

    boolean otherPeople() {
        return segmentId != null || (filter != null && !filter.isNull());
    }

    /** The draft as it would have been written; its people by the filter alone unless others are named. */
    NewBroadcast of(BroadcastView draft) {
        return new NewBroadcast(
                or(title, draft.title()),
                or(channel, draft.channel()),
                or(purpose, draft.purpose()),
                segmentId,
                otherPeople() ? filter : draft.filter(),
                or(text, draft.text()),
                subjectInsteadOf(draft.subject()),
                senderInsteadOf(draft.senderId()),
                sendAtLocal == null || sendAt != null ? instant(sendAt, draft.sendAt(), "sendAt") : null,
                instant(notAfter, draft.notAfter(), "notAfter"),
                sendAtLocal,
                or(aboutChange, draft.aboutChange() && or(purpose, draft.purpose()) == draft.purpose()));
    }

    private @Nullable String subjectInsteadOf(@Nullable String current) {
        if (subject == null || subject.isNull()) {
            return subject == null ? current : null;
        }
        if (!subject.isTextual() || subject.asText().length() > LONGEST_SUBJECT) {
            throw new InvalidInput(
                    "subject", "must be a text of at most " + LONGEST_SUBJECT + " characters, or null for none");
        }
        return subject.asText();
    }

    private @Nullable Long senderInsteadOf(@Nullable Long current) {
        if (senderId == null || senderId.isNull()) {
            return senderId == null ? current : null;
        }
        if (!senderId.canConvertToExactIntegral()) {
            throw new InvalidInput("senderId", "must be the id of a sender, or null for the nearest");
        }
        return senderId.longValue();
    }

    private static @Nullable Instant instant(@Nullable JsonNode sent, @Nullable Instant current, String field) {
        if (sent == null || sent.isNull()) {
            return sent == null ? current : null;
        }
        try {
            return OffsetDateTime.parse(sent.asText()).toInstant();
        } catch (DateTimeException _) {
            throw new InvalidInput(field, "must be a time with offset such as 2026-12-01T17:30:00+01:00, or null");
        }
    }

    private static <T> T or(@Nullable T wanted, T current) {
        return wanted == null ? current : wanted;
    }
}
