package se.ringstuga.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.NotFound;
import se.ringstuga.organizations.ClosedDay;
import se.ringstuga.organizations.ClosedDays;
import se.ringstuga.organizations.ClosedDecisions;
import se.ringstuga.organizations.NewClosedDay;

/** Breaks and closed days (rule 33): no calls and no bulk sends, and waits stand still. */
@Path("/api/organizations/{slug}/closed-days")
@RunOnVirtualThread
@Tag(name = "Closed days")
class ClosedDaysResource {

    private final ClosedDecisions decisions;
    private final ClosedDays days;
    private final Access access;
    private final AccessLog accessLog;
    private final Idempotency idempotency;
    private final Clock clock;

    ClosedDaysResource(
            ClosedDecisions decisions,
            ClosedDays days,
            Access access,
            AccessLog accessLog,
            Idempotency idempotency,
            Clock clock) {
        this.decisions = decisions;
        this.days = days;
        this.access = access;
        this.accessLog = accessLog;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * What is decided and what follows from it.
     *
     * @param items the organization's own decisions first, then those of the organizations above; nearer ones win
     * @param undecided what is proposed and neither accepted nor declined here or above
     * @param nextOpenOn today, unless it is closed
     * @param breaks from today on, within the next twelve months
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Closed(
            List<ClosedDayView> items, List<ClosedDay.Kind> undecided, LocalDate nextOpenOn, List<Break> breaks) {}

    /** @param inherited decided by an organization above */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ClosedDayView(
            long id,
            ClosedDay.Kind kind,
            @Nullable String name,
            @Nullable LocalDate firstOn,
            @Nullable LocalDate lastOn,
            boolean open,
            boolean inherited) {}

    /** Both days inclusive. */
    record Break(LocalDate firstOn, LocalDate lastOn) {}

    @GET
    @Requires(Permission.ORGANIZATION_READ)
    @Operation(summary = "What is decided here and above, what is proposed, and the breaks of the next twelve months")
    public Closed list() {
        var items = decisions.list(access.organizationId());
        var calendar = days.calendar(access.organizationId());
        var today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        var breaks = calendar.breaks().entrySet().stream()
                .filter(each ->
                        !each.getValue().isBefore(today) && each.getKey().isBefore(today.plusYears(1)))
                .map(ClosedDaysResource::shown)
                .toList();
        var undecided = Arrays.stream(ClosedDay.Kind.values())
                .filter(ClosedDay.Kind::proposed)
                .filter(kind -> items.stream().noneMatch(item -> item.kind() == kind))
                .toList();
        return new Closed(items.stream().map(this::view).toList(), undecided, calendar.nextOpen(today), breaks);
    }

    @POST
    @Transactional
    @Requires(Permission.ORGANIZATION_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(
            summary = "Decide on a break, or accept or decline what is proposed; a second decision replaces the first")
    public RestResponse<ClosedDayView> add(@Valid @NotNull NewClosedDay wanted) {
        return idempotency.once(
                wanted,
                () -> {
                    var made = decisions.add(
                            access.organizationId(), wanted, access.actor().toString());
                    accessLog.record("closed-day.decided", made.kind() + " closed-day:" + made.id(), List.of());
                    return Idempotency.Created.of(made.id(), view(made));
                },
                id -> decisions
                        .find(access.organizationId(), id)
                        .map(this::view)
                        .orElseThrow(NotFound::new));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Requires(Permission.ORGANIZATION_WRITE)
    @Operation(summary = "Take a decision back; what an organization above has decided holds again")
    public void remove(@PathParam("id") long id) {
        if (!decisions.remove(access.organizationId(), id)) {
            throw new NotFound();
        }
        accessLog.record("closed-day.removed", "closed-day:" + id, List.of());
    }

    private ClosedDayView view(ClosedDay day) {
        return new ClosedDayView(
                day.id(),
                day.kind(),
                day.name(),
                day.firstOn(),
                day.lastOn(),
                day.open(),
                day.organizationId() != access.organizationId());
    }

    private static Break shown(Map.Entry<LocalDate, LocalDate> each) {
        return new Break(each.getKey(), each.getValue());
    }
}
