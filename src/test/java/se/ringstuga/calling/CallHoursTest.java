package se.ringstuga.calling;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hours in which calls are made: the assignment's own, else those of the nearest organization that has chosen some. */
@QuarkusTest
class CallHoursTest extends CallTest {

    private static final String BELOW = "huvudsta";

    private void hours(String slug, String from, String to) {
        calls.change(
                "update organization set calling_from = cast(:from as time), calling_to = cast(:to as time) where slug = :slug",
                Map.of("slug", slug, "from", from, "to", to));
    }

    private void opensAt(String more, String nextAt) {
        var assignment = calls.assignment(token, BELOW, more);
        as(token)
                .body(Map.of("callerId", calls.caller(token, BELOW, assignment)))
                .post(in(BELOW, "/call-assignments/" + assignment + "/claims"))
                .then()
                .statusCode(409)
                .body("reasons.outsideHours", equalTo(1))
                .body("nextAt", equalTo(nextAt));
    }

    @Test
    void hoursAreInheritedFromTheNearestAboveAndAnAssignmentMayHaveItsOwn() {
        a.organizationBelow(SOLNA, BELOW);
        calls.person(BELOW, "Anna", CallFixtures.number(0));
        hours(SOLNA, "10:00", "17:00");
        opensAt("", "2026-11-25T09:00:00Z");

        hours(BELOW, "11:00", "16:00");
        opensAt("", "2026-11-25T10:00:00Z");
        opensAt("\"callingHours\":{\"from\":\"12:00\",\"to\":\"17:30\"}", "2026-11-25T11:00:00Z");
    }
}
