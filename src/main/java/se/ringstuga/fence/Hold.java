package se.ringstuga.fence;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * This database may not act.
 *
 * @param noticedAt when it was found out
 * @param lastActivity the latest that the database knew of until then: what happened afterwards is missing from it
 */
public record Hold(Set<HoldReason> reasons, Instant noticedAt, Instant lastActivity) {

    private static final int CODE_LENGTH = 8;

    /** What {@code RINGSTUGA_RELEASE_HOLD} must say: of this hold alone, so that a forgotten setting releases no other. */
    public String code() {
        return Place.hash(written(reasons) + noticedAt).substring(0, CODE_LENGTH);
    }

    static String written(Set<HoldReason> reasons) {
        return reasons.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<HoldReason> read(String written) {
        return Arrays.stream(written.split(",", -1))
                .map(HoldReason::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(HoldReason.class)));
    }
}
