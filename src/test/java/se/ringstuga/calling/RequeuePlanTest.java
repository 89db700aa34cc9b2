package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequeuePlanTest {

    private static final Instant CALLED = Instant.parse("2026-11-24T17:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "REACHED,       true,  false, false, false, 24",
        "NO_ANSWER,     true,  false, true,  false, 25",
        "BUSY,          true,  false, false, false, 24",
        "LEFT_MESSAGE,  true,  false, false, false, 48",
        "CALL_BACK,     true,  false, false, true,  24",
        "NOT_AVAILABLE, true,  false, true,  true,  25",
        "WRONG_NUMBER,  false, false, false, false, 0",
        "DECLINED,      true,  true,  false, false, 0",
        "DO_NOT_CALL,   true,  true,  false, false, 0"
    })
    void eachOutcomeHasItsLine(
            Outcome outcome, boolean attempt, boolean ends, boolean otherTime, boolean sameCaller, int hours) {
        var plan = RequeuePlan.of(CallReport.of(outcome));

        assertThat(plan.countsAsAttempt()).isEqualTo(attempt);
        assertThat(plan.ends()).isEqualTo(ends);
        assertThat(plan.otherTimeOfDay()).isEqualTo(otherTime);
        assertThat(plan.sameCaller()).isEqualTo(sameCaller);
        assertThat(plan.notBefore(CALLED, Duration.ofHours(24), null))
                .isEqualTo(hours == 0 ? null : CALLED.plus(Duration.ofHours(hours)));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void withoutACoolDownNobodyWaits(Outcome outcome) {
        assertThat(RequeuePlan.of(CallReport.of(outcome)).notBefore(CALLED, Duration.ZERO, null))
                .isNull();
    }

    @Test
    void aTimeThePersonAskedForCountsInsteadOfTheCoolDown() {
        var at = CALLED.plus(Duration.ofHours(1));

        assertThat(RequeuePlan.of(CallReport.of(Outcome.CALL_BACK)).notBefore(CALLED, Duration.ofHours(24), at))
                .isEqualTo(at);
    }

    @Test
    void aMessageToTheOrganizerMakesThemDecide() {
        var report =
                new CallReport(Outcome.BUSY, null, null, null, "Ring du", null, null, null, null, null, null, null);

        assertThat(RequeuePlan.of(report).organizerDecides()).isTrue();
        assertThat(RequeuePlan.of(CallReport.of(Outcome.BUSY)).organizerDecides())
                .isFalse();
    }
}
