package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.NotFound;

/** Calls that are told of late, or anew, when somebody else has called the same person since. */
@QuarkusTest
class NewerCallsTest extends CallTest {

    @Inject
    Leases leases;

    @Inject
    OpenClaims openClaims;

    @Inject
    Claims claims;

    @Inject
    IncomingCalls incoming;

    @BeforeEach
    void anna() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
    }

    private long lapsed(long assignment) {
        var claim = claimed(assignment).getLong("id");
        clock.advance(Duration.ofMinutes(46));
        leases.sweep();
        return claim;
    }

    private void correct(long claim, String outcome) {
        as(token)
                .body(outcome(outcome))
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then()
                .statusCode(200);
    }

    private long organization() {
        return calls.query("select id from organization", row -> row.number("id"))
                .getFirst();
    }

    private long entries(String where) {
        return calls.count("select count(*) from call_queue_entry where " + where);
    }

    @Test
    void aLateReportLeavesWhatANewerCallDecided() {
        var assignment = assignment("\"cooldownHours\":0");
        var first = lapsed(assignment);
        report(claimed(assignment).getLong("id"), outcome("DECLINED")).statusCode(200);

        report(first, outcome("NO_ANSWER")).statusCode(200).body("late", equalTo(true));

        assertThat(entries("done_reason = 'DECLINED' and attempts = 2")).isEqualTo(1);
    }

    @Test
    void aLateReportLeavesTheTimeThatANewerCallPromised() {
        var assignment = assignment("\"cooldownHours\":0");
        var first = lapsed(assignment);
        report(
                        claimed(assignment).getLong("id"),
                        "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"2026-11-25T18:00:00+01:00\"}")
                .statusCode(200);

        report(first, "{\"outcome\":\"BUSY\",\"organizerMessage\":\"Ring du\"}").statusCode(200);

        assertThat(entries("call_back_at = '2026-11-25T18:00:00+01:00' and not_before = call_back_at"
                        + " and blocked_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void aNoThatIsToldLateEndsThePersonInSpiteOfANewerCall() {
        var assignment = assignment("\"cooldownHours\":0");
        var first = lapsed(assignment);
        var second = claimed(assignment).getLong("id");
        report(first, outcome("DECLINED")).statusCode(200);

        report(second, outcome("NO_ANSWER")).statusCode(200);

        assertThat(entries("done_reason = 'DECLINED' and claimed_until is null"))
                .isEqualTo(1);
    }

    @Test
    void aCorrectionAfterANewerCallEndsThePersonAndCountsNoCallTwice() {
        var assignment = assignment("\"cooldownHours\":0");
        var first = claimed(assignment).getLong("id");
        report(first, outcome("BUSY")).statusCode(200);
        report(claimed(assignment).getLong("id"), outcome("BUSY")).statusCode(200);

        correct(first, "DECLINED");
        assertThat(entries("done_reason = 'DECLINED' and attempts = 2")).isEqualTo(1);
        correct(first, "DO_NOT_CALL");
        assertThat(entries("done_at is not null and attempts = 2")).isEqualTo(1);
    }

    @Test
    void aClaimThatWasGivenBackIsNoNewerCallAndACorrectionMovesThePerson() {
        var assignment = assignment("\"cooldownHours\":0");
        var first = claimed(assignment).getLong("id");
        report(first, outcome("BUSY")).statusCode(200);
        as(token)
                .delete(in(SOLNA, "/claims/" + claimed(assignment).getLong("id")))
                .then()
                .statusCode(204);

        correct(first, "DECLINED");

        assertThat(entries("done_reason = 'DECLINED' and attempts = 1")).isEqualTo(1);
    }

    @Test
    void aCorrectionDoesNotChangeWhenThePersonWasCalled() {
        var claim = claimed(assignment("")).getLong("id");
        clock.advance(Duration.ofMinutes(10));
        report(claim, outcome("BUSY")).statusCode(200);
        correct(claim, "NO_ANSWER");

        assertThat(calls.count("select count(*) from call where attempt_at = reported_at"))
                .isEqualTo(1);
    }

    @Test
    void givingALapsedClaimBackLeavesANewerCallAlone() {
        var assignment = assignment("\"cooldownHours\":0");
        var first = lapsed(assignment);
        claimed(assignment);

        as(token).delete(in(SOLNA, "/claims/" + first)).then().statusCode(204);

        assertThat(entries("claimed_until is not null and attempts = 0")).isEqualTo(1);
    }

    @Test
    void aLapsedClaimIsGivenBackWithinADay() {
        var first = lapsed(assignment(""));
        clock.advance(Duration.ofHours(25));

        as(token).delete(in(SOLNA, "/claims/" + first)).then().statusCode(409).body("type", endsWith("/claim-ended"));
    }

    @Test
    void removingACallerEndsDialledClaimsAsTheirTimeWould() {
        var assignment = assignment("\"maxAttempts\":1");
        var caller = caller(assignment);
        claim(assignment, caller).statusCode(201);

        as(token)
                .delete(in(SOLNA, "/call-assignments/" + assignment + "/callers/" + caller))
                .then()
                .statusCode(200);

        assertThat(entries("done_reason = 'MAX_ATTEMPTS' and claimed_until is null"))
                .isEqualTo(1);
    }

    @Test
    void aClaimThatEndedIsNotLookedUpButItsCallersOwnPageMayShowIt() {
        var assignment = assignment("");
        var caller = caller(assignment);
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        report(claim, outcome("BUSY")).statusCode(200);

        as(token).get(in(SOLNA, "/claims/" + claim)).then().statusCode(409).body("state", equalTo("REPORTED"));
        var own = CallScope.caller(organization(), caller);
        assertThat(openClaims.showAfterwards(own, claim).id()).isEqualTo(claim);
        var stranger = CallScope.caller(organization(), caller(assignment));
        assertThatThrownBy(() -> openClaims.showAfterwards(stranger, claim)).isInstanceOf(NotFound.class);
        calls.change("update person set restricted_at = '2026-11-01'", Map.of());
        assertThatThrownBy(() -> openClaims.showAfterwards(own, claim)).isInstanceOf(NotFound.class);
        assertThat(incoming.find(own, CallFixtures.number(0).substring(8))).isEmpty();
        calls.change("update person set restricted_at = null", Map.of());
        clock.advance(Duration.ofHours(25));
        assertThatThrownBy(() -> openClaims.showAfterwards(own, claim)).isInstanceOf(NotFound.class);
    }

    @Test
    void aNumberIsNotShownOnceThePersonIsProtected() {
        var assignment = assignment("");
        var caller = caller(assignment);
        var own = CallScope.caller(organization(), caller);
        var claim = claims.claim(own, assignment, caller).claim().id();
        calls.change("update person set restricted_at = '2026-11-01'", Map.of());

        assertThatThrownBy(() -> claims.dialled(own, claim)).isInstanceOf(ClaimEnded.class);

        assertThat(calls.count("select count(*) from call where state = 'ENDED' and dialled_at is null"))
                .isEqualTo(1);
    }

    @Test
    void onlyAdministratorsReadWhichProtectedPeopleACallerHasSeen() {
        var assignment = assignment("");
        var caller = caller(assignment);
        claim(assignment, caller).statusCode(201);
        calls.change("update person set restricted_at = '2026-11-01'", Map.of());
        var seen = in(SOLNA, "/call-assignments/" + assignment + "/callers/" + caller + "/seen");
        var organizer = a.token(SOLNA, Permission.CALLS_READ, Permission.CALLS_MANAGE);

        as(organizer).get(seen).then().statusCode(200).body("", hasSize(0));
        as(token).get(seen).then().statusCode(200).body("", hasSize(1));
    }

    @Test
    void aReportKeptOnAPhoneMayNameATimeThatHasPassedSince() {
        var claim = claimed(assignment("")).getLong("id");
        clock.advance(Duration.ofHours(3));

        report(claim, "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"2026-11-24T17:30:00Z\"}")
                .statusCode(200);
    }

    @Test
    void aCallBackLiesAfterTheCallAndBeforeTheAssignmentEnds() {
        var claim = claimed(assignment("")).getLong("id");

        report(claim, "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"2026-11-24T16:30:00Z\"}")
                .statusCode(400)
                .body("detail", containsString("after the call"));
        report(claim, "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"+300000-01-01T18:00:00Z\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("callBackAt"));
    }

    @Test
    void whoeverRingsBackIsNoLateCallAndCollidesWithNobodysOwn() {
        var assignment = assignment("");
        var caller = caller(assignment);
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");

        var logged = incoming.log(CallScope.caller(organization(), caller), claim, CallReport.of(Outcome.CALL_BACK));

        assertThat(logged.late()).isFalse();
        assertThat(calls.count("select count(*) from call where conflict")).isZero();
    }

    @Test
    void aLateReportEndsAnotherCallersClaimThatWasNotDialledAndThePageIsTold() {
        var late = lapsed(assignment(""));
        var other = assignment("\"cooldownHours\":0");
        var caller = caller(other);
        var own = CallScope.caller(organization(), caller);
        var open = claims.claim(own, other, caller).claim();

        report(late, outcome("REACHED")).statusCode(200).body("late", equalTo(true));

        assertThatThrownBy(() -> claims.dialled(own, open.id())).isInstanceOf(ClaimEnded.class);
        assertThat(calls.count("select count(*) from call where state = 'ENDED'"))
                .isEqualTo(1);
    }
}
