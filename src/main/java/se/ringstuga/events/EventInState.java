package se.ringstuga.events;

import se.ringstuga.http.Conflict;

/** 409: what was asked does not fit where the event stands. */
final class EventInState extends Conflict {

    EventInState(EventStatus status, String detail) {
        super("event-in-state", "The event's state does not allow that", detail);
        with("state", status);
    }
}
