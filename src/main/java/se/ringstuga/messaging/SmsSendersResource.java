package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
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
    private final Idempotency idempotency;
    private final Access access;

    SmsSendersResource(SmsSenders senders, Idempotency idempotency, Access access) {
        this.senders = senders;
        this.idempotency = idempotency;
        this.access = access;
    }

    /** A sender; {@code own} is false for one of an organization above. */
    record SenderView(long id, String address, double perSecond, boolean canBeAnswered, boolean own) {}

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "Senders that may be used here, the nearest first")
    public Page<SenderView> list() {
        List<SenderView> views =
                senders.usable(access.organizationId()).stream().map(this::view).toList();
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

    private Idempotency.Created<SenderView> added(NewSmsSender wanted) {
        var id = senders.add(access.organizationId(), wanted, access.actor().toString())
                .orElseThrow(() -> new InvalidInput("address", "is a sender here already"));
        return Idempotency.Created.of(id, view(id));
    }

    private SenderView view(long id) {
        return senders.usable(access.organizationId(), id).map(this::view).orElseThrow(NotFound::new);
    }

    private SenderView view(SmsSender sender) {
        return new SenderView(
                sender.id(),
                sender.address(),
                sender.perSecond(),
                sender.canBeAnswered(),
                sender.organizationId() == access.organizationId());
    }
}
