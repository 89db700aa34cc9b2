package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;

/**
 * A thousand random histories of events: people sign up and off and opt out, events are moved there and back, to other places, and cancelled, jobs
 * die halfway, and for days nobody looks. Whatever happens nobody is reminded of what is cancelled or past, of what they have not
 * signed up for, past an opt-out, or twice; nobody is told what is not so; and where an event is left
 * alone, whoever signed up in time is reminded as soon as somebody looks.
 */
@QuarkusTest
class RandomHistoriesTest extends ReminderTest {

    private static final int SEEDS = 5;
    private static final int EVENTS = 200;
    private static final int PEOPLE = 90;
    private static final int STEPS = 30;
    private static final int ACTIONS = 40;

    /** The reminder of the day before, at the latest, and as much earlier as a night is long. */
    private static final Duration BEFORE = Duration.ofHours(24);

    private static final Duration NIGHT = Duration.ofHours(13);

    @Inject
    Planning planning;

    @Inject
    Promotion promotion;

    private final List<History> histories = new ArrayList<>();
    private final Set<Long> optedOut = new HashSet<>();
    private final Set<String> reminded = new HashSet<>();
    private int due;
    private int toldOfPlaces;
    private final List<String> wrong = new ArrayList<>();
    private List<Long> people = List.of();

    /** One event as it really is. */
    private static final class History {

        private final long event;
        private final Instant first;
        private Instant start;
        private boolean cancelled;
        private boolean moved;
        private @Nullable Instant relocated;
        private final Map<Long, Instant> signedUp = new HashMap<>();

        History(long event, Instant start) {
            this.event = event;
            this.first = start;
            this.start = start;
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyIsRemindedOfWhatIsCancelledPastOptedOutOfOrTwice(long seed) {
        var random = new Random(seed);
        var places = new Random(~seed);
        dayBefore();
        minutesBefore(24 * 60);
        minutesBefore(3 * 60);
        whenIt(Occasion.MOVED);
        whenIt(Occasion.RELOCATED);
        whenIt(Occasion.CANCELLED);
        people = somePeople();
        for (var i = 0; i < EVENTS; i++) {
            var start = clock.instant().plus(Duration.ofMinutes(60L + random.nextInt(10 * 24 * 60)));
            histories.add(new History(published(start, i), start));
        }
        for (var step = 0; step < STEPS; step++) {
            for (var i = 0; i < ACTIONS; i++) {
                var history = histories.get(random.nextInt(EVENTS));
                act(random, history);
                relocate(places, history);
            }
            clock.advance(Duration.ofMinutes(1L + (random.nextInt(25) == 0 ? 72 * 60 : random.nextInt(8 * 60))));
            work(random);
            judge();
        }

        assertThat(wrong).isEmpty();
        assertThat(due).as("or nobody was to be reminded").isGreaterThan(EVENTS / 20);
        assertThat(toldOfPlaces).as("or nobody was told of a place").isPositive();
        assertThat(reminded).as("or there would be nothing to judge").hasSizeGreaterThan(EVENTS / 20);
    }

    private void act(Random random, History history) {
        var person = people.get(random.nextInt(PEOPLE));
        var ahead = !history.cancelled && history.start.isAfter(clock.instant());
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 -> {
                signUp(history.event, person);
                if (ahead) {
                    history.signedUp.putIfAbsent(person, clock.instant());
                }
            }
            case 12, 13, 14 -> {
                var one =
                        history.signedUp.keySet().stream().sorted().findFirst().orElse(person);
                signOff(history.event, one);
                if (ahead) {
                    history.signedUp.remove(one);
                }
            }
            case 15, 16, 17 -> {
                if (ahead) {
                    var start = random.nextBoolean()
                            ? history.first
                            : clock.instant().plus(Duration.ofMinutes(30L + random.nextInt(4 * 24 * 60)));
                    moveTo(history, start);
                }
            }
            case 18 -> {
                if (ahead && random.nextInt(3) == 0) {
                    cancel(history.event);
                    history.cancelled = true;
                }
            }
            default -> {
                if (random.nextInt(10) == 0) {
                    no(person, Channel.SMS);
                    optedOut.add(person);
                }
            }
        }
    }

    private void moveTo(History history, Instant start) {
        if (start.isAfter(clock.instant()) && !start.equals(history.start)) {
            move(history.event, start);
            history.start = start;
            history.moved = true;
        }
    }

    /** Drawn by themselves: the histories are those that they would be without. */
    private void relocate(Random random, History history) {
        if (random.nextInt(10) == 0 && !history.cancelled && history.start.isAfter(clock.instant())) {
            change("update event set place = 'Sal %d', relocated_at = '%s' where id = %d"
                    .formatted(random.nextInt(1000), clock.instant(), history.event));
            history.relocated = clock.instant();
        }
    }

    /** The jobs and the dispatcher, which may die anywhere; or nobody. */
    private void work(Random random) {
        switch (random.nextInt(8)) {
            case 0 -> died(() -> planning.plan());
            case 1 -> {
                planning.plan();
                died(() -> promotion.promote());
            }
            case 2 -> {
                rounds.run();
                judgeThoseWhoAreDue();
                sending.takeAndDie();
            }
            case 3 -> {
                rounds.run();
                judgeThoseWhoAreDue();
            }
            default -> {
                work();
                judgeThoseWhoAreDue();
            }
        }
    }

    private static void died(Runnable work) {
        QuarkusTransaction.begin();
        work.run();
        QuarkusTransaction.rollback();
    }

    /** @param turn of the news that the event has moved: there and back and there again is three of them */
    private record Sent(
            long id, Occasion occasion, long rule, long event, Instant start, long turn, long person, Instant at) {}

    private void judge() {
        var sent = sql.list(
                NamedSql.of("""
                        select m.id, u.occasion, r.rule_id, r.event_id, r.starts_at, r.turn, r.person_id, m.contacted_at from message m
                        join reminder r on r.id = m.source_id join reminder_rule u on u.id = r.rule_id
                        where m.source in ('REMINDER', 'EVENT') and m.contacted_at is not null and m.contacted_at >= :now order by m.id"""),
                Map.of("now", clock.instant()),
                row -> new Sent(
                        row.number("id"),
                        Occasion.valueOf(row.text("occasion")),
                        row.number("rule_id"),
                        row.number("event_id"),
                        row.instant("starts_at"),
                        row.number("turn"),
                        row.number("person_id"),
                        row.instant("contacted_at")));
        sent.forEach(this::judge);
    }

    private void judge(Sent sent) {
        var history = histories.stream()
                .filter(one -> one.event == sent.event())
                .findFirst()
                .orElseThrow();
        expect(history.cancelled == (sent.occasion() == Occasion.CANCELLED), "cancelled", sent);
        expect(history.start.isAfter(sent.at()), "past", sent);
        expect(history.start.equals(sent.start()), "moved", sent);
        expect(history.signedUp.containsKey(sent.person()), "not signed up", sent);
        expect(!optedOut.contains(sent.person()), "opted out", sent);
        var place = sent.occasion() == Occasion.RELOCATED;
        expect(!place || isLatest(sent.turn(), history.relocated), "another place", sent);
        expect(
                reminded.add(sent.rule() + " " + sent.event() + " " + (place ? "" : sent.start()) + " " + sent.turn()
                        + " " + sent.person()),
                "twice",
                sent);
        if (place) {
            toldOfPlaces++;
        }
    }

    private static boolean isLatest(long turn, @Nullable Instant relocated) {
        return relocated != null && relocated.toEpochMilli() == turn;
    }

    /** Of the events that nobody touched, as soon as the job has looked: in line, or to be called where the night is too long. */
    private void judgeThoseWhoAreDue() {
        var now = clock.instant();
        var inLine = new HashSet<>(sql.list(NamedSql.of("""
                        select r.event_id || ' ' || r.person_id as who from reminder r join reminder_rule u on u.id = r.rule_id
                        where u.occasion = 'BEFORE' and (r.state = 'QUEUED' or r.reason = 'QUIET_HOURS')"""), Map.of(), row -> row.text("who")));
        for (var history : histories) {
            var window = history.start.minus(BEFORE);
            if (history.moved || history.cancelled || window.isAfter(now) || !history.start.isAfter(now)) {
                continue;
            }
            history.signedUp.forEach((person, since) -> {
                if (since.isBefore(window.minus(NIGHT)) && !optedOut.contains(person)) {
                    due++;
                    if (!inLine.contains(history.event + " " + person)) {
                        wrong.add("not reminded: " + person + " of " + history.event + " at " + now);
                    }
                }
            });
        }
    }

    private void expect(boolean holds, String what, Sent sent) {
        if (!holds) {
            wrong.add(what + ": " + sent);
        }
    }

    private long published(Instant start, int i) {
        return event(start, "uid-" + i);
    }

    private List<Long> somePeople() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        NamedSql.of("""
                                with people as (
                                  insert into person (organization_id, given_name, family_name, phone, phone_kind, created_at, updated_at)
                                  select :organization, 'Anna', 'Ek', '+46701' || lpad(cast(740604 + n as text), 6, '0'), 'MOBILE', :now, :now
                                  from generate_series(1, :people) n returning organization_id, id),
                                members as (
                                  insert into membership (organization_id, person_id) select organization_id, id from people)
                                select id from people order by id"""),
                        Map.of("organization", solna, "people", PEOPLE, "now", clock.instant()),
                        row -> row.number("id")));
    }
}
