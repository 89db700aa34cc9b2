package se.ringstuga.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import se.ringstuga.http.Idempotency;

/** The staff of an organization. */
@Path("/api/organizations/{slug}/staff")
@RunOnVirtualThread
@Tag(name = "Staff")
class StaffResource {

    private final Access access;
    private final StaffRoles roles;
    private final StaffAdministration administration;
    private final StaffHandover handover;
    private final Idempotency idempotency;

    StaffResource(
            Access access,
            StaffRoles roles,
            StaffAdministration administration,
            StaffHandover handover,
            Idempotency idempotency) {
        this.access = access;
        this.roles = roles;
        this.administration = administration;
        this.handover = handover;
        this.idempotency = idempotency;
    }

    @GET
    @Requires(Permission.STAFF_MANAGE)
    @Operation(summary = "The staff of the organization, those with rights from above included")
    public List<StaffView> list() {
        return roles.of(access.organizationId());
    }

    @POST
    @Path("/invitations")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Invite somebody by a single-use link, shown once")
    public RestResponse<StaffLinkView> invite(@Valid @NotNull NewInvitation wanted) {
        return idempotency.once(wanted, () -> created(administration.invite(wanted)), administration::linkAgain);
    }

    @POST
    @Path("/{id}/reset-links")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "A single-use link for a new password and second factor, shown once")
    public RestResponse<StaffLinkView> reset(long id) {
        return idempotency.once(null, () -> created(administration.resetLink(id)), administration::linkAgain);
    }

    @PUT
    @Path("/{id}/role")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(summary = "Change somebody's role in the organization")
    public void changeRole(long id, @Valid @NotNull RoleChange change) {
        administration.changeRole(id, change.role());
    }

    @POST
    @Path("/{id}/renewal")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(summary = "Renew somebody's access until its next usual end; nobody renews their own")
    public Renewal renew(long id) {
        return new Renewal(administration.renew(id));
    }

    /**
     * Until when somebody's access was renewed.
     *
     * @param lastDay of the access
     */
    public record Renewal(LocalDate lastDay) {}

    @GET
    @Path("/{id}/holdings")
    @Requires(Permission.STAFF_MANAGE)
    @Operation(summary = "What somebody has under way here and below, to hand over")
    public List<StaffHoldings.Held> holdings(long id) {
        return handover.held(handover.holder(id));
    }

    @POST
    @Path("/{id}/handover")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(
            summary =
                    "Give what somebody has under way here and below to another of the staff; tokens are not handed over")
    public HandedOver handOver(long id, @Valid @NotNull Taker taker) {
        return new HandedOver(handover.handOver(id, taker.to()));
    }

    /**
     * Who takes over.
     *
     * @param to the id of a member of staff with access to the organization
     */
    public record Taker(@NotNull Long to) {}

    /**
     * What was handed over.
     *
     * @param things how many: call lists, drafts, meetings to be asked about, follow-ups and so on
     */
    public record HandedOver(long things) {}

    @DELETE
    @Path("/{id}")
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(summary = "Remove somebody from the staff of the organization")
    public void remove(long id) {
        administration.remove(id);
    }

    private static Idempotency.Created<StaffLinkView> created(StaffLinkView link) {
        return Idempotency.Created.of(link.id(), link);
    }

    /** The role somebody shall have. */
    public record RoleChange(@NotNull Role role) {}
}
