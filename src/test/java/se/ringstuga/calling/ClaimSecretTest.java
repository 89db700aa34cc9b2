package se.ringstuga.calling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim's own secret takes its report, and nothing else, without session or token (rule 17). */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class ClaimSecretTest extends CallTest {

    private long assignment;
    private long caller;
    private JsonPath claim;

    @BeforeEach
    void aClaim() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1));
        assignment = assignment("");
        caller = caller(assignment);
        claim = claim(assignment, caller).statusCode(201).extract().jsonPath();
    }

    private ValidatableResponse sent(long id, String secret, String body) {
        return given().contentType(ContentType.JSON)
                .header("Claim-Secret", secret)
                .body(body)
                .put("/api/claims/" + id + "/report")
                .then();
    }

    private ValidatableResponse sent(String body) {
        return sent(claim.getLong("id"), claim.getString("secret"), body);
    }

    @Test
    void itTakesTheReportOnceAndTheSameAgain() {
        sent(outcome("BUSY")).statusCode(200).body("outcome", equalTo("BUSY")).body("late", equalTo(false));
        sent(outcome("BUSY")).statusCode(200);
        sent(outcome("REACHED")).statusCode(409).body("type", endsWith("/already-reported"));
        assertThat(calls.count("select sum(attempts) as count from call_queue_entry"))
                .isEqualTo(1);
        assertThat(calls.count("select count(*) from access_log where action = 'call.reported' and actor = 'caller:"
                        + caller + "'"))
                .isEqualTo(1);
    }

    @Test
    void itTakesTheReportForADayAfterTheAssignmentIsClosed() {
        as(token)
                .put(in(SOLNA, "/call-assignments/" + assignment + "/closing"))
                .then()
                .statusCode(200);
        clock.advance(Duration.ofHours(23));

        sent(outcome("REACHED")).statusCode(200).body("late", equalTo(true));
    }

    @Test
    void afterADayItIsTooLate() {
        clock.advance(Duration.ofHours(24).plusMinutes(46));

        sent(outcome("REACHED")).statusCode(409).body("type", endsWith("/report-too-late"));
    }

    @Test
    void whatCannotStandNamesTheField() {
        sent("{\"outcome\":\"NONSENSE\"}").statusCode(400).body("violations[0].field", equalTo("outcome"));
        given().contentType(ContentType.JSON)
                .header("Claim-Secret", claim.getString("secret"))
                .put("/api/claims/" + claim.getLong("id") + "/report")
                .then()
                .statusCode(400);
    }

    /** Whoever holds the row would let a guess wait until the lock timeout; the answer must come while it is held. */
    @Test
    void whoeverGuessesWaitsForNobodysCall() {
        var id = claim.getLong("id");
        QuarkusTransaction.requiringNew().run(() -> {
            calls.query("select id from call where id = " + id + " for update", row -> row.number("id"));
            sent(id, "guess", outcome("BUSY")).statusCode(404).time(lessThan(2000L));
        });
    }

    @Test
    void whoeverGuessesIsToldNothingAndAfterTwentyMissesToWait() {
        var id = claim.getLong("id");
        sent(id, "guess", outcome("BUSY")).statusCode(404).body("type", endsWith("/not-found"));
        var others = claimed(assignment).getLong("id");
        sent(others, claim.getString("secret"), outcome("BUSY")).statusCode(404).body("type", endsWith("/not-found"));
        given().contentType(ContentType.JSON)
                .body(outcome("BUSY"))
                .put("/api/claims/" + id + "/report")
                .then()
                .statusCode(404);
        for (int i = 0; i < 17; i++) {
            sent(id, "guess" + i, outcome("BUSY")).statusCode(404);
        }

        sent(outcome("BUSY")).statusCode(429);
        assertThat(calls.count("select count(*) from call where state = 'REPORTED'"))
                .isZero();
    }
}
