package se.ringstuga.messaging;

import java.time.Instant;

/** A feature that, like a broadcast, begins to write to many at once: the limit on what one organizer decides counts it (rule 23). */
@FunctionalInterface
public interface BegunForMany {

    /** How many people it was begun for since. */
    long people(long organizationId, Instant since);
}
