package se.ringstuga.events;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What staff and tools do with events. Each method is part of the request's transaction. */
@ApplicationScoped
class EventEditing {

    /** A start or an end said in one way takes the place of every other. */
    private static final List<List<String>> INSTEAD =
            List.of(List.of("startsAt", "startsAtLocal"), List.of("endsAt", "endsAtLocal", "minutes"));

    /** What {@code ?tell} means, of one event as of a series. */
    static final String TELL =
            "Whether those who have signed up are told of another place, by the rules of RELOCATED. A new time they are always told of, by those of MOVED";

    private final Events events;
    private final EventLists lists;
    private final EventInput input;
    private final SentChanges changes;
    private final WaitingLists waitingLists;
    private final Invitations invitations;
    private final EventNews news;
    private final Access access;
    private final Clock clock;

    EventEditing(
            Events events,
            EventLists lists,
            EventInput input,
            SentChanges changes,
            WaitingLists waitingLists,
            Invitations invitations,
            EventNews news,
            Access access,
            Clock clock) {
        this.events = events;
        this.lists = lists;
        this.input = input;
        this.changes = changes;
        this.waitingLists = waitingLists;
        this.invitations = invitations;
        this.news = news;
        this.access = access;
        this.clock = clock;
    }

    Page<EventView> list(EventSearch search, PageRequest page) {
        var now = clock.instant();
        return viewed(lists.page(access.organizationId(), search, page, now), now);
    }

    /** The latest first. */
    Page<EventView> backwards(EventSearch search, PageRequest page) {
        var now = clock.instant();
        return viewed(lists.backwards(access.organizationId(), search, page, now), now);
    }

    private Page<EventView> viewed(Page<EventRow> found, Instant now) {
        var counts = lists.counts(found.items().stream().map(EventRow::id).toList());
        return new Page<>(
                found.items().stream()
                        .map(event -> EventView.of(event, counts.getOrDefault(event.id(), EventCounts.NOBODY), now))
                        .toList(),
                found.next());
    }

    EventView get(long id) {
        var event = events.find(access.organizationId(), id).orElseThrow(NotFound::new);
        return EventView.of(event, lists.counts(id), clock.instant());
    }

    /** A draft. */
    EventView add(NewEvent wanted) {
        var content = input.content(access.organizationId(), wanted.content(), null);
        var times = EventInput.times(wanted, access.zone());
        return get(events.add(access.organizationId(), content, times, written()));
    }

    /**
     * What begins at another time keeps its length and how long before it the sign-up closes, unless that is said too.
     *
     * @param tell whether those who have signed up are told of another place
     */
    EventView change(long id, JsonNode sent, @Nullable String ifMatch, boolean tell) {
        var event = living(id);
        EntityVersion.require(ifMatch, event.version());
        var wanted = changes.applied(sent, NewEvent.of(event), NewEvent.class, INSTEAD);
        var content = input.content(access.organizationId(), wanted.content(), event.content());
        var times = times(event, sent, wanted);
        if (content.equals(event.content()) && times.equals(event.times())) {
            return get(id);
        }
        if (!times.startsAt().equals(event.startsAt())) {
            refuseMoving(event);
        }
        events.change(event, content, times, tell, written());
        news.changed(event, content, times);
        if (content.visibility() != event.content().visibility()
                || !Objects.equals(content.segmentId(), event.content().segmentId())) {
            invite(id);
        }
        if (!Objects.equals(content.capacity(), event.content().capacity())) {
            waitingLists.moveUp(List.of(id), by());
        }
        return get(id);
    }

    /** Whoever came, came then; those who had signed up would stand as coming to another. */
    private void refuseMoving(EventRow event) {
        if (event.status(clock.instant()) == EventStatus.HELD || event.attendanceAt() != null) {
            throw new EventInState(EventStatus.HELD, "What has been held is not moved; make a new event of it.");
        }
    }

    private EventTimes times(EventRow event, JsonNode sent, NewEvent wanted) {
        var moved = sent.hasNonNull("startsAt") || sent.hasNonNull("startsAtLocal");
        if (!moved) {
            return EventInput.times(wanted, event.zone());
        }
        var shifted = event.times().startingAt(EventInput.start(wanted, event.zone()));
        return EventInput.times(
                wanted.at(
                        shifted,
                        sent.hasNonNull("endsAt") || sent.hasNonNull("endsAtLocal") || sent.hasNonNull("minutes"),
                        sent.has("signUpClosesAt")),
                event.zone());
    }

    EventView publish(long id) {
        var event = living(id);
        if (events.publish(id, written())) {
            invite(id);
            news.published(event);
        }
        return get(id);
    }

    EventView cancel(long id, @Nullable String why) {
        var event = locked(id);
        var now = clock.instant();
        if (event.status(now) == EventStatus.HELD) {
            throw new EventInState(EventStatus.HELD, "What has been held cannot be cancelled.");
        }
        if (events.cancel(id, why, written()) && event.publishedAt() != null) {
            news.cancelled(event);
        }
        return get(id);
    }

    /** Those for whom it is, when it is for some. */
    private void invite(long id) {
        invitations.ofSegment(locked(id), access.actor().toString());
    }

    private EventRow living(long id) {
        var event = locked(id);
        if (event.cancelledAt() != null) {
            throw new EventInState(EventStatus.CANCELLED, "What was cancelled stays so; make a new event.");
        }
        return event;
    }

    private EventRow locked(long id) {
        return events.lock(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private Events.Written written() {
        return new Events.Written(access.actor().toString(), clock.instant());
    }

    private SignUps.By by() {
        return new SignUps.By(SignUpSource.ORGANIZER, access.actor().toString());
    }
}
