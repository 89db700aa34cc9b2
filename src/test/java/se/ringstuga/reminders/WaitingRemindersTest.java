package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.events.PlannedReminders;

/** What whoever moves or cancels an event is told of its reminders. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class WaitingRemindersTest extends ReminderTest {

    @Inject
    PlannedReminders planned;

    @Test
    void thoseThatWaitAreCountedOncePerRuleAndPersonUntilTheyHaveLeft() {
        dayBefore();
        minutesBefore(120);
        var event = event("2026-12-03T18:00");
        signUp(event, member(5));
        signUp(event, member(6));
        work();
        assertThat(planned.waiting(event)).isEqualTo(4);

        workAt("2026-12-02T17:00");
        assertThat(arrived()).hasSize(2);
        assertThat(planned.waiting(event)).isEqualTo(2);
        workAt("2026-12-03T16:00");
        assertThat(planned.waiting(event)).isZero();
    }

    @Test
    void whatIsSwitchedOffOrIsNoReminderDoesNotCount() {
        var event = event("2026-12-03T18:00");
        signUp(event, member(5));
        dayBefore();
        withoutRules();
        rule(Map.of("occasion", "AFTER", "timing", Map.of("minutes", 60), "smsText", "Tack!", "audience", "ATTENDED"));
        work();

        assertThat(planned.waiting(event)).isZero();
    }
}
