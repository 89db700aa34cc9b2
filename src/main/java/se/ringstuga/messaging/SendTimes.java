package se.ringstuga.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;

/** When something may be asked to be sent: what lies decades away is a slip of the pen, and would wait in line for ever. */
final class SendTimes {

    /** A request may have been under way, and clocks differ; what is older was never meant. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final int YEARS_AHEAD = 2;

    private SendTimes() {}

    /** The last moment that may be asked for. */
    static Instant last(Instant now) {
        return now.atOffset(ZoneOffset.UTC).plusYears(YEARS_AHEAD).toInstant();
    }

    /** @throws InvalidInput for what has passed, or lies more than two years ahead */
    static void requireSoon(String field, @Nullable Instant at, Instant now) {
        if (at != null && at.isBefore(now.minus(LATE))) {
            throw new InvalidInput(field, "has passed; choose a later time, or leave it out");
        }
        requireNotFar(field, at, now);
    }

    /** @throws InvalidInput for what lies more than two years ahead */
    static void requireNotFar(String field, @Nullable Instant at, Instant now) {
        var last = last(now);
        if (at != null && at.isAfter(last)) {
            throw new InvalidInput(
                    field,
                    "lies more than two years ahead; choose a time before " + last.truncatedTo(ChronoUnit.MINUTES));
        }
    }
}
