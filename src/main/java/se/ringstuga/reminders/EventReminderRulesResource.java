package se.ringstuga.reminders;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;

/** What is sent around one event. */
@Path("/api/organizations/{slug}/events/{event}/reminder-rules")
@RunOnVirtualThread
@Tag(name = "Reminders")
class EventReminderRulesResource {

    private final RuleEditing editing;
    private final Idempotency idempotency;

    EventReminderRulesResource(RuleEditing editing, Idempotency idempotency) {
        this.editing = editing;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "The event's own rules and those of its kind, at most 200")
    public List<ReminderRuleView> list(long event) {
        return editing.ofEvent(event);
    }

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Make a rule for this event alone; it is changed and taken away like any other")
    public RestResponse<ReminderRuleView> add(long event, @Valid @NotNull NewReminderRule wanted) {
        return idempotency.once(
                wanted, () -> ReminderRulesResource.created(editing.addToEvent(event, wanted)), editing::get);
    }

    @PUT
    @Path("/{rule}/exception")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Let the event go without a rule of its kind")
    public void except(long event, long rule) {
        editing.except(event, rule);
    }

    @DELETE
    @Path("/{rule}/exception")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Let the rule of its kind hold for the event again")
    public void include(long event, long rule) {
        editing.include(event, rule);
    }
}
