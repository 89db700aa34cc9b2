package se.ringstuga.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an event is and when people may sign up.
 *
 * @param signUpOpens null for at once
 */
public record EventTimes(
        Instant startsAt, Instant endsAt, @Nullable Instant signUpOpens, Instant signUpCloses) {

    /** Begins at another time, for as long as before; the sign-up closes as long before it as it did. */
    EventTimes startingAt(Instant start) {
        var by = Duration.between(startsAt, start);
        return new EventTimes(start, endsAt.plus(by), signUpOpens, signUpCloses.plus(by));
    }
}
