package se.ringstuga.people;

/** A person was created or changed by hand; told in the transaction of the change. */
public record PersonChanged(long organizationId, long personId) {}
