package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;

/**
 * A text that goes out every month.
 *
 * @param next when it goes out next; none while it is paused or when it has ended
 * @param latest what came of the last months, newest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RecurringBroadcastView(
        long id,
        String title,
        Channel channel,
        Purpose purpose,
        @Nullable Long senderId,
        @Nullable Long segmentId,
        JsonNode filter,
        @Nullable String subject,
        String text,
        boolean personal,
        MonthlyRule rule,
        int leadHours,
        boolean byItself,
        @Nullable LocalDate endsOn,
        List<Instant> next,
        List<Month> latest,
        @Nullable Instant pausedAt,
        @Nullable Instant endedAt,
        Instant createdAt,
        String createdBy,
        String changedBy,
        int version) {

    /**
     * What came of a month.
     *
     * @param broadcastId null when it was skipped or its draft thrown away
     * @param skipped why nothing was made
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Month(
            YearMonth month,
            Instant at,
            @Nullable Long broadcastId,
            @Nullable String skipped) {}
}
