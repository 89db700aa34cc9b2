package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.fence.HoldReason;

/**
 * Whether this database is on hold, and what it missed. The times are absent when it is not.
 *
 * @param reasons none when it is not on hold
 * @param from the latest that the database knew of: the beginning of the gap
 * @param until its end, now
 * @param due how many messages fell due and will not be sent after a release
 * @param journal whether opt-outs are kept outside of the database; without it those of the gap are lost
 * @param decisions how many stand in the journal for the gap
 * @param texts whether what people texted in the gap can be fetched from the provider
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record HoldView(
        Set<HoldReason> reasons,
        @Nullable Instant noticedAt,
        @Nullable Instant from,
        @Nullable Instant until,
        long due,
        boolean journal,
        int decisions,
        boolean texts) {

    boolean onHold() {
        return !reasons.isEmpty();
    }

    /**
     * What a release did.
     *
     * @param expired messages that had fallen due
     * @param decisions that the database did not know of
     * @param texts fetched from the provider
     */
    record Released(int expired, int decisions, int texts) {}
}
