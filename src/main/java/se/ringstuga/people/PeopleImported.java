package se.ringstuga.people;

import java.time.Instant;

/**
 * A register was imported; told at the end of its transaction, not for a dry run.
 *
 * @param importedAt what the rows that it wrote carry as their time: when it began
 */
public record PeopleImported(long organizationId, long importId, Instant importedAt) {}
