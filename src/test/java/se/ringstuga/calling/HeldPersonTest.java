package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who was handed out on the pages: for how long, until when the number is shown, and to whom. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class HeldPersonTest extends CallTest {

    @Inject
    Claims claims;

    @Inject
    OpenClaims openClaims;

    @Inject
    Reports reports;

    private long assignment;
    private CallScope own;

    @BeforeEach
    void aCaller() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        assignment = assignment("");
        var organization = calls.query("select id from organization", row -> row.number("id"))
                .getFirst();
        own = CallScope.caller(organization, caller(assignment));
    }

    private ClaimView claimed() {
        return claims.claim(own, assignment, own.caller()).claim();
    }

    private void refused(long claim, ClaimRefusal why) {
        assertThatThrownBy(() -> claims.dialled(own, claim))
                .isInstanceOfSatisfying(
                        ClaimEnded.class, ended -> assertThat(ended.members()).containsEntry("reason", why));
        assertThat(calls.count("select count(*) from call where dialled_at is null and state = '" + why.ends() + "'"))
                .isEqualTo(1);
        assertThat(calls.count("select count(*) from call_queue_entry where claimed_until is null and attempts = 0"))
                .isEqualTo(1);
    }

    @Test
    void aNumberIsNotShownAfterTheHoursThoughThePersonWasHandedOutWithin() {
        clock.advance(Duration.ofMinutes(149));
        var claim = claimed().id();
        clock.advance(Duration.ofMinutes(2));

        refused(claim, ClaimRefusal.OUTSIDE_HOURS);
    }

    @Test
    void aNumberIsNotShownWhileTheAssignmentIsPaused() {
        var claim = claimed().id();
        as(token)
                .put(in(SOLNA, "/call-assignments/" + assignment + "/pause"))
                .then()
                .statusCode(200);

        refused(claim, ClaimRefusal.PAUSED);
    }

    @Test
    void aNumberIsNotShownOnceTheAssignmentHasExpired() {
        var claim = claimed().id();
        calls.change("update call_assignment set expires_at = :now", Map.of("now", clock.instant()));

        refused(claim, ClaimRefusal.CLOSED);
    }

    @Test
    void aPageThatIsOnlyLookedAtKeepsAPersonForHalfAnHour() {
        var claim = claimed();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(5));
            claims.renew(own, claim.id());
        }
        assertThat(claims.renew(own, claim.id()).leaseUntil())
                .isEqualTo(claim.claimedAt().plus(Duration.ofMinutes(30)));
        clock.advance(Duration.ofMinutes(5));

        assertThatThrownBy(() -> claims.renew(own, claim.id())).isInstanceOf(ClaimEnded.class);
        claim(assignment, caller(assignment)).statusCode(201).body("attempts", equalTo(0));
    }

    @Test
    void whoeverIsProtectedMeanwhileIsOnNoPageAnyMore() {
        var claim = claimed().id();
        calls.change("update person set restricted_at = '2026-11-01'", Map.of());

        as(token).get(in(SOLNA, "/claims/" + claim)).then().statusCode(409).body("state", equalTo("ENDED"));
        assertThat(claims.open(own, own.caller())).isEmpty();
        assertThat(calls.count("select count(*) from call where state = 'ENDED'"))
                .isEqualTo(1);
    }

    @Test
    void aCallWithSomebodyProtectedMeanwhileIsNotShownAndMayBeReported() {
        var claim = claimed();
        claims.dialled(own, claim.id());
        calls.change("update person set restricted_at = '2026-11-01'", Map.of());

        as(token).get(in(SOLNA, "/claims/" + claim.id())).then().statusCode(409).body("state", equalTo("UNREPORTED"));
        assertThatThrownBy(() -> claims.renew(own, claim.id())).isInstanceOf(ClaimEnded.class);
        assertThatThrownBy(() -> claims.dialled(own, claim.id())).isInstanceOf(ClaimEnded.class);
        assertThat(claims.open(own, own.caller())).isEmpty();

        var told = reports.reportWithSecret(claim.id(), claim.secret(), CallReport.of(Outcome.REACHED));
        assertThat(told.late()).isTrue();
    }
}
