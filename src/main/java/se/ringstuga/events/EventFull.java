package se.ringstuga.events;

import se.ringstuga.http.Conflict;

/** 409: every place is given away, and the event has no waiting list. */
final class EventFull extends Conflict {

    EventFull() {
        super("event-full", "There is no place left", "The event is full, and nobody may wait for a place.");
    }
}
