package se.ringstuga.people;

/** An import was undone; told in its transaction, when the people are as they were before. */
public record ImportUndone(long organizationId, long importId) {}
