package se.ringstuga.calling;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call-back that was asked for overrides cool-down and most attempts of its own assignment, and nothing else (rule 12). */
@QuarkusTest
class CallBackRulesTest extends CallTest {

    private long assignment;
    private long other;

    @BeforeEach
    void promisedForSevenOClock() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        assignment = assignment("\"maxAttempts\":1");
        other = assignment("");
        report(
                        claimed(assignment).getLong("id"),
                        "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"2026-11-24T19:00:00+01:00\"}")
                .statusCode(200);
    }

    @Test
    void atItsTimeThePersonIsHandedOutHereAndStillLeftInPeaceElsewhere() {
        clock.advance(Duration.ofHours(1));

        claim(other, caller(other)).statusCode(409).body("reasons.cooling", equalTo(1));
        claim(assignment, caller(assignment)).statusCode(201).body("callBackAt", equalTo("2026-11-24T18:00:00Z"));
    }

    @Test
    void nobodyIsCalledBackOutsideTheHours() {
        as(token)
                .body("{\"callingHours\":{\"from\":\"10:00\",\"to\":\"18:30\"}}")
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(200);
        clock.advance(Duration.ofHours(1));

        claim(assignment, caller(assignment))
                .statusCode(409)
                .body("reasons.outsideHours", equalTo(1))
                .body("nextAt", equalTo("2026-11-25T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into contact_state (organization_id, person_id, channel, purpose, decision, since) "
                        + "select organization_id, id, 'CALL', 'ANY', 'WITHDRAWN', '2026-11-24' from person",
                "update person set restricted_at = '2026-11-24'",
                "update person set stopped_at = '2026-11-24', stopped_reason = 'DECEASED'",
                "update membership set left_on = '2026-11-24'",
                "update person set phone_wrong_at = '2026-11-24'",
            })
    void nobodyIsCalledBackWhoMayNotBeCalledByNow(String change) {
        calls.change(change, Map.of());
        clock.advance(Duration.ofHours(1));

        claim(assignment, caller(assignment)).statusCode(409);
    }

    @Test
    void nobodyIsCalledBackOnANumberThatIsNotToBeCalled() {
        calls.person(SOLNA, "Sambo", CallFixtures.number(1), CallFixtures.number(0));
        var third = assignment("\"cooldownHours\":0");
        calls.change(
                "delete from call_queue_entry where assignment_id = :third and person_id = (select min(id) from person)",
                Map.of("third", third));
        report(claimed(third).getLong("id"), outcome("DO_NOT_CALL")).statusCode(200);
        clock.advance(Duration.ofHours(1));

        claim(assignment, caller(assignment)).statusCode(409);
    }
}
