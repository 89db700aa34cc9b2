package se.ringstuga.events;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.segments.Condition;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;

/** Inviting people to an event, by name or by segment. */
@Path("/api/organizations/{slug}/events/{event}/invitations")
@RunOnVirtualThread
@Tag(name = "Events")
class InvitationsResource {

    private final Events events;
    private final Invitations invitations;
    private final InvitedPeople invitedPeople;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    InvitationsResource(
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
     * Whom to invite; exactly one of the two.
     *
     * @param personIds those whom the organization does not see are passed over
     */
    record Whom(
            @Nullable @Size(min = 1, max = 1000) List<@NotNull Long> personIds,
            @Nullable Long segmentId) {}

    /**
     * What came of it.
     *
     * @param invited those who were not invited, signed up or otherwise there before
     */
    record Invited(int invited) {}

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Invite people; whoever stands with the event already is left as they are")
    public Invited invite(long event, @Valid @NotNull Whom whom) {
        var found = events.lock(access.organizationId(), event).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (!found.ahead(now)) {
            throw new EventInState(found.status(now), "People are invited to what is published and ahead.");
        }
        if ((whom.personIds() == null) == (whom.segmentId() == null)) {
            throw new InvalidInput("personIds", "give either `personIds` or `segmentId`");
        }
        var people = whom.personIds() == null
                ? segment(found, whom.segmentId())
                : Invitations.named(
                        whom.personIds(),
                        SegmentSql.base("base_", new Scope(access.organizationId(), now, access.zone())));
        accessLog.record("event.invited", "event:" + event, whom.personIds() == null ? List.of() : whom.personIds());
        return new Invited(invitations.add(found, people, access.actor().toString()));
    }

    private Condition segment(EventRow event, @Nullable Long segmentId) {
        long id = segmentId == null ? 0 : segmentId;
        return invitedPeople
                .of(event, id)
                .orElseThrow(() -> new InvalidInput("segmentId", "there is no segment " + id + " here"));
    }
}
