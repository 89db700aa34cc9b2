package se.ringstuga.events;

/** An event is there for those whom it is meant for. */
public record EventPublished(long eventId, long organizationId) {}
