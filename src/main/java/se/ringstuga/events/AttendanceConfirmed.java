package se.ringstuga.events;

/**
 * Somebody said that the attendance is complete: whoever was signed up and did not come has the state ABSENT from now on.
 * There is no {@link SignUpChanged} for each of them.
 */
public record AttendanceConfirmed(long eventId, long organizationId) {}
