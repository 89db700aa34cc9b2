package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;

/** The numbers and names that SMS come from. */
@Path("/api/organizations/{slug}/sms-senders")
@RunOnVirtualThread
@Tag(name = "Messages")
class SmsSendersResource {

    private final SmsSenders senders;
    private final SenderEditing editing;
    private final SenderUses uses;
    private final Idempotency idempotency;
    private final Access access;

    SmsSendersResource(
            SmsSenders senders, SenderEditing editing, SenderUses uses, Idempotency idempotency, Access access) {
        this.senders = senders;
        this.editing = editing;
        this.uses = uses;
        this.idempotency = idempotency;
        this.access = access;
    }

    /**
     * A sender.
     *
     * @param own false for one of an organization above, which alone changes it
     * @param chosen whether its organization chose it for whoever names none; without a choice it is the oldest
     * @param usedBelow how many organizations below have written from it; 0 for those of others
     */
    record SenderView(
            long id,
            String address,
            double perSecond,
            boolean canBeAnswered,
            boolean own,
            boolean chosen,
            int usedBelow) {}

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "Senders that may be used here, the nearest first")
    public Page<SenderView> list() {
        var below = uses.below(access.organizationId());
        List<SenderView> views = senders.usable(access.organizationId()).stream()
                .map(sender -> shown(sender, below))
                .toList();
        return new Page<>(views, null);
    }

    @POST
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Add a number or a name to send from")
    public RestResponse<SenderView> add(@Valid @NotNull NewSmsSender wanted) {
        return idempotency.once(wanted, () -> added(wanted), this::view);
    }

    @PATCH
    @Path("/{id}")
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(summary = "Change how fast a sender sends, or choose it for whoever names none")
    public SenderView change(long id, @Valid @NotNull SmsSenderChanges changes) {
        editing.change(id, changes);
        return view(id);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Requires(Permission.MESSAGES_CONFIGURE)
    @Operation(summary = "Put a sender away, once nothing waits to be sent from it; texts to its number are still read")
    public void remove(long id) {
        if (editing.remove(id) instanceof SenderEditing.Removal.StillUsed used) {
            throw new SenderInUse(used.uses());
        }
    }

    private Idempotency.Created<SenderView> added(NewSmsSender wanted) {
        var id = senders.add(access.organizationId(), wanted, access.actor().toString())
                .orElseThrow(() -> new InvalidInput("address", "is a sender here already"));
        return Idempotency.Created.of(id, view(id));
    }

    private SenderView view(long id) {
        var below = uses.below(access.organizationId());
        return senders.usable(access.organizationId(), id)
                .map(sender -> shown(sender, below))
                .orElseThrow(NotFound::new);
    }

    private SenderView shown(SmsSender sender, Map<Long, Integer> below) {
        return new SenderView(
                sender.id(),
                sender.address(),
                sender.perSecond(),
                sender.canBeAnswered(),
                sender.organizationId() == access.organizationId(),
                sender.chosen(),
                below.getOrDefault(sender.id(), 0));
    }
}
