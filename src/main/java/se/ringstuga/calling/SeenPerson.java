package se.ringstuga.calling;

import java.time.Instant;

/** Somebody whom a caller was shown; listed when the caller is removed (rule 7). */
public record SeenPerson(long id, String name, Instant firstSeenAt, Instant lastSeenAt, boolean numberShown) {}
