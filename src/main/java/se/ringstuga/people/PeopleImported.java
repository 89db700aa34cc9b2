package se.ringstuga.people;

/** A register was imported; told at the end of its transaction, not for a dry run. */
public record PeopleImported(long organizationId, long importId) {}
