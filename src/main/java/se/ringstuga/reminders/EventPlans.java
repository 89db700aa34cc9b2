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
import se.ringstuga.contact.Purpose;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.messaging.PersonalMessages;
import se.ringstuga.organizations.ClosedCalendar;

/**
 * What one event, its rules and its plans so far make of one another: which plans hold from now on, and which do not any more
 * and why. Nothing is read or written here.
 */
final class EventPlans {

    /** Whom a reminder concerns stands as rows this long before it is due. */
    static final Duration LAID_OUT_AHEAD = Duration.ofDays(7);

    /** So long after a change of place a rule may begin to tell of it. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final PlannedEvent event;
    private final List<ReminderRule> rules;
    private final Map<ReminderPlan.Key, ReminderPlan.Standing> standing;
    private final Calm calm;
    private final Instant now;
    private final List<ReminderPlan> wanted;

    /** When nobody is woken, and on which days nothing is sent that nobody has asked for (rule 33). */
    record Calm(QuietHours quiet, ClosedCalendar closed) {}

    /** @param rules those that hold for it */
    EventPlans(
            PlannedEvent event,
            List<ReminderRule> rules,
            List<ReminderPlan.Standing> standing,
            Calm calm,
            Instant now) {
        this.event = event;
        this.rules = rules;
        this.standing = standing.stream()
                .collect(Collectors.toMap(ReminderPlan.Standing::key, plan -> plan, (a, _) -> a, LinkedHashMap::new));
        this.calm = calm;
        this.now = now;
        this.wanted = rules.stream().flatMap(rule -> plan(rule).stream()).toList();
    }

    /** Those that hold: new ones, changed ones, and those whose people are to be looked at again. */
    List<ReminderPlan> wanted() {
        return wanted;
    }

    /** By the id of each plan that was open, why it is not any more. */
    Map<Long, Why> closing() {
        var wanted = this.wanted.stream().map(ReminderPlan::key).collect(Collectors.toSet());
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
            case RELOCATED -> ahead ? relocated(rule) : Optional.empty();
            case CANCELLED -> ahead ? Optional.of(atOnce(rule, at(event.cancelledAt()))) : Optional.empty();
            case PROMOTED -> ahead ? Optional.of(atOnce(rule, at(event.publishedAt()))) : Optional.empty();
            case ANSWERED -> Optional.of(atOnce(rule, at(event.publishedAt())));
        };
    }

    /** Rather earlier than in the night, or on a closed day. */
    private Optional<ReminderPlan> before(ReminderRule rule) {
        var wanted = rule.due(event.hours());
        var due = onOpenDay(
                rule,
                rule.channel() == PersonalMessages.By.EMAIL
                        ? wanted
                        : calm.quiet().latest(wanted));
        if (!due.isBefore(event.startsAt())) {
            return Optional.empty();
        }
        var next = rule.audience().stands() ? due.minus(LAID_OUT_AHEAD) : due;
        return Optional.of(plan(rule, due, next, 0));
    }

    /** The last open day before, as long as it is ahead or was planned for then; else the first one after, in time for the event. */
    private Instant onOpenDay(ReminderRule rule, Instant due) {
        if (!rests(rule, due)) {
            return due;
        }
        var local = due.atZone(event.zone());
        var earlier = local.with(calm.closed().lastOpen(local.toLocalDate())).toInstant();
        var stands = standing(rule);
        if (!earlier.isBefore(now) || (stands != null && stands.dueAt().equals(earlier))) {
            return earlier;
        }
        var later = local.with(calm.closed().nextOpen(local.toLocalDate())).toInstant();
        return later.isBefore(event.startsAt()) ? later : earlier;
    }

    private boolean rests(ReminderRule rule, Instant due) {
        return rule.purpose().isBoundBy(Purpose.Rule.CLOSED_DAYS)
                && calm.closed().closed(due.atZone(event.zone()).toLocalDate());
    }

    private Optional<ReminderPlan> after(ReminderRule rule) {
        var wanted = rule.due(event.hours());
        var local = wanted.atZone(event.zone());
        var due = rests(rule, wanted)
                ? local.with(calm.closed().nextOpen(local.toLocalDate())).toInstant()
                : wanted;
        return rule.notAfter(event.hours(), due).isAfter(now) ? Optional.of(plan(rule, due, due, 0)) : Optional.empty();
    }

    private ReminderPlan.@Nullable Standing standing(ReminderRule rule) {
        return standing.get(new ReminderPlan.Key(event.id(), rule.id(), event.startsAt()));
    }

    private ReminderPlan atOnce(ReminderRule rule, Instant since) {
        return plan(rule, since, since, 0);
    }

    private ReminderPlan plan(ReminderRule rule, Instant due, Instant next, long turn) {
        var stands = standing(rule);
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
                turn,
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

    /** Each change of place is told anew, once; what nobody would tell then is no news afterwards. */
    private Optional<ReminderPlan> relocated(ReminderRule rule) {
        var since = event.relocatedAt();
        if (since == null) {
            return Optional.empty();
        }
        return isNews(since, standing(rule))
                ? Optional.of(plan(rule, since, since, since.toEpochMilli()))
                : Optional.empty();
    }

    /** What has begun to be told goes on; what fell due while the database was out of use another may have told. */
    private boolean isNews(Instant since, ReminderPlan.@Nullable Standing stands) {
        if (stands != null && stands.dueAt().equals(since)) {
            if (stands.closed() == null) {
                return true;
            }
            if (stands.closed().equals(Why.GAP.name())) {
                return false;
            }
        }
        return since.isAfter(now.minus(NEWS));
    }

    private Instant at(@Nullable Instant moment) {
        return moment == null ? now : moment;
    }
}
