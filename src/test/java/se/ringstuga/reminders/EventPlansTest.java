package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.ringstuga.contact.Purpose;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.messaging.PersonalMessages.By;
import se.ringstuga.organizations.ClosedCalendar;

/** Which plans follow from an event, its rules and the plans that stand. */
class EventPlansTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = at("2026-11-20T12:00");
    private static final Instant START = at("2026-11-24T10:00");
    private static final QuietHours QUIET =
            new QuietHours(QuietHours.DEFAULT_FROM, QuietHours.DEFAULT_UNTIL, STOCKHOLM);

    private static final ClosedCalendar CHRISTMAS = ClosedCalendar.of(
            STOCKHOLM,
            LocalDate.parse("2026-12-24")
                    .datesUntil(LocalDate.parse("2027-01-07"))
                    .toList());

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    private static ReminderRule rule(long id, Occasion occasion, @Nullable Timing timing, By channel) {
        return new ReminderRule(
                id,
                1,
                1L,
                null,
                null,
                "Regel",
                occasion,
                Audience.SIGNED_UP,
                null,
                timing,
                null,
                channel,
                Purpose.REMINDER,
                false,
                new ReminderRule.Texts("", "", ""),
                null,
                NOW,
                "staff:1",
                0);
    }

    private static ReminderRule before(int minutes, By channel) {
        return rule(1, Occasion.BEFORE, new Timing(null, null, minutes), channel);
    }

    private static PlannedEvent event(@Nullable Instant cancelled, @Nullable Instant moved, @Nullable Instant seen) {
        return new PlannedEvent(7, 1, STOCKHOLM, START, START.plusSeconds(7200), NOW, cancelled, moved, null, seen);
    }

    private static EventPlans plans(PlannedEvent event, List<ReminderRule> rules, ReminderPlan.Standing... standing) {
        return new EventPlans(event, rules, List.of(standing), new EventPlans.Calm(QUIET, CHRISTMAS), NOW);
    }

    private static ReminderPlan.Standing standing(Occasion occasion, Instant start) {
        return new ReminderPlan.Standing(3, new ReminderPlan.Key(7, 1, start), occasion, NOW, null);
    }

    @Test
    void anSmsIsDueBeforeTheNightAndAnEmailWhenItSays() {
        assertThat(plans(event(null, null, null), List.of(before(120, By.SMS))).wanted())
                .singleElement()
                .satisfies(plan -> assertThat(plan.dueAt()).isEqualTo(at("2026-11-23T20:29")));
        assertThat(plans(event(null, null, null), List.of(before(120, By.EMAIL)))
                        .wanted())
                .singleElement()
                .satisfies(plan -> assertThat(plan.dueAt()).isEqualTo(at("2026-11-24T08:00")));
    }

    @Test
    void whatWouldBeDueWhenItHasBegunIsNotPlanned() {
        var sameEvening = rule(1, Occasion.BEFORE, new Timing(0, LocalTime.of(18, 0), null), By.SMS);
        assertThat(plans(event(null, null, null), List.of(sameEvening)).wanted())
                .isEmpty();
    }

    @Test
    void aMoveClosesThePlanOfTheOldStartAndCallsForANotice() {
        var old = at("2026-11-25T10:00");
        var moved = rule(2, Occasion.MOVED, null, By.SMS);
        var plans = plans(event(null, NOW, old), List.of(before(120, By.SMS), moved), standing(Occasion.BEFORE, old));

        assertThat(plans.closing()).isEqualTo(Map.of(3L, Why.EVENT_MOVED));
        assertThat(plans.wanted()).anySatisfy(plan -> {
            assertThat(plan.rule().occasion()).isEqualTo(Occasion.MOVED);
            assertThat(plan.believedStart()).isEqualTo(old);
        });
    }

    @Test
    void aNewPlaceIsNewsForADayAndThenOnlyWhereItsTellingHasBegun() {
        var rule = rule(1, Occasion.RELOCATED, null, By.SMS);
        var fresh = NOW.minus(Duration.ofHours(23));
        var old = NOW.minus(Duration.ofHours(25));

        assertThat(plans(relocated(fresh), List.of(rule)).wanted())
                .singleElement()
                .satisfies(plan -> assertThat(plan.turn()).isEqualTo(fresh.toEpochMilli()));
        assertThat(plans(relocated(old), List.of(rule)).wanted()).isEmpty();
        assertThat(plans(relocated(old), List.of(rule), told(old, null)).wanted())
                .hasSize(1);
        assertThat(plans(relocated(old), List.of(rule), told(old, "SWITCHED_OFF"))
                        .wanted())
                .isEmpty();
        assertThat(plans(relocated(fresh), List.of(rule), told(fresh, "SWITCHED_OFF"))
                        .wanted())
                .hasSize(1);
        assertThat(plans(relocated(fresh), List.of(rule), told(fresh, "GAP")).wanted())
                .isEmpty();
        assertThat(plans(relocated(old), List.of(rule), told(old.minusSeconds(60), null))
                        .wanted())
                .isEmpty();
    }

    private static PlannedEvent relocated(Instant at) {
        return new PlannedEvent(7, 1, STOCKHOLM, START, START.plusSeconds(7200), NOW, null, null, at, START);
    }

    private static ReminderPlan.Standing told(Instant due, @Nullable String closed) {
        return new ReminderPlan.Standing(3, new ReminderPlan.Key(7, 1, START), Occasion.RELOCATED, due, closed);
    }

    private static ReminderPlan planned(Occasion occasion, int days, String start, String now, Purpose purpose) {
        var like = rule(1, occasion, new Timing(days, LocalTime.of(17, 0), null), By.EMAIL);
        var rule = new ReminderRule(
                1,
                1,
                1L,
                null,
                null,
                "Regel",
                occasion,
                Audience.UNANSWERED,
                null,
                like.timing(),
                null,
                By.EMAIL,
                purpose,
                false,
                like.texts(),
                null,
                NOW,
                "staff:1",
                0);
        var from = at(start);
        var event = new PlannedEvent(7, 1, STOCKHOLM, from, from.plusSeconds(7200), NOW, null, null, null, null);
        return new EventPlans(event, List.of(rule), List.of(), new EventPlans.Calm(QUIET, CHRISTMAS), at(now))
                .wanted()
                .getFirst();
    }

    /** Rule 33: a summons that the statutes demand goes on its day all the same. */
    @Test
    void whatNobodyAskedForComesBeforeABreakOrAfterIt() {
        assertThat(planned(Occasion.BEFORE, 7, "2027-01-02T18:00", "2026-12-01T12:00", Purpose.INFORMATION)
                        .dueAt())
                .isEqualTo(at("2026-12-23T17:00"));
        assertThat(planned(Occasion.BEFORE, 7, "2027-01-02T18:00", "2026-12-01T12:00", Purpose.NOTICE)
                        .dueAt())
                .isEqualTo(at("2026-12-26T17:00"));
        assertThat(planned(Occasion.BEFORE, 7, "2027-01-10T18:00", "2026-12-28T12:00", Purpose.INFORMATION)
                        .dueAt())
                .isEqualTo(at("2027-01-07T17:00"));
        assertThat(planned(Occasion.AFTER, 1, "2026-12-23T18:00", "2026-12-01T12:00", Purpose.INFORMATION)
                        .dueAt())
                .isEqualTo(at("2027-01-07T17:00"));
    }

    @Test
    void aCancelledEventLeavesNothingButTheNotice() {
        var cancelled = rule(2, Occasion.CANCELLED, null, By.SMS);
        var plans = plans(
                event(NOW, null, START), List.of(before(120, By.SMS), cancelled), standing(Occasion.BEFORE, START));

        assertThat(plans.wanted())
                .singleElement()
                .satisfies(plan -> assertThat(plan.rule()).isEqualTo(cancelled));
        assertThat(plans.closing()).isEqualTo(Map.of(3L, Why.EVENT_CANCELLED));
    }

    @Test
    void aRuleThatDoesNotHoldAnyMoreClosesItsPlan() {
        assertThat(plans(event(null, null, START), List.of(), standing(Occasion.BEFORE, START))
                        .closing())
                .isEqualTo(Map.of(3L, Why.SWITCHED_OFF));
    }
}
