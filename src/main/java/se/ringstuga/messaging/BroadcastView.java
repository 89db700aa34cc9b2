package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;

/**
 * A broadcast and what has become of it.
 *
 * @param notAfter null for two days after it begins
 * @param changedBy who changed it last as long as it was a draft; null when nobody has
 * @param aboutChange a meeting was moved or cancelled: it goes when nothing is left of the budget
 * @param account of every recipient; null before it is approved
 * @param simulated nothing of it is or was really sent: the sandbox carries such messages (rule 26)
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BroadcastView(
        long id,
        String title,
        State state,
        Channel channel,
        Purpose purpose,
        @Nullable Long senderId,
        @Nullable Long segmentId,
        JsonNode filter,
        @Nullable String subject,
        String text,
        boolean personal,
        @Nullable Instant sendAt,
        @Nullable Instant notAfter,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        Instant createdAt,
        String createdBy,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        boolean aboutChange,
        @Nullable BroadcastAccount account,
        boolean simulated,
        int version) {

    /** With the account of its recipients, which there are once it is approved. */
    BroadcastView counted(BroadcastAccount recipients) {
        return new BroadcastView(
                id,
                title,
                state,
                channel,
                purpose,
                senderId,
                segmentId,
                filter,
                subject,
                text,
                personal,
                sendAt,
                notAfter,
                approvedAt,
                approvedBy,
                createdAt,
                createdBy,
                changedAt,
                changedBy,
                aboutChange,
                approvedAt == null ? null : recipients,
                simulated,
                version);
    }

    enum State {
        DRAFT,
        /** Approved; some of it may have been sent. */
        SENDING,
        PAUSED,
        CANCELLED,
        /** Everybody's message has come to an end, though for some it may not be known which. */
        DONE
    }
}
