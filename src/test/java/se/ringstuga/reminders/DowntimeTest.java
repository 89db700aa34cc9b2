package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.GapLeft;

/** What fell due while nobody looked, and two who look at once. */
@QuarkusTest
class DowntimeTest extends ReminderTest {

    @Inject
    Event<GapLeft> gap;

    @Test
    void seventyTwoHoursOverThreeRemindersLeaveTheLatestAlone() {
        minutesBefore(46 * 60);
        minutesBefore(36 * 60);
        minutesBefore(12 * 60);
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        work();

        workAt("2026-11-24T10:00");

        assertThat(arrived()).containsExactly("Medlemsmöte i dag kl 18.30, Folkets hus");
        assertThat(states(event)).containsExactlyInAnyOrder("SKIPPED SUPERSEDED", "SKIPPED SUPERSEDED", "QUEUED");
    }

    @Test
    void seventyTwoHoursOverTheEventItselfLeaveNothing() {
        minutesBefore(60 * 60);
        minutesBefore(36 * 60);
        minutesBefore(2 * 60);
        var event = event("2026-11-22T18:30");
        signUp(event, member(5));
        work();

        workAt("2026-11-23T12:00");

        assertThat(arrived()).isEmpty();
        assertThat(states(event)).hasSize(3).allMatch(state -> state.startsWith("SKIPPED"));
    }

    @Test
    void whatIsMoreThanADayLateForAnEventFarAheadIsSkipped() {
        rule(Map.of("occasion", "BEFORE", "timing", Map.of("days", 7, "localTime", "17:00")));
        var event = event("2026-11-30T18:30");
        signUp(event, member(5));
        work();

        workAt("2026-11-24T17:01");

        assertThat(arrived()).isEmpty();
        assertThat(states(event)).containsExactly("SKIPPED TOO_LATE");
    }

    @Test
    void whatWaitsInLineOverTheEventExpires() {
        minutesBefore(2 * 60);
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        clock.set(at("2026-11-24T16:30"));
        rounds.run();

        clock.set(at("2026-11-24T18:31"));
        sending.sendAll();

        assertThat(arrived()).isEmpty();
    }

    @Test
    void whatFellDueInTheGapOfARestoredDatabaseIsLeft() {
        minutesBefore(24 * 60);
        minutesBefore(2 * 60);
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        work();
        clock.set(at("2026-11-24T12:00"));

        gap.fire(new GapLeft(at("2026-11-23T12:00")));
        work();
        assertThat(arrived()).isEmpty();
        workAt("2026-11-24T16:30");

        assertThat(arrived()).hasSize(1);
        assertThat(states(event)).contains("SKIPPED GAP");
    }

    @Test
    void twoInstancesAtOncePlanAndSendEachThingOnce() throws Exception {
        minutesBefore(24 * 60);
        minutesBefore(23 * 60);
        var people = IntStream.range(5, 35).mapToObj(this::member).toList();
        for (var hour = 12; hour < 18; hour++) {
            var event = event("2026-11-24T" + hour + ":00");
            people.forEach(person -> signUp(event, person));
        }
        for (var hour = 11; hour < 18; hour++) {
            clock.set(at("2026-11-23T" + hour + ":00"));
            twice(() -> {
                rounds.run();
                sending.sendAll();
                return null;
            });
            rounds.run();
            sending.sendAll();
        }
        clock.set(at("2026-11-23T19:00"));
        work();

        assertThat(number("select count(*) as n from reminder")).isEqualTo(6L * 2 * 30);
        assertThat(number("select count(*) as n from message where source = 'REMINDER'"))
                .isEqualTo(6L * 2 * 30);
        assertThat(number("select count(*) as n from reminder where state <> 'QUEUED'"))
                .isZero();
    }

    private static void twice(Callable<?> work) throws Exception {
        var start = new CountDownLatch(1);
        Callable<Void> one = () -> {
            start.await();
            work.call();
            return null;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Void> first = threads.submit(one);
            Future<Void> second = threads.submit(one);
            start.countDown();
            first.get();
            second.get();
        }
    }
}
