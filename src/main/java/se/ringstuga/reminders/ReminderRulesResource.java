package se.ringstuga.reminders;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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

/** What is sent around events of a kind. */
@Path("/api/organizations/{slug}/reminder-rules")
@RunOnVirtualThread
@Tag(name = "Reminders")
class ReminderRulesResource {

    private final RuleEditing editing;
    private final Idempotency idempotency;

    ReminderRulesResource(RuleEditing editing, Idempotency idempotency) {
        this.editing = editing;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(
            summary = "The rules of all kinds of events, or of one; those of organizations above are not the own ones")
    public Page<ReminderRuleView> list(@QueryParam("kindId") @Nullable Long kindId, @BeanParam PageRequest page) {
        return editing.list(kindId, page);
    }

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Make a rule for the events of a kind")
    public RestResponse<ReminderRuleView> add(@Valid @NotNull NewReminderRule wanted) {
        return idempotency.once(wanted, () -> created(editing.add(wanted)), editing::get);
    }

    static Idempotency.Created<ReminderRuleView> created(ReminderRuleView rule) {
        return Idempotency.Created.of(rule.id(), rule);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "A rule")
    public RestResponse<ReminderRuleView> get(long id) {
        var rule = editing.get(id);
        return EntityVersion.answer(rule, rule.version());
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(
            summary =
                    "Write it anew; what it has sent is not sent again. If-Match with its ETag refuses to overwrite another's change")
    public RestResponse<ReminderRuleView> change(
            long id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewReminderRule wanted) {
        var rule = editing.change(id, wanted, ifMatch);
        return EntityVersion.answer(rule, rule.version());
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Take it away; what it has sent stays in the account of the events")
    public void archive(long id) {
        editing.archive(id);
    }
}
