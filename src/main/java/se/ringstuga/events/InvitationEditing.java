package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.segments.Condition;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;

/** Inviting people to what is published and ahead. Each method is part of the request's transaction. */
@ApplicationScoped
class InvitationEditing {

    private final Events events;
    private final Invitations invitations;
    private final InvitedPeople invitedPeople;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    InvitationEditing(
            Events events,
            Invitations invitations,
            InvitedPeople invitedPeople,
            Access access,
            AccessLog accessLog,
            Clock clock) {
        this.events = events;
        this.invitations = invitations;
        this.invitedPeople = invitedPeople;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * By name; those whom the organization does not see are passed over.
     *
     * @return how many were not there before
     */
    int people(long eventId, List<Long> personIds) {
        var event = ahead(eventId);
        var people = Invitations.named(
                personIds,
                SegmentSql.base("base_", new Scope(access.organizationId(), clock.instant(), access.zone())));
        return invite(event, people, personIds);
    }

    /** Everybody of a segment as it is now. */
    int segment(long eventId, long segmentId) {
        var event = ahead(eventId);
        return invite(event, of(event, segmentId), List.of());
    }

    private int invite(EventRow event, Condition people, List<Long> named) {
        accessLog.record("event.invited", "event:" + event.id(), named);
        return invitations.add(event, people, access.actor().toString());
    }

    /** How many {@link #segment} would invite; nothing is written. */
    long count(long eventId, long segmentId) {
        var event = events.find(access.organizationId(), eventId).orElseThrow(NotFound::new);
        return invitations.count(event, of(event, segmentId));
    }

    private Condition of(EventRow event, long segmentId) {
        return invitedPeople
                .of(event, segmentId)
                .orElseThrow(() -> new InvalidInput("segmentId", "there is no segment " + segmentId + " here"));
    }

    private EventRow ahead(long eventId) {
        var event = events.lock(access.organizationId(), eventId).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (!event.ahead(now)) {
            throw new EventInState(event.status(now), "People are invited to what is published and ahead.");
        }
        return event;
    }
}
