package se.ringstuga.events;

/** A published event does not take place. */
public record EventCancelled(long eventId, long organizationId) {}
