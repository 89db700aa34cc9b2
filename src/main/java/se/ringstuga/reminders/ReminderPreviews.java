package se.ringstuga.reminders;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.events.EventLinks;
import se.ringstuga.events.EventRow;
import se.ringstuga.messaging.PersonalMessages;
import se.ringstuga.messaging.PersonalMessages.By;
import se.ringstuga.messaging.ScheduledTexts;
import se.ringstuga.messaging.TemplateFields;
import se.ringstuga.organizations.ClosedDays;
import se.ringstuga.organizations.Organizations;

/** Who would get what and when around an event, as things stand; nothing is written. A draft is shown as if it were published. */
@ApplicationScoped
class ReminderPreviews {

    private final ReminderRules rules;
    private final Reminders reminders;
    private final PersonalMessages messages;
    private final ScheduledTexts texts;
    private final EventLinks links;
    private final ClosedDays closedDays;
    private final Organizations organizations;
    private final Clock clock;

    ReminderPreviews(
            ReminderRules rules,
            Reminders reminders,
            PersonalMessages messages,
            ScheduledTexts texts,
            EventLinks links,
            ClosedDays closedDays,
            Organizations organizations,
            Clock clock) {
        this.rules = rules;
        this.reminders = reminders;
        this.messages = messages;
        this.texts = texts;
        this.links = links;
        this.closedDays = closedDays;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * What one rule would send.
     *
     * @param dueAt null for what is due when it happens, and for what would come too late
     * @param people how many it would be for now; null for what is due when it happens
     * @param sms as it would stand on the phone of somebody invented
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            long ruleId,
            String rule,
            Occasion occasion,
            Audience audience,
            By channel,
            Purpose purpose,
            @Nullable Instant dueAt,
            @Nullable Long people,
            @Nullable String sms,
            @Nullable String subject,
            @Nullable String email) {}

    /** What has a time first, by it. */
    List<Sent> of(EventRow event) {
        var now = clock.instant();
        var holding = rules.ofEvent(event.id()).stream()
                .filter(applied -> !applied.excepted() && applied.rule().switchedOffAt() == null)
                .map(ReminderRules.Applied::rule)
                .toList();
        var planned = new PlannedEvent(
                event.id(),
                event.organizationId(),
                event.zone(),
                event.startsAt(),
                event.endsAt(),
                event.publishedAt() == null ? now : event.publishedAt(),
                event.cancelledAt(),
                event.movedAt(),
                null,
                null);
        var due = new HashMap<Long, ReminderPlan>();
        new EventPlans(planned, holding, List.of(), calm(event.organizationId()), now)
                .wanted().stream()
                        .filter(plan -> plan.rule().occasion().timed()
                                && plan.notAfter().isAfter(now))
                        .forEach(plan -> due.put(plan.rule().id(), plan));
        return holding.stream()
                .map(rule -> sent(event, rule, due.get(rule.id())))
                .sorted(Comparator.comparing(Sent::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private EventPlans.Calm calm(long organizationId) {
        return new EventPlans.Calm(messages.quietHours(organizationId), closedDays.calendar(organizationId));
    }

    private Sent sent(EventRow event, ReminderRule rule, @Nullable ReminderPlan plan) {
        var fields = fields(event, plan == null ? clock.instant() : plan.dueAt());
        var words = Promotion.words(rule, messages.canBeAnswered(event.organizationId()));
        return new Sent(
                rule.id(),
                rule.title(),
                rule.occasion(),
                rule.audience(),
                rule.channel(),
                rule.purpose(),
                plan == null ? null : plan.dueAt(),
                plan == null ? null : reminders.count(plan, event),
                rule.channel() == By.EMAIL ? null : shown(Channel.SMS, event, words.sms(), fields),
                rule.channel() == By.SMS ? null : shown(Channel.EMAIL, event, words.subject(), fields),
                rule.channel() == By.SMS ? null : shown(Channel.EMAIL, event, words.email(), fields));
    }

    private Map<String, String> fields(EventRow event, Instant at) {
        var content = event.content();
        var fields = EventTexts.of(
                new EventTexts.Told(
                        content.title(),
                        event.startsAt(),
                        event.endsAt(),
                        event.zone(),
                        content.place().name(),
                        content.place().address(),
                        content.place().onlineLink(),
                        contact(event),
                        event.cancelledWhy()),
                at);
        fields.put(EventTexts.LINK.key(), links.specimen());
        fields.put(EventTexts.ANSWERED.key(), EventTexts.answered(fields, "SIGNED_UP"));
        fields.put(EventTexts.STANDING.key(), EventTexts.standing("SIGNED_UP"));
        return fields;
    }

    private String contact(EventRow event) {
        return Optional.ofNullable(event.content().contact().line(event.contactName()))
                .orElseGet(() -> organizations.view(event.organizationId()).name());
    }

    private String shown(Channel channel, EventRow event, String text, Map<String, String> fields) {
        TemplateFields known = EventTexts.KNOWN;
        return texts.shown(channel, new ScheduledTexts.Written(event.organizationId(), "text", text, known, fields));
    }
}
