package se.ringstuga.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Meetings and activities. */
@Path("/api/organizations/{slug}/events")
@RunOnVirtualThread
@Tag(name = "Events")
class EventsResource {

    private final EventEditing editing;
    private final Attendance attendance;
    private final Idempotency idempotency;

    EventsResource(EventEditing editing, Attendance attendance, Idempotency idempotency) {
        this.editing = editing;
        this.attendance = attendance;
        this.idempotency = idempotency;
    }

    /**
     * Why it does not take place.
     *
     * @param why told to those who would have come; nothing when absent
     */
    record Cancellation(@Nullable @Size(max = 500) String why) {}

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "The organization's events by their beginning; with updatedSince by their latest change")
    public Page<EventView> list(@BeanParam EventSearch search, @BeanParam PageRequest page) {
        return editing.list(search, page);
    }

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Make an event; a draft until it is published")
    public RestResponse<EventView> add(@Valid @NotNull NewEvent wanted) {
        var made = idempotency.once(wanted, () -> created(editing.add(wanted)), editing::get);
        return EntityVersion.answer(made.getEntity(), made.getEntity().version(), made.getStatus());
    }

    private static Idempotency.Created<EventView> created(EventView event) {
        return Idempotency.Created.of(event.id(), event);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "An event, and how many come")
    public RestResponse<EventView> get(long id) {
        return versioned(editing.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(
            summary = "Change what is named, null takes away; another beginning moves it."
                    + " If-Match with its ETag refuses to overwrite another's change")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewEvent.class)))
    public RestResponse<EventView> change(
            long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Parameter(description = EventEditing.TELL) @QueryParam("tell") @DefaultValue("true") boolean tell,
            @NotNull JsonNode changes) {
        return versioned(editing.change(id, changes, ifMatch, tell));
    }

    @POST
    @Path("/{id}/publication")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Show it to those whom it is for, and let them sign up")
    public RestResponse<EventView> publish(long id) {
        return versioned(editing.publish(id));
    }

    @POST
    @Path("/{id}/cancellation")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Call it off, for good")
    public RestResponse<EventView> cancel(long id, @Valid @Nullable Cancellation cancellation) {
        return versioned(editing.cancel(id, cancellation == null ? null : cancellation.why()));
    }

    @PUT
    @Path("/{id}/attendance")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Say that the attendance is complete: whoever is registered and did not come is a no-show")
    public RestResponse<EventView> confirmAttendance(long id) {
        attendance.confirm(id);
        return versioned(editing.get(id));
    }

    @DELETE
    @Path("/{id}/attendance")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Take that back: nobody is a no-show any more")
    public RestResponse<EventView> takeAttendanceBack(long id) {
        attendance.takeBack(id);
        return versioned(editing.get(id));
    }

    private static RestResponse<EventView> versioned(EventView event) {
        return EntityVersion.answer(event, event.version());
    }
}
