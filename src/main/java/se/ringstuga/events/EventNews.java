package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Tells other features what happened with an event, in the transaction in which it does. */
@ApplicationScoped
class EventNews {

    private final Event<EventPublished> published;
    private final Event<EventMoved> moved;
    private final Event<EventChanged> changed;
    private final Event<EventCancelled> cancelled;

    EventNews(
            Event<EventPublished> published,
            Event<EventMoved> moved,
            Event<EventChanged> changed,
            Event<EventCancelled> cancelled) {
        this.published = published;
        this.moved = moved;
        this.changed = changed;
        this.cancelled = cancelled;
    }

    void published(EventRow event) {
        published(event.id(), event.organizationId());
    }

    void published(long eventId, long organizationId) {
        published.fire(new EventPublished(eventId, organizationId));
    }

    void cancelled(EventRow event) {
        cancelled.fire(new EventCancelled(event.id(), event.organizationId()));
    }

    /** Of a draft nobody was told. */
    void changed(EventRow before, EventContent content, EventTimes times) {
        if (before.publishedAt() == null) {
            return;
        }
        if (!times.startsAt().equals(before.startsAt())) {
            moved.fire(new EventMoved(before.id(), before.organizationId(), before.startsAt(), times.startsAt()));
        }
        changed.fire(new EventChanged(
                before.id(),
                before.organizationId(),
                !content.place().equals(before.content().place())));
    }
}
