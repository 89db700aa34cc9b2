package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.messaging.CodeMessages;
import se.ringstuga.messaging.PersonalMessages;
import se.ringstuga.messaging.Reason;
import se.ringstuga.organizations.ClosedDays;

/**
 * Lets plans follow what changed: events that were published, moved or cancelled, who comes, and rules. Everything follows from
 * the rows as they are when it looks, so it may be done twice, late, or after any number of changes at once. It touches only
 * events that something changed of, and takes the same few statements for one as for five hundred.
 */
@ApplicationScoped
class Planning {

    private static final int NEWS_AT_ONCE = 2000;

    private final ReminderPlans plans;
    private final ReminderRules rules;
    private final PersonalMessages messages;
    private final CodeMessages codes;
    private final ClosedDays closedDays;
    private final AskedByEvents asked;
    private final Clock clock;

    Planning(
            ReminderPlans plans,
            ReminderRules rules,
            PersonalMessages messages,
            CodeMessages codes,
            ClosedDays closedDays,
            AskedByEvents asked,
            Clock clock) {
        this.plans = plans;
        this.rules = rules;
        this.messages = messages;
        this.codes = codes;
        this.closedDays = closedDays;
        this.asked = asked;
        this.clock = clock;
    }

    /** How many lines of news there were: none when everything is planned, or when another instance plans. */
    @Transactional
    int plan() {
        if (!plans.alone()) {
            return 0;
        }
        return plan(plans.news(clock.instant(), NEWS_AT_ONCE));
    }

    /** What changed of one event by itself, unless another instance plans. */
    @Transactional
    void plan(ReminderPlans.Changed changed) {
        if (plans.alone()) {
            plan(plans.news(changed));
        }
    }

    /** What plans have not followed yet. */
    @Transactional
    List<ReminderPlans.Changed> waiting() {
        return plans.waiting(clock.instant(), NEWS_AT_ONCE);
    }

    @Transactional
    void putOff(ReminderPlans.Changed changed) {
        plans.putOff(changed, clock.instant().plus(Promotion.PUT_OFF));
    }

    private int plan(ReminderPlans.News news) {
        rules.makeDefaults(List.copyOf(news.kinds()));
        if (!news.events().isEmpty()) {
            follow(news);
        }
        return news.lines();
    }

    private void follow(ReminderPlans.News news) {
        var now = clock.instant();
        var events = plans.events(news.events());
        var applied = plans.rules(news.events());
        var standing = plans.standing(news.events());
        var calm = new HashMap<Long, EventPlans.Calm>();
        var wanted = new ArrayList<ReminderPlan>();
        var closing = new HashMap<Long, Why>();
        for (var event : events) {
            var plans = new EventPlans(
                    event,
                    applied.getOrDefault(event.id(), List.of()),
                    standing.getOrDefault(event.id(), List.of()),
                    calm.computeIfAbsent(event.organizationId(), this::calm),
                    now);
            wanted.addAll(plans.wanted());
            closing.putAll(plans.closing());
        }
        plans.write(wanted, now);
        close(closing, now);
        plans.seen(events);
        asked.follow(events);
    }

    private EventPlans.Calm calm(long organizationId) {
        return new EventPlans.Calm(messages.quietHours(organizationId), closedDays.calendar(organizationId));
    }

    /** What waits to be sent is taken out of the line; what is just being sent is judged as it leaves. */
    private void close(Map<Long, Why> closing, Instant now) {
        if (closing.isEmpty()) {
            return;
        }
        plans.close(closing, now);
        var bySource = new HashMap<String, Map<Long, Why>>();
        for (var reminder : plans.inLine(closing.keySet())) {
            bySource.computeIfAbsent(reminder.source(), _ -> new HashMap<>()).put(reminder.id(), reminder.why());
        }
        bySource.forEach((source, reminders) -> {
            var takenBack = takenBack(source, reminders);
            plans.takenBack(takenBack, now);
            asked.neverLeft(takenBack);
        });
    }

    private List<Long> takenBack(String source, Map<Long, Why> reminders) {
        if (source.equals(GuestLine.SOURCE)) {
            return codes.takeBack(source, List.copyOf(reminders.keySet()));
        }
        var reasons = new HashMap<Long, Reason>();
        reminders.forEach((id, why) -> reasons.put(id, why.ofMessage()));
        return messages.takeBack(source, reasons);
    }
}
