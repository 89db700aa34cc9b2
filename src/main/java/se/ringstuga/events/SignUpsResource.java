package se.ringstuga.events;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.surveys.PlainText;

/** Who comes to an event, and who came. */
@Path("/api/organizations/{slug}/events/{event}/sign-ups")
@RunOnVirtualThread
@Tag(name = "Events")
class SignUpsResource {

    private final SignUpEditing editing;
    private final Idempotency idempotency;

    SignUpsResource(SignUpEditing editing, Idempotency idempotency) {
        this.editing = editing;
        this.idempotency = idempotency;
    }

    /**
     * What is to be different; what is left out stays.
     *
     * @param remark an empty one takes it away
     */
    record SignUpChanges(
            @Nullable Set<@NotNull Need> needs,
            @Nullable @Size(max = 500) String remark) {

        Wishes wishes() {
            return new Wishes(needs, remark == null ? null : PlainText.clean(remark));
        }
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "Who is invited, registered, waiting, cancelled, attended or a no-show")
    public Page<SignUpView> list(long event, @BeanParam SignUpLists.Search search, @BeanParam PageRequest page) {
        return editing.list(event, search, page);
    }

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(
            summary = "Sign somebody up, or check in who stands at the door; where it is full they wait for a place."
                    + " 200 when they were signed up before")
    public RestResponse<SignUpView> add(long event, @Valid @NotNull NewSignUp wanted) {
        var made = idempotency.once(wanted, () -> editing.add(event, wanted), id -> editing.get(event, id));
        return EntityVersion.answer(made.getEntity(), made.getEntity().version(), made.getStatus());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "One sign-up")
    public RestResponse<SignUpView> get(long event, long id) {
        return versioned(editing.get(event, id));
    }

    @PATCH
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Change what somebody needs, or the remark")
    public RestResponse<SignUpView> change(
            long event,
            long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull SignUpChanges changes) {
        return versioned(editing.note(event, id, changes.wishes(), ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Cancel a sign-up; the place goes to whoever is next in line")
    public RestResponse<SignUpView> cancel(long event, long id) {
        return versioned(editing.cancel(event, id));
    }

    @PUT
    @Path("/{id}/check-in")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Somebody has come; said twice it counts once")
    public RestResponse<SignUpView> checkIn(long event, long id) {
        return versioned(editing.checkIn(event, id));
    }

    @DELETE
    @Path("/{id}/check-in")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(
            summary = "The check-in was a mistake; what was known before holds again."
                    + " 204 and gone, where nothing was known of them before")
    public RestResponse<SignUpView> undoCheckIn(long event, long id) {
        return editing.undoCheckIn(event, id).map(SignUpsResource::versioned).orElseGet(RestResponse::noContent);
    }

    private static RestResponse<SignUpView> versioned(SignUpView signUp) {
        return EntityVersion.answer(signUp, signUp.version());
    }
}
