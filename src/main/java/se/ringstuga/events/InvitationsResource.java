package se.ringstuga.events;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;

/** Inviting people to an event, by name or by segment. */
@Path("/api/organizations/{slug}/events/{event}/invitations")
@RunOnVirtualThread
@Tag(name = "Events")
class InvitationsResource {

    private final InvitationEditing editing;

    InvitationsResource(InvitationEditing editing) {
        this.editing = editing;
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
        var people = whom.personIds();
        var segment = whom.segmentId();
        if (people != null && segment == null) {
            return new Invited(editing.people(event, people));
        }
        if (segment != null && people == null) {
            return new Invited(editing.segment(event, segment));
        }
        throw new InvalidInput("personIds", "give either `personIds` or `segmentId`");
    }
}
