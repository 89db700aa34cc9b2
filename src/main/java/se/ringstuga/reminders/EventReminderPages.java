package se.ringstuga.reminders;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.events.EventRow;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;

/** What is sent around one event, what became of it, and who is left to be called. */
@Path("/o/{slug}/events/{event}/reminders")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class EventReminderPages {

    @CheckedTemplate(basePath = "EventReminderPages")
    static class Templates {
        static native TemplateInstance reminders(Shown page);

        static native TemplateInstance unreached(Left page);

        private Templates() {}
    }

    private final RuleEditing editing;
    private final ReminderPreviews previews;
    private final ReminderAccounts accounts;
    private final PageContext page;
    private final Access access;
    private final Clock clock;

    EventReminderPages(
            RuleEditing editing,
            ReminderPreviews previews,
            ReminderAccounts accounts,
            PageContext page,
            Access access,
            Clock clock) {
        this.editing = editing;
        this.previews = previews;
        this.accounts = accounts;
        this.page = page;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance reminders(@RestPath long event) {
        var row = editing.event(event);
        var words = RuleWords.in(page.language());
        return Templates.reminders(new Shown(
                access.slug(),
                base(row),
                row.content().title(),
                row.content().kindId(),
                previews.of(row).stream().map(sent -> sent(words, row, sent)).toList(),
                accounts.counts(row.id()).stream()
                        .map(count -> count.rule() + ": " + words.outcome(count))
                        .toList(),
                access.has(Permission.EVENTS_WRITE)));
    }

    private Sent sent(RuleWords words, EventRow event, ReminderPreviews.Sent sent) {
        return new Sent(
                sent.rule(),
                words.planned(sent, event.zone(), clock.instant()),
                sent.sms(),
                sent.subject(),
                sent.email());
    }

    @GET
    @Path("/unreached")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance unreached(@RestPath long event, @BeanParam PageRequest request) {
        var row = editing.event(event);
        var words = RuleWords.in(page.language());
        var found = accounts.left(row.id(), request);
        return Templates.unreached(new Left(
                access.slug(),
                base(row),
                row.content().title(),
                found.items().stream()
                        .map(left -> new Line(
                                left.personId(), left.name(), left.phone(), left.email(), words.why(left.reason())))
                        .toList(),
                found.next() == null ? null : base(row) + "/reminders/unreached?cursor=" + found.next()));
    }

    private String base(EventRow event) {
        return "/o/" + access.slug() + "/events/" + event.id();
    }

    /** @param outcomes one sentence a rule and outcome */
    record Shown(
            String slug,
            String base,
            String title,
            long kind,
            List<Sent> sent,
            List<String> outcomes,
            boolean mayWrite) {}

    /** @param sms as it would stand on the phone of somebody invented; null for what goes by e-mail alone */
    record Sent(
            String rule,
            String when,
            @Nullable String sms,
            @Nullable String subject,
            @Nullable String email) {}

    /** @param next where the following page is; null on the last */
    record Left(
            String slug,
            String base,
            String title,
            List<Line> people,
            @Nullable String next) {}

    record Line(
            @Nullable Long personId,
            String name,
            @Nullable String phone,
            @Nullable String email,
            String why) {}
}
