package se.ringstuga.events;

/**
 * A published event is different in something that calendars show; told besides {@link EventMoved}.
 *
 * @param elsewhere its place is another
 */
public record EventChanged(long eventId, long organizationId, boolean elsewhere) {}
