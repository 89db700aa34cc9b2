package se.ringstuga.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.messaging.PersonalMessages;

/**
 * What one event, its rules and its plans so far make of one another: which plans hold from now on, and which do not any more
 * and why. Nothing is read or written here.
 */
final class EventPlans {

    /** Whom a reminder concerns stands as rows this long before it is due. */
    static final Duration LAID_OUT_AHEAD = Duration.ofDays(7);

    private final PlannedEvent event;
    private final List<ReminderRule> rules;
    private final Map<ReminderPlan.Key, ReminderPlan.Standing> standing;
    private final QuietHours quiet;
    private final Instant now;

    /** @param rules those that hold for it */
    EventPlans(
            PlannedEvent event,
            List<ReminderRule> rules,
            List<ReminderPlan.Standing> standing,
            QuietHours quiet,
            Instant now) {
        this.event = event;
        this.rules = rules;
        this.standing = standing.stream()
                .collect(Collectors.toMap(ReminderPlan.Standing::key, plan -> plan, (a, _) -> a, LinkedHashMap::new));
        this.quiet = quiet;
        this.now = now;
    }

    /** Those that hold: new ones, changed ones, and those whose people are to be looked at again. */
    List<ReminderPlan> wanted() {
        return rules.stream().flatMap(rule -> plan(rule).stream()).toList();
    }

    /** By the id of each plan that was open, why it is not any more. */
    Map<Long, Why> closing() {
        var wanted = wanted().stream().map(ReminderPlan::key).collect(Collectors.toSet());
        var closing = new HashMap<Long, Why>();
        for (var plan : standing.values()) {
            if (plan.closed() == null && !wanted.contains(plan.key()) && !isKept(plan)) {
                closing.put(plan.id(), why(plan));
            }
        }
        return closing;
    }

    /** A notice of the latest move stands until there is another move. */
    private boolean isKept(ReminderPlan.Standing plan) {
        return plan.occasion() == Occasion.MOVED
                && event.publishedAt() != null
                && event.cancelledAt() == null
                && plan.key().startsAt().equals(event.startsAt())
                && rules.stream().anyMatch(rule -> rule.id() == plan.key().ruleId());
    }

    private Why why(ReminderPlan.Standing plan) {
        if (event.publishedAt() == null) {
            return Why.NOT_PUBLISHED;
        }
        if (event.cancelledAt() != null) {
            return Why.EVENT_CANCELLED;
        }
        if (!plan.key().startsAt().equals(event.startsAt())) {
            return Why.EVENT_MOVED;
        }
        if (rules.stream().noneMatch(rule -> rule.id() == plan.key().ruleId())) {
            return Why.SWITCHED_OFF;
        }
        return event.startsAt().isAfter(now) ? Why.TOO_LATE : Why.EVENT_OVER;
    }

    private Optional<ReminderPlan> plan(ReminderRule rule) {
        if (event.publishedAt() == null || (event.cancelledAt() != null) != (rule.occasion() == Occasion.CANCELLED)) {
            return Optional.empty();
        }
        var ahead = event.startsAt().isAfter(now);
        return switch (rule.occasion()) {
            case BEFORE -> ahead ? before(rule) : Optional.empty();
            case AFTER -> after(rule);
            case MOVED -> ahead && event.hasMoved() ? Optional.of(moved(rule)) : Optional.empty();
            case CANCELLED -> ahead ? Optional.of(atOnce(rule, at(event.cancelledAt()))) : Optional.empty();
            case PROMOTED -> ahead ? Optional.of(atOnce(rule, at(event.publishedAt()))) : Optional.empty();
            case ANSWERED -> Optional.of(atOnce(rule, at(event.publishedAt())));
        };
    }

    /** Rather earlier than in the night. What is due before a move of which people are told anyway says nothing new. */
    private Optional<ReminderPlan> before(ReminderRule rule) {
        var wanted = rule.due(event.hours());
        var due = rule.channel() == PersonalMessages.By.EMAIL ? wanted : quiet.latest(wanted);
        if (!due.isBefore(event.startsAt()) || (rule.audience() == Audience.SIGNED_UP && toldOfMoveSince(due))) {
            return Optional.empty();
        }
        var next = rule.audience().stands() ? due.minus(LAID_OUT_AHEAD) : due;
        return Optional.of(plan(rule, due, next));
    }

    private boolean toldOfMoveSince(Instant due) {
        return event.movedAt() != null
                && due.isBefore(event.movedAt())
                && rules.stream().anyMatch(rule -> rule.occasion() == Occasion.MOVED);
    }

    private Optional<ReminderPlan> after(ReminderRule rule) {
        var due = rule.due(event.hours());
        return rule.notAfter(event.hours(), due).isAfter(now) ? Optional.of(plan(rule, due, due)) : Optional.empty();
    }

    private ReminderPlan atOnce(ReminderRule rule, Instant since) {
        return plan(rule, since, since);
    }

    private ReminderPlan plan(ReminderRule rule, Instant due, Instant next) {
        var stands = standing.get(new ReminderPlan.Key(event.id(), rule.id(), event.startsAt()));
        var anew = rule.audience().stands()
                || stands == null
                || stands.closed() != null
                || !stands.dueAt().equals(due);
        return new ReminderPlan(
                event.id(),
                event.organizationId(),
                rule,
                event.startsAt(),
                due,
                rule.notAfter(event.hours(), due),
                0,
                null,
                next.isAfter(now) ? next : now,
                anew);
    }

    private ReminderPlan moved(ReminderRule rule) {
        return new ReminderPlan(
                event.id(),
                event.organizationId(),
                rule,
                event.startsAt(),
                now,
                rule.notAfter(event.hours(), now),
                now.toEpochMilli(),
                event.seenStart(),
                now,
                true);
    }

    private Instant at(@Nullable Instant moment) {
        return moment == null ? now : moment;
    }
}
