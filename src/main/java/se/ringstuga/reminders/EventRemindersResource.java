package se.ringstuga.reminders;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What is sent around one event, before and afterwards. */
@Path("/api/organizations/{slug}/events/{event}/reminders")
@RunOnVirtualThread
@Tag(name = "Reminders")
class EventRemindersResource {

    private final RuleEditing editing;
    private final ReminderAccounts accounts;
    private final ReminderPreviews previews;

    EventRemindersResource(RuleEditing editing, ReminderAccounts accounts, ReminderPreviews previews) {
        this.editing = editing;
        this.accounts = accounts;
        this.previews = previews;
    }

    /**
     * The account of an event's reminders.
     *
     * @param counts by rule, state and reason; of the whole event on every page
     */
    record Account(
            List<ReminderAccounts.Count> counts,
            List<ReminderAccounts.Line> items,
            @Nullable String next) {}

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "What has become of the event's reminders, in numbers and one by one")
    public Account list(
            long event,
            @QueryParam("ruleId") @Nullable Long ruleId,
            @QueryParam("personId") @Nullable Long personId,
            @BeanParam PageRequest page) {
        var id = editing.event(event).id();
        var lines = accounts.page(id, new ReminderAccounts.Wanted(ruleId, personId), page);
        return new Account(accounts.counts(id), lines.items(), lines.next());
    }

    @GET
    @Path("/preview")
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(summary = "Who would get what and when, as things stand; a draft as if it were published now")
    public List<ReminderPreviews.Sent> preview(long event) {
        return previews.of(editing.event(event));
    }

    @GET
    @Path("/unreached")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(summary = "Whom no channel reaches, and guests: to be called, or printed")
    public Page<ReminderAccounts.Left> unreached(long event, @BeanParam PageRequest page) {
        return accounts.left(editing.event(event).id(), page);
    }
}
