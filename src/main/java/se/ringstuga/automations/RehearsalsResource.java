package se.ringstuga.automations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.Rehearsals.Played;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Language;

/** An automation played on a clock of its own; nothing is stored and nobody is touched. */
@Path("/api/organizations/{slug}/automations/{id}/rehearsals")
@RunOnVirtualThread
@Tag(name = "Automations")
class RehearsalsResource {

    private final Rehearsals rehearsals;
    private final AutomationEditing editing;
    private final Flows flows;

    RehearsalsResource(Rehearsals rehearsals, AutomationEditing editing, Flows flows) {
        this.rehearsals = rehearsals;
        this.editing = editing;
        this.flows = flows;
    }

    /**
     * Of somebody who comes in at a moment.
     *
     * @param on the day
     * @param at the time of day; noon unless given
     * @param moved whether they moved here from another association instead of joining
     */
    record NewRehearsal(
            @NotNull LocalDate on,
            @Nullable LocalTime at,
            @Nullable Boolean moved) {

        Played of(Automation.Home home, Flow flow) {
            if (!ThinkableDay.is(on)) {
                throw new InvalidInput("on", "must be a date such as 2027-03-01");
            }
            return new Played(
                    home, flow.steps(Boolean.TRUE.equals(moved)), on.atTime(at == null ? LocalTime.NOON : at));
        }
    }

    /** What would happen, in the order of the flow. */
    record RehearsalView(List<Rehearsals.Line> items) {}

    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(summary = "What would happen to somebody who came in on a day")
    public RehearsalView rehearse(
            @PathParam("id") long id,
            @NotNull @Valid NewRehearsal wanted,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        var automation = editing.get(id);
        return new RehearsalView(rehearsals.of(
                wanted.of(automation.home(), flows.of(automation).flow()), Language.preferred(null, acceptLanguage)));
    }
}
