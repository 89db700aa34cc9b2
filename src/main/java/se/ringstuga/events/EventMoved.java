package se.ringstuga.events;

import java.time.Instant;

/** A published event begins at another time than people were told. */
public record EventMoved(long eventId, long organizationId, Instant from, Instant to) {}
