package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who would get a broadcast and what it would cost.
 *
 * @param parts of all SMS together; 0 for email
 * @param cost in SEK, as far as it can be known before the provider tells
 * @param costLeft what is left today and this month, before this broadcast; null where there is no budget
 * @param longest the parts of the longest SMS
 * @param beginsAt when the first of them leaves at the soonest
 * @param closedUntil the first open day after the break that it was meant for; null when it was not (rule 33)
 * @param unicode the character that makes SMS longer than they need be; null for none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DryRun(
        @JsonUnwrapped BroadcastAccount account,
        long parts,
        BigDecimal cost,
        @Nullable BigDecimal costLeft,
        int longest,
        Instant beginsAt,
        @Nullable LocalDate closedUntil,
        Estimate.@Nullable Unicode unicode) {

    /** @param exact false when parts and cost are near what they will be, and are counted at the approval */
    record Glance(DryRun run, boolean exact) {}

    static DryRun of(Estimate estimate, @Nullable BigDecimal left, BroadcastTimes.Times when) {
        return new DryRun(
                estimate.account(),
                estimate.parts(),
                estimate.cost().setScale(2, RoundingMode.HALF_UP),
                left,
                estimate.longest(),
                when.from(),
                when.closedUntil(),
                estimate.unicode());
    }
}
