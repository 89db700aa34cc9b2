package se.ringstuga.events;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;

/** The association's own list of what it does. */
@Path("/api/organizations/{slug}/event-kinds")
@RunOnVirtualThread
@Tag(name = "Events")
class EventKindsResource {

    private static final String NOT_BLANK = "(?s).*\\S.*";

    private final EventKindEditing editing;
    private final Idempotency idempotency;

    EventKindsResource(EventKindEditing editing, Idempotency idempotency) {
        this.editing = editing;
        this.idempotency = idempotency;
    }

    /**
     * A kind of the organization's own.
     *
     * @param ringstuga signing up fills the list of those to let in, and gives no access; false when absent
     */
    record NewKind(
            @NotBlank @Size(max = 100) String title,
            @Nullable Boolean ringstuga) {}

    /**
     * What is to be different; what is left out stays.
     *
     * @param archived true: not offered any more; events of it stay
     */
    record KindChanges(
            @Nullable @Size(max = 100) @Pattern(regexp = NOT_BLANK, message = "must not be blank")
            String title,

            @Nullable Boolean ringstuga,
            @Nullable Boolean archived) {}

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "The kinds of events that the organization may use: its own and those of the ones above")
    public List<EventKindView> list(@QueryParam("archived") @DefaultValue("false") boolean archived) {
        return editing.list(archived).stream().map(EventKindView::of).toList();
    }

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Add a kind of the organization's own")
    public RestResponse<EventKindView> add(@Valid @NotNull NewKind wanted) {
        return idempotency.once(wanted, () -> added(wanted), this::view);
    }

    private Idempotency.Created<EventKindView> added(NewKind wanted) {
        var kind = editing.add(wanted.title(), Boolean.TRUE.equals(wanted.ringstuga()));
        return Idempotency.Created.of(kind.id(), EventKindView.of(kind));
    }

    @PATCH
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Change a kind of the organization's own")
    public RestResponse<EventKindView> change(
            long id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull KindChanges changes) {
        var kind = editing.change(
                id, new EventKindEditing.Changes(changes.title(), changes.ringstuga(), changes.archived()), ifMatch);
        return EntityVersion.answer(EventKindView.of(kind), kind.version());
    }

    private EventKindView view(long id) {
        return EventKindView.of(editing.get(id));
    }
}
