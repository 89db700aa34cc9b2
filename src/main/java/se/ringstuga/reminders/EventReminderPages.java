package se.ringstuga.reminders;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.events.EventRow;
import se.ringstuga.http.NotFound;
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
        var counts = accounts.counts(row.id());
        return Templates.reminders(new Shown(
                access.slug(),
                base(row),
                row.id(),
                row.content().title(),
                row.content().kindId(),
                previews.of(row).stream()
                        .filter(sent -> ahead(sent, row, counts))
                        .map(sent -> sent(words, row, sent))
                        .toList(),
                editing.ofEvent(row.id()).stream()
                        .map(rule -> rule(words, row, rule))
                        .toList(),
                counts.stream()
                        .map(count -> count.rule() + ": " + words.outcome(count))
                        .toList(),
                access.has(Permission.EVENTS_WRITE)));
    }

    /** What has been sent, or is over with its event, stands among what has happened. */
    private boolean ahead(ReminderPreviews.Sent sent, EventRow event, List<ReminderAccounts.Count> counts) {
        if (sent.dueAt() != null) {
            return true;
        }
        var happened = sent.occasion().timed() && counts.stream().anyMatch(count -> count.ruleId() == sent.ruleId());
        return !happened && event.endsAt().isAfter(clock.instant());
    }

    private Rule rule(RuleWords words, EventRow event, ReminderRuleView rule) {
        var here = rule.eventId() != null;
        var excepted = Boolean.TRUE.equals(rule.excepted());
        var act = here
                ? "/o/" + access.slug() + "/reminder-rules/" + rule.id() + "/do/" + (rule.on() ? "off" : "on")
                : base(event) + "/reminders/rules/" + rule.id() + "/" + (excepted ? "include" : "except");
        return new Rule(
                rule.id(),
                rule.title(),
                words.of(rule.occasion(), rule.audience(), rule.timing()),
                here,
                rule.on(),
                excepted,
                act);
    }

    /** The event goes without a rule of its kind, or with it again. */
    @POST
    @Path("/rules/{rule}/{what}")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public RestResponse<Void> choose(@RestPath long event, @RestPath long rule, @RestPath String what) {
        switch (what) {
            case "except" -> editing.except(event, rule);
            case "include" -> editing.include(event, rule);
            default -> throw new NotFound();
        }
        return RestResponse.seeOther(URI.create("/o/" + access.slug() + "/events/" + event + "/reminders"));
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
            long id,
            String title,
            long kind,
            List<Sent> sent,
            List<Rule> rules,
            List<String> outcomes,
            boolean mayWrite) {}

    /**
     * A rule that is about the event.
     *
     * @param here of this event alone
     * @param excepted of its kind, and not for this event
     * @param act what is posted to turn that around
     */
    record Rule(long id, String title, String when, boolean here, boolean on, boolean excepted, String act) {}

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
