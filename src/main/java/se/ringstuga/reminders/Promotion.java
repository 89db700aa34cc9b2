package se.ringstuga.reminders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.contact.Channel;
import se.ringstuga.inbox.OpenQuestions;
import se.ringstuga.messaging.PersonalMessages;
import se.ringstuga.messaging.PersonalMessages.Put;

/**
 * Lays out whom plans concern, and puts in line what is due: a batch in one transaction, in a number of statements that does not
 * depend on how many people it is. Two instances take different plans.
 */
@ApplicationScoped
class Promotion {

    private static final int PLANS_AT_ONCE = 100;
    private static final int REMINDERS_AT_ONCE = 1000;

    /** So long a plan rests that could not be worked on. */
    static final Duration PUT_OFF = Duration.ofMinutes(10);

    private static final String ASK = "\nKommer du? Svara JA eller NEJ.";
    private static final String OTHERS = "{om övriga dagar}\nDet gäller också {övriga dagar}.{slut}";
    private static final String ASK_BY_LINK = "\nKommer du? Svara här: {länk till anmälan}";

    private final Reminders reminders;
    private final PersonalMessages messages;
    private final GuestLine guests;
    private final OpenQuestions questions;
    private final Clock clock;

    Promotion(Reminders reminders, PersonalMessages messages, GuestLine guests, OpenQuestions questions, Clock clock) {
        this.reminders = reminders;
        this.messages = messages;
        this.guests = guests;
        this.questions = questions;
        this.clock = clock;
    }

    /** For how many plans something was done; none when nothing is due, or when others have it in hand. */
    @Transactional
    int promote() {
        var now = clock.instant();
        return promote(reminders.due(now, PLANS_AT_ONCE), now);
    }

    /** One plan by itself, unless others have it in hand. */
    @Transactional
    void promote(long plan) {
        var now = clock.instant();
        promote(reminders.due(plan, now).stream().toList(), now);
    }

    /** The plans for which there is something to do, with nobody kept from them. */
    @Transactional
    List<Long> due() {
        return reminders.dueIds(clock.instant(), PLANS_AT_ONCE);
    }

    @Transactional
    void putOff(long plan) {
        reminders.putOff(plan, clock.instant().plus(PUT_OFF));
    }

    private int promote(List<DuePlan> plans, Instant now) {
        if (plans.isEmpty()) {
            return 0;
        }
        var followed = follow(plans, now);
        var due = plans.stream().filter(plan -> plan.isDue(now)).toList();
        if (!due.isEmpty()) {
            reminders.skipStale(due, now);
            putInLine(due, now);
        }
        reminders.done(plans, followed, now);
        return plans.size();
    }

    /** Moves first: whoever is told of one knows. Whoever is looked for by a filter is looked for once, when the time has come. */
    private List<DuePlan> follow(List<DuePlan> plans, Instant now) {
        var standing = plans.stream()
                .filter(plan -> !plan.laidOut() && plan.rule().audience().stands())
                .toList();
        var moves = standing.stream().collect(partitioningBy(plan -> plan.rule().occasion() == Occasion.MOVED));
        reminders.followSignUps(moves.getOrDefault(true, List.of()), now);
        reminders.followSignUps(moves.getOrDefault(false, List.of()), now);
        var found = plans.stream()
                .filter(plan -> !plan.laidOut() && !plan.rule().audience().stands())
                .filter(plan -> plan.isDue(now) && plan.notAfter().isAfter(now))
                .toList();
        found.forEach(plan -> reminders.followFound(plan, now));
        var followed = new ArrayList<>(standing);
        followed.addAll(found);
        return followed;
    }

    private void putInLine(List<DuePlan> due, Instant now) {
        Map<Long, DuePlan> plans = due.stream().collect(toMap(DuePlan::id, plan -> plan));
        var all = reminders.ready(due, REMINDERS_AT_ONCE);
        guests.put(all.stream().filter(Reminders.Ready::ofGuest).toList(), plans, now);
        var ready = all.stream().filter(one -> !one.ofGuest()).toList();
        var results = new ArrayList<Put>();
        ready.stream()
                .collect(groupingBy(one -> plan(plans, one).from()))
                .forEach((from, some) -> results.addAll(put(from, some, plans, now)));
        reminders.put(ready, results, now);
    }

    static DuePlan plan(Map<Long, DuePlan> plans, Reminders.Ready one) {
        var plan = plans.get(one.planId());
        if (plan == null) {
            throw new IllegalStateException("a reminder of another plan: " + one);
        }
        return plan;
    }

    private List<Put> put(
            PersonalMessages.From from, List<Reminders.Ready> ready, Map<Long, DuePlan> plans, Instant now) {
        var answerable = messages.canBeAnswered(from.organizationId());
        var wanted = new ArrayList<PersonalMessages.Wanted>();
        var asked = new HashMap<Long, OpenQuestions.Asked>();
        for (var one : ready) {
            var plan = plan(plans, one);
            wanted.add(new PersonalMessages.Wanted(
                    one.who(),
                    one.id(),
                    one.attempt() == 0 ? "" : String.valueOf(one.attempt()),
                    plan.rule().purpose(),
                    plan.rule().channel(),
                    words(plan.rule(), answerable),
                    now,
                    plan.notAfter(),
                    plan.rule().occasion().tellsOfChange()));
            if (plan.rule().asks() && answerable) {
                asked.put(
                        one.id(),
                        new OpenQuestions.Asked(one.who(), AskedByEvents.subject(plan.eventId()), plan.startsAt()));
            }
        }
        var results = messages.put(from, wanted);
        questions.ask(from.organizationId(), bySms(results, asked));
        return results;
    }

    /** Who gets an e-mail answers by its link. */
    private static List<OpenQuestions.Asked> bySms(List<Put> results, Map<Long, OpenQuestions.Asked> asked) {
        var bySms = new ArrayList<OpenQuestions.Asked>();
        for (var result : results) {
            var question = asked.get(result.sourceId());
            if (question != null && result instanceof Put.InLine in && in.channel() == Channel.SMS) {
                bySms.add(question);
            }
        }
        return bySms;
    }

    /** With the question, where the rule asks one, and the other days of a series, where one act changed them all. */
    static PersonalMessages.Words words(ReminderRule rule, boolean answerable) {
        var texts = rule.texts();
        return switch (rule.occasion()) {
            case MOVED, RELOCATED, CANCELLED ->
                new PersonalMessages.Words(
                        texts.sms() + OTHERS, texts.subject(), texts.email() + "\n" + OTHERS, rule.changedBy());
            case BEFORE, AFTER, PROMOTED, ANSWERED ->
                rule.asks()
                        ? new PersonalMessages.Words(
                                texts.sms() + (answerable ? ASK : ASK_BY_LINK),
                                texts.subject(),
                                texts.email() + "\n" + ASK_BY_LINK,
                                rule.changedBy())
                        : new PersonalMessages.Words(texts.sms(), texts.subject(), texts.email(), rule.changedBy());
        };
    }
}
