package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** Events that are moved, cancelled or shortened while their reminders are planned, in line, or just being sent. */
@QuarkusTest
class MovedEventsTest extends ReminderTest {

    @Test
    void aMovedEventIsRemindedOfByItsNewTimeAndPeopleAreToldOnce() {
        dayBefore();
        whenIt(Occasion.MOVED);
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        work();
        move(event, "2026-11-26T19:00");
        work();
        assertThat(arrived()).containsExactly("MOVED: Medlemsmöte torsdag 26 november kl 19.00");
        assertThat(states(event)).contains("SKIPPED EVENT_MOVED");

        workAt("2026-11-23T17:00");
        assertThat(arrived()).hasSize(1);
        workAt("2026-11-25T17:00");

        assertThat(arrived()).hasSize(2).last().isEqualTo("Medlemsmöte i morgon kl 19.00, Folkets hus");
    }

    @Test
    void movedThereAndBackBeforeAnybodyWasToldNothingIsSaid() {
        whenIt(Occasion.MOVED);
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        work();
        move(event, "2026-11-26T19:00");
        move(event, "2026-11-24T18:30");
        work();
        move(event, "2026-11-26T19:00");
        rounds.run();
        move(event, "2026-11-24T18:30");
        work();

        assertThat(arrived()).isEmpty();
    }

    @Test
    void whatIsDueBeforeAMoveThatPeopleAreToldOfSaysNothingNew() {
        minutesBefore(3 * 24 * 60);
        whenIt(Occasion.MOVED);
        var event = event("2026-12-10T18:30");
        signUp(event, member(5));
        work();
        clock.set(at("2026-11-22T12:00"));
        move(event, "2026-11-24T18:30");
        work();
        workAt("2026-11-22T12:30");

        assertThat(arrived()).containsExactly("MOVED: Medlemsmöte tisdag 24 november kl 18.30");
        assertThat(states(event)).contains("SKIPPED TOLD_OF_MOVE");
    }

    /** Moved in the night, when nobody is told, and moved back in the morning. */
    @Test
    void aReminderIsNotLostToAMoveThatNobodyWasToldOf() {
        minutesBefore(24 * 60);
        whenIt(Occasion.MOVED);
        var event = event("2026-11-24T09:00");
        signUp(event, member(5));
        clock.set(at("2026-11-22T22:00"));
        work();
        move(event, "2026-11-30T09:00");
        work();
        clock.set(at("2026-11-23T08:30"));
        work();
        assertThat(arrived()).isEmpty();
        clock.set(at("2026-11-23T09:30"));
        move(event, "2026-11-24T09:00");
        rounds.run();
        sending.sendAll();
        workAt("2026-11-23T09:45");

        assertThat(arrived()).containsExactly("Medlemsmöte i morgon kl 09.00, Folkets hus");
    }

    @Test
    void toldOfOneMoveTheyAreToldOfTheNextOne() {
        whenIt(Occasion.MOVED);
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        work();
        move(event, "2026-11-26T19:00");
        work();
        move(event, "2026-11-24T18:30");
        workAt("2026-11-20T12:20");
        move(event, "2026-11-26T19:00");
        workAt("2026-11-20T12:40");

        assertThat(arrived())
                .containsExactly(
                        "MOVED: Medlemsmöte torsdag 26 november kl 19.00",
                        "MOVED: Medlemsmöte tisdag 24 november kl 18.30",
                        "MOVED: Medlemsmöte torsdag 26 november kl 19.00");
    }

    @Test
    void aReminderThatWasSentForOneStartIsNotSentAgainWhenTheEventComesBackToIt() {
        dayBefore();
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        workAt("2026-11-23T17:00");
        assertThat(arrived()).hasSize(1);
        move(event, "2026-11-26T19:00");
        workAt("2026-11-23T17:20");
        move(event, "2026-11-24T18:30");
        workAt("2026-11-23T17:40");
        workAt("2026-11-24T18:00");

        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aReminderThatWasNotSentForOneStartIsPlannedAgainWhenTheEventComesBackToIt() {
        dayBefore();
        var event = event("2026-11-24T18:30");
        signUp(event, member(5));
        work();
        move(event, "2026-11-26T19:00");
        work();
        move(event, "2026-11-24T18:30");
        work();

        workAt("2026-11-23T17:00");
        workAt("2026-11-25T17:00");

        assertThat(arrived()).containsExactly("Medlemsmöte i morgon kl 18.30, Folkets hus");
    }

    @Test
    void whatIsInLineIsTakenBackWhenTheEventIsMovedOrCancelled() {
        minutesBefore(24 * 60);
        whenIt(Occasion.CANCELLED);
        var moved = event("2026-11-24T12:00");
        var cancelled = event("2026-11-24T12:30");
        signUp(moved, member(5));
        signUp(cancelled, member(6));
        clock.set(at("2026-11-23T12:30"));
        rounds.run();
        assertThat(number("select count(*) as n from message where state = 'QUEUED'"))
                .isEqualTo(2);
        move(moved, "2026-11-28T12:00");
        cancel(cancelled);

        work();

        assertThat(arrived()).containsExactly("CANCELLED: Medlemsmöte i morgon kl 12.30");
        assertThat(states(moved)).contains("SKIPPED EVENT_MOVED");
        assertThat(states(cancelled)).contains("SKIPPED EVENT_CANCELLED");
        assertThat(number("select count(*) as n from message where reason in ('EVENT_MOVED', 'EVENT_CANCELLED')"))
                .isEqualTo(2);
    }

    @Test
    void whatWasPutInLineJustBeforeIsJudgedAsItLeavesWithoutThePlannersHelp() {
        minutesBefore(24 * 60);
        var event = event("2026-11-24T12:00");
        signUp(event, member(5));
        clock.set(at("2026-11-23T12:00"));
        rounds.run();
        cancel(event);

        sending.sendAll();

        assertThat(arrived()).isEmpty();
        assertThat(states(event)).containsExactly("SKIPPED EVENT_CANCELLED");
        assertThat(number("select count(*) as n from message where state = 'SKIPPED' and reason = 'EVENT_CANCELLED'"))
                .isEqualTo(1);
    }

    /** Who cancels has the row, and the claim waits for it. */
    @Test
    void aClaimThatMeetsACancellationHalfwayWaitsForItAndSendsNothing() throws Exception {
        minutesBefore(24 * 60);
        var event = event("2026-11-24T12:00");
        signUp(event, member(5));
        clock.set(at("2026-11-23T12:00"));
        rounds.run();
        var locked = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var cancelling =
                    threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        sql.update(
                                NamedSql.of(
                                        "update event set cancelled_at = :now, cancelled_by = 'staff:1' where id = :event"),
                                Map.of("event", event, "now", clock.instant()));
                        locked.countDown();
                        while (!aClaimWaits()) {
                            Thread.onSpinWait();
                        }
                    }));
            locked.await();
            sending.sendAll();
            cancelling.get();
        }

        assertThat(arrived()).isEmpty();
        assertThat(states(event)).containsExactly("SKIPPED EVENT_CANCELLED");
    }

    private boolean aClaimWaits() {
        return QuarkusTransaction.requiringNew().call(() -> number("""
                select count(*) as n from pg_stat_activity
                where wait_event_type = 'Lock' and query like '%from event where id in%for share%'""")) > 0;
    }

    @Test
    void whoeverWasToldOfAPlaceIsNotToldAgainWhenTheEventComesBackToItsTime() {
        whenIt(Occasion.PROMOTED);
        var event = event("2026-11-24T18:30");
        change("update event set capacity = 1 where id = " + event);
        signUp(event, member(5));
        var bo = member(6);
        signUp(event, bo);
        signOff(event, number("select min(person_id) as n from sign_up"));
        rounds.run();
        move(event, "2026-11-26T19:00");
        work();
        move(event, "2026-11-24T18:30");
        work();

        assertThat(arrived()).containsExactly("PROMOTED: Medlemsmöte torsdag 26 november kl 19.00");
    }

    @Test
    void thanksFollowAnEventThatIsShortened() {
        rule(Map.of("occasion", "AFTER", "timing", Map.of("minutes", 30), "smsText", "Tack!"));
        var event = event("2026-11-24T12:00");
        signUp(event, member(5));
        work();
        change("update event set ends_at = starts_at + interval '1 hour' where id = " + event);
        change("update sign_up set state = 'ATTENDED', attended_at = changed_at where event_id = " + event);

        workAt("2026-11-24T13:29");
        assertThat(arrived()).isEmpty();
        workAt("2026-11-24T13:30");

        assertThat(arrived()).containsExactly("Tack!");
    }

    @Test
    void whoeverSignedUpOrWaitsIsToldThatItIsCancelledAlsoWithoutBudget() {
        whenIt(Occasion.CANCELLED);
        as(token)
                .body(Map.of("smsDailyBudget", 0.1, "smsMonthlyBudget", 0.1))
                .put(in("solna", "/messaging-settings"))
                .then()
                .statusCode(200);
        var event = event("2026-11-24T12:00");
        change("update event set capacity = 1 where id = " + event);
        signUp(event, member(5));
        signUp(event, member(6));
        signOff(event, member(7));
        work();
        cancel(event);
        work();

        assertThat(arrived())
                .containsExactly(
                        "CANCELLED: Medlemsmöte tisdag 24 november kl 12.00",
                        "CANCELLED: Medlemsmöte tisdag 24 november kl 12.00");
    }
}
