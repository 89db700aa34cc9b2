package se.ringstuga.messaging;

import java.time.Instant;

/**
 * A restored database is about to act again, and leaves what fell due in the gap to people (rule 27): whoever has work of its own
 * that fell due by now takes it out of its own rows.
 *
 * @param from when the database last knew what was sent
 */
public record GapLeft(Instant from) {}
