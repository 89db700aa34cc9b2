package se.ringstuga.calling;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody is called on a closed day (rule 33). The clock stands at Tuesday 24 November 2026, 18:00 in Stockholm. */
@QuarkusTest
class ClosedCallsTest extends CallTest {

    private void closed(String firstOn, String lastOn) {
        as(token)
                .body(Map.of("kind", "DATES", "name", "Paus", "firstOn", firstOn, "lastOn", lastOn))
                .post(in(SOLNA, "/closed-days"))
                .then()
                .statusCode(201);
    }

    @Test
    void nobodyIsHandedOutAndTheNextOpenDayIsTold() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var caller = caller(assignment);
        closed("2026-11-24", "2026-11-25");

        claim(assignment, caller)
                .statusCode(409)
                .body("reasons.outsideHours", equalTo(1))
                .body("reasons.closedUntil", equalTo("2026-11-26"))
                .body("detail", containsString("closed today"))
                .body("nextAt", equalTo("2026-11-26T08:00:00Z"));

        clock.set(Instant.parse("2026-11-26T08:00:00Z"));
        claim(assignment, caller).statusCode(201);
    }

    @Test
    void whatWasDecidedAboveClosesBelowToo() {
        a.organizationBelow(SOLNA, "huvudsta");
        calls.person("huvudsta", "Anna", CallFixtures.number(0));
        var assignment = calls.assignment(token, "huvudsta", "");
        var caller = calls.caller(token, "huvudsta", assignment);
        closed("2026-11-24", "2026-11-24");

        as(token)
                .body(Map.of("callerId", caller))
                .post(in("huvudsta", "/call-assignments/" + assignment + "/claims"))
                .then()
                .statusCode(409)
                .body("reasons.closedUntil", equalTo("2026-11-25"));
    }

    @Test
    void onAnOpenDayNothingIsSaidAboutIt() {
        var assignment = assignment("");
        var caller = caller(assignment);
        closed("2026-11-25", "2026-11-25");

        claim(assignment, caller).statusCode(409).body("reasons.closedUntil", nullValue());
    }

    @Test
    void aCallThatBeganBeforeIsStillReportedAndACallBackIsPutOnAnOpenDay() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");
        closed("2026-11-25", "2026-11-25");
        clock.advance(Duration.ofMinutes(5));

        report(claim, "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"2026-11-25T17:00:00Z\"}")
                .statusCode(400)
                .body("nearestAllowed", equalTo("2026-11-26T08:00:00Z"));
        report(claim, "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"2026-11-26T17:00:00Z\"}")
                .statusCode(200);
    }
}
