package se.ringstuga.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
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

/** Meetings that recur. */
@Path("/api/organizations/{slug}/event-series")
@RunOnVirtualThread
@Tag(name = "Events")
class EventSeriesResource {

    private final SeriesEditing editing;
    private final Idempotency idempotency;

    EventSeriesResource(SeriesEditing editing, Idempotency idempotency) {
        this.editing = editing;
        this.idempotency = idempotency;
    }

    /** When a series would be; as in {@link NewEventSeries}. */
    record WhenWanted(
            @NotBlank String rule,
            @Nullable @Size(max = 11) Set<@NotNull @Min(1) @Max(12) Integer> exceptMonths,
            @NotNull LocalDate startsOn,
            @NotNull LocalTime startsAtLocal,
            @NotNull @Min(5) @Max(EventInput.MOST_MINUTES) Integer minutes) {}

    /**
     * How a series ends.
     *
     * @param future what becomes of the events that are ahead
     * @param why told to those who would have come; nothing when absent
     */
    record Ending(
            SeriesEditing.@NotNull Future future,
            @Nullable @Size(max = 500) String why) {}

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "The organization's series, newest first")
    public Page<EventSeriesView> list(@BeanParam PageRequest page) {
        return editing.list(page);
    }

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Make a series; its events of the next thirteen months are there at once, as drafts")
    public RestResponse<EventSeriesView> add(@Valid @NotNull NewEventSeries wanted) {
        var made = idempotency.once(wanted, () -> created(editing.add(wanted)), editing::get);
        return EntityVersion.answer(made.getEntity(), made.getEntity().version(), made.getStatus());
    }

    private static Idempotency.Created<EventSeriesView> created(EventSeriesView series) {
        return Idempotency.Created.of(series.id(), series);
    }

    @POST
    @Path("/occurrences")
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "The next days that a series would have; nothing is stored")
    public List<EventSeriesView.Day> days(
            @Valid @NotNull WhenWanted wanted, @QueryParam("limit") @DefaultValue("12") @Min(1) @Max(100) int limit) {
        return editing.days(
                editing.rule(wanted.rule(), wanted.exceptMonths(), wanted.startsOn()),
                new SeriesTimes(wanted.startsAtLocal(), wanted.minutes(), null, 0),
                limit);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "A series")
    public RestResponse<EventSeriesView> get(long id) {
        return versioned(editing.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(
            summary =
                    "Change what is named, null takes away; its events ahead follow, but for those with changes of their own."
                            + " If-Match with its ETag refuses to overwrite another's change")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewEventSeries.class)))
    public RestResponse<EventSeriesView> change(
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
    @Operation(summary = "Publish its events ahead, and those that it lays out from now on")
    public RestResponse<EventSeriesView> publish(long id) {
        return versioned(editing.publish(id));
    }

    @POST
    @Path("/{id}/ending")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "End it for good; its events ahead are called off or stay, by choice")
    public RestResponse<EventSeriesView> end(long id, @Valid @NotNull Ending ending) {
        return versioned(editing.end(id, ending.future(), ending.why()));
    }

    private static RestResponse<EventSeriesView> versioned(EventSeriesView series) {
        return EntityVersion.answer(series, series.version());
    }
}
