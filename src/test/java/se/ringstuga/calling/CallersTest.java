package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.Language;
import se.ringstuga.http.NotFound;

/** Volunteers on their own pages: links, browsers, limits. */
@QuarkusTest
class CallersTest extends CallTest {

    @Inject
    Callers callers;

    @Inject
    Claims claims;

    @Inject
    Reports reports;

    private record Volunteer(long id, String link) {}

    private Volunteer volunteer(long assignment) {
        var created = as(token)
                .body(Map.of("name", "Kim"))
                .post(in(SOLNA, "/call-assignments/" + assignment + "/callers"))
                .then()
                .statusCode(201)
                .body("joinLink", startsWith("http"))
                .extract()
                .jsonPath();
        var link = created.getString("joinLink");
        return new Volunteer(created.getLong("id"), link.substring(link.lastIndexOf('/') + 1));
    }

    private CallScope joined(Volunteer volunteer) {
        var result = (JoinResult.Joined) callers.join(volunteer.link(), new Browser("Firefox", "Firefox"));
        return callers.session(result.session()).orElseThrow();
    }

    private void people(int count) {
        for (int i = 0; i < count; i++) {
            calls.person(SOLNA, "Person " + i, CallFixtures.number(i));
        }
    }

    @Test
    void theNumberIsHiddenUntilItIsAskedForAndEachShowingIsLogged() {
        people(1);
        var assignment = assignment("");
        var scope = joined(volunteer(assignment));
        var claim = claims.claim(scope, assignment, scope.caller()).claim();

        assertThat(claim.person().phone()).isNull();
        assertThat(claim.leaseUntil()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        var shown = claims.dialled(scope, claim.id());
        assertThat(shown.person().phone()).isEqualTo(CallFixtures.number(0));
        assertThat(shown.leaseUntil()).isEqualTo(clock.instant().plus(Duration.ofMinutes(45)));
        assertThat(calls.count("select count(*) from access_log where action = 'call.number-shown'"))
                .isEqualTo(1);
    }

    @Test
    void anUndialledClaimThatLapsesReturnsAndItsPageIsTold() {
        people(1);
        var assignment = assignment("");
        var scope = joined(volunteer(assignment));
        var claim = claims.claim(scope, assignment, scope.caller()).claim();
        clock.advance(Duration.ofMinutes(9));
        claims.renew(scope, claim.id());
        clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(() -> claims.renew(scope, claim.id())).isInstanceOf(ClaimEnded.class);
        claim(assignment, caller(assignment)).statusCode(201).body("attempts", equalTo(0));
    }

    @Test
    void aCallersSessionKnowsNobodyElsesClaim() {
        people(2);
        var assignment = assignment("");
        var one = joined(volunteer(assignment));
        var other = joined(volunteer(assignment));
        var claim = claims.claim(one, assignment, one.caller()).claim();

        assertThatThrownBy(() -> claims.dialled(other, claim.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> claims.skip(other, claim.id(), null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reports.report(other, claim.id(), CallReport.of(Outcome.BUSY)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> claims.claim(other, assignment, one.caller())).isInstanceOf(NotFound.class);
    }

    @Test
    void aSecondBrowserNeedsTheOrganizersYesAndTakesTheClaimOver() {
        people(1);
        var assignment = assignment("");
        var volunteer = volunteer(assignment);
        var first = ((JoinResult.Joined) callers.join(volunteer.link(), new Browser("Firefox", "Firefox"))).session();
        var scope = callers.session(first).orElseThrow();
        var claim = claims.claim(scope, assignment, scope.caller()).claim();

        var waiting = (JoinResult.Waiting) callers.join(volunteer.link(), new Browser("Chrome", "Chrome"));
        assertThat(callers.enter(waiting.secret(), new Browser("Chrome", "Chrome")))
                .isInstanceOf(JoinResult.Waiting.class);
        var request = as(token)
                .get(in(SOLNA, "/call-assignments/" + assignment + "/callers"))
                .then()
                .body("[0].joinRequests", hasSize(1))
                .extract()
                .jsonPath()
                .getLong("[0].joinRequests[0].id");
        as(token)
                .body(Map.of("approved", true))
                .put(in(
                        SOLNA,
                        "/call-assignments/" + assignment + "/callers/" + volunteer.id() + "/join-requests/" + request
                                + "/decision"))
                .then()
                .statusCode(204);

        var second = ((JoinResult.Joined) callers.enter(waiting.secret(), new Browser("Chrome", "Chrome"))).session();
        assertThat(callers.session(first)).isEmpty();
        var moved = callers.session(second).orElseThrow();
        assertThat(claims.open(moved, moved.caller())).map(ClaimView::id).hasValue(claim.id());
    }

    @Test
    void aLinkDiesWithTheAssignmentAndWhenItIsReplaced() {
        var assignment = assignment("");
        var volunteer = volunteer(assignment);
        as(token)
                .put(in(SOLNA, "/call-assignments/" + assignment + "/callers/" + volunteer.id() + "/link"))
                .then()
                .statusCode(200);
        assertThat(callers.join(volunteer.link(), new Browser("firefox", null))).isInstanceOf(JoinResult.Unknown.class);

        var other = volunteer(assignment);
        clock.advance(Duration.ofDays(30).plusSeconds(1));
        assertThat(callers.join(other.link(), new Browser("firefox", null))).isInstanceOf(JoinResult.Unknown.class);
    }

    @Test
    void aRemovedCallerIsOutAtOnceAndTheOrganizerSeesWhomTheySaw() {
        people(2);
        var assignment = assignment("");
        var volunteer = volunteer(assignment);
        var session = ((JoinResult.Joined) callers.join(volunteer.link(), new Browser("firefox", null))).session();
        var scope = callers.session(session).orElseThrow();
        var claim = claims.claim(scope, assignment, scope.caller()).claim();
        claims.dialled(scope, claim.id());

        as(token)
                .delete(in(SOLNA, "/call-assignments/" + assignment + "/callers/" + volunteer.id()))
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].numberShown", equalTo(true));
        assertThat(callers.session(session)).isEmpty();
        claim(assignment, volunteer.id()).statusCode(409);
        statistics(assignment).body("byOutcome.UNREPORTED", equalTo(1));

        assertThat(reports.reportWithSecret(claim.id(), claim.secret(), CallReport.of(Outcome.REACHED))
                        .late())
                .isTrue();
        assertThatThrownBy(() -> reports.reportWithSecret(claim.id(), "guess", CallReport.of(Outcome.REACHED)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void threeSkipsInARowStopTheCallerUntilTheOrganizerLiftsIt() {
        people(6);
        var assignment = assignment("");
        var volunteer = volunteer(assignment);
        var scope = joined(volunteer);
        for (int i = 0; i < 3; i++) {
            var claim = claims.claim(scope, assignment, scope.caller()).claim();
            claims.skip(scope, claim.id(), SkipReason.UNCOMFORTABLE);
            clock.advance(Duration.ofSeconds(20));
        }

        assertThatThrownBy(() -> claims.claim(scope, assignment, scope.caller()))
                .isInstanceOf(CallerLimitReached.class);
        assertThat(calls.count("select count(*) from notice where kind = 'caller-limit'"))
                .isEqualTo(1);
        as(token)
                .delete(in(SOLNA, "/call-assignments/" + assignment + "/callers/" + volunteer.id() + "/limit"))
                .then()
                .statusCode(204);
        assertThat(claims.claim(scope, assignment, scope.caller()).created()).isTrue();
        assertThat(calls.count("select count(*) from notice where handled_at is null"))
                .isZero();
    }

    @Test
    void eightSkipsInAnEveningStopTheCallerAlsoWhenTheyCallInBetween() {
        people(13);
        var assignment = assignment("");
        var volunteer = volunteer(assignment);
        var scope = joined(volunteer);
        for (int i = 1; i <= 8; i++) {
            var skipped = claims.claim(scope, assignment, scope.caller()).claim();
            claims.skip(scope, skipped.id(), SkipReason.LATER);
            clock.advance(Duration.ofSeconds(20));
            if (i % 2 == 0 && i < 8) {
                var called = claims.claim(scope, assignment, scope.caller()).claim();
                reports.report(scope, called.id(), CallReport.of(Outcome.BUSY));
                clock.advance(Duration.ofSeconds(20));
            }
        }

        assertThatThrownBy(() -> claims.claim(scope, assignment, scope.caller()))
                .isInstanceOf(CallerLimitReached.class);
        as(token)
                .get(in(SOLNA, "/call-assignments/" + assignment + "/callers"))
                .then()
                .body("[0].limit", equalTo("SKIPS_AN_EVENING"));
        as(token)
                .delete(in(SOLNA, "/call-assignments/" + assignment + "/callers/" + volunteer.id() + "/limit"))
                .then()
                .statusCode(204);
        assertThat(claims.claim(scope, assignment, scope.caller()).created()).isTrue();
    }

    @Test
    void thirtyPeopleInAnHourAreEnough() {
        people(32);
        var assignment = assignment("");
        var scope = joined(volunteer(assignment));
        for (int i = 0; i < 30; i++) {
            var claim = claims.claim(scope, assignment, scope.caller()).claim();
            reports.report(scope, claim.id(), CallReport.of(Outcome.BUSY));
        }

        assertThatThrownBy(() -> claims.claim(scope, assignment, scope.caller()))
                .isInstanceOf(CallerLimitReached.class);
        clock.advance(Duration.ofHours(1));
        assertThat(claims.claim(scope, assignment, scope.caller()).created()).isTrue();
    }

    @Test
    void whoeverTheCallerKnowsIsNeverOfferedToThemAgain() {
        people(1);
        var assignment = assignment("");
        var scope = joined(volunteer(assignment));
        var claim = claims.claim(scope, assignment, scope.caller()).claim();
        claims.skip(scope, claim.id(), SkipReason.KNOWS_PERSON);
        clock.advance(Duration.ofDays(2));

        assertThatThrownBy(() -> claims.claim(scope, assignment, scope.caller()))
                .isInstanceOf(QueueEmpty.class);
        claim(assignment, caller(assignment)).statusCode(201);
    }

    @Test
    void stoppingForTonightReturnsWhoWasNotCalledAndEndsTheSession() {
        people(1);
        var assignment = assignment("");
        var session = ((JoinResult.Joined) callers.join(volunteer(assignment).link(), new Browser("firefox", null)))
                .session();
        var scope = callers.session(session).orElseThrow();
        claims.claim(scope, assignment, scope.caller());

        callers.stop(scope);

        assertThat(callers.session(session)).isEmpty();
        claim(assignment, caller(assignment)).statusCode(201);
    }

    @Test
    void theHomePageAsksForThePromiseOnceAndShowsStandardTextsThatNameNothing() {
        var assignment = assignment("\"script\":\"Hej från föreningen\"");
        var scope = joined(volunteer(assignment));
        var home = callers.home(scope);

        assertThat(home.promiseAccepted()).isFalse();
        assertThat(home.script().main()).isEqualTo("Hej från föreningen");
        var english = callers.home(scope, Language.ENGLISH).script();
        assertThat(english.otherPerson()).isNotEqualTo(home.script().otherPerson());
        for (var text : Set.of(
                home.script().otherPerson(), home.script().voicemail(), english.otherPerson(), english.voicemail())) {
            assertThat(text.toLowerCase(Locale.ROOT))
                    .doesNotContain("förening", "parti", "medlem", "enkät", "solna")
                    .doesNotContain("association", "party", "member", "survey");
        }
        assertThat(home.script().why()).startsWith("Vi ringer runt för att lära känna varandra");
        callers.promise(scope);
        assertThat(callers.home(scope).promiseAccepted()).isTrue();
        assertThat(calls.count("select count(*) from caller where promise_version = 1 and promised_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void onlyThoseWhoManageCallsLetAnybodyIn() {
        var assignment = assignment("");
        var reader = a.token(SOLNA, Permission.CALLS_READ, Permission.CALLS_CALL);

        as(reader)
                .body(Map.of("name", "Kim"))
                .post(in(SOLNA, "/call-assignments/" + assignment + "/callers"))
                .then()
                .statusCode(403);
        as(token)
                .body(Map.of("name", "x".repeat(101)))
                .post(in(SOLNA, "/call-assignments/" + assignment + "/callers"))
                .then()
                .statusCode(400);
        as("wrong")
                .get(in(SOLNA, "/call-assignments/" + assignment + "/callers"))
                .then()
                .statusCode(401);
    }

    @Test
    void theAssignmentsOwnTextsStandInPlaceOfTheStandardOnes() {
        var assignment = assignment("""
                "scriptOtherPerson":"Jag ringer igen","scriptVoicemail":"Hej, jag ringer igen","scriptWhy":" " """);
        var script = callers.home(joined(volunteer(assignment))).script();

        assertThat(script.otherPerson()).isEqualTo("Jag ringer igen");
        assertThat(script.voicemail()).isEqualTo("Hej, jag ringer igen");
        assertThat(script.why()).startsWith("Vi ringer runt för att lära känna varandra");
    }

    @Test
    void aDialledCallThatLapsedIsAskedAboutByItsOwnCallerAlone() {
        people(1);
        var assignment = assignment("");
        var scope = joined(volunteer(assignment));
        var other = joined(volunteer(assignment));
        var claim = claims.claim(scope, assignment, scope.caller()).claim();
        claims.dialled(scope, claim.id());
        clock.advance(Duration.ofMinutes(46));
        assertThatThrownBy(() -> claims.claim(other, assignment, other.caller()))
                .isInstanceOf(QueueEmpty.class);

        assertThat(callers.home(scope).unreported())
                .extracting(CallerHome.UnreportedCall::claimId)
                .containsExactly(claim.id());
        assertThat(callers.home(other).unreported()).isEmpty();
        reports.report(scope, claim.id(), CallReport.of(Outcome.BUSY));
        assertThat(callers.home(scope).unreported()).isEmpty();
    }

    @Test
    void afterStoppingTheSameBrowserComesBackByItsLinkAndAnotherOneAsks() {
        var assignment = assignment("");
        var volunteer = volunteer(assignment);
        var own = new Browser("Noors telefon", "Firefox");
        var first = ((JoinResult.Joined) callers.join(volunteer.link(), own)).session();
        callers.stop(callers.session(first).orElseThrow());

        assertThat(callers.join(volunteer.link(), new Browser("en annan", null)))
                .isInstanceOf(JoinResult.Waiting.class);
        var again = ((JoinResult.Joined) callers.join(volunteer.link(), own)).session();
        assertThat(callers.session(again)).isPresent();
        assertThat(callers.session(first)).isEmpty();
    }

    @Test
    void whenTheOrganizerSaysNoTheSecondBrowserStaysOutAndTheFirstStaysIn() {
        var assignment = assignment("");
        var volunteer = volunteer(assignment);
        var first = ((JoinResult.Joined) callers.join(volunteer.link(), new Browser("first", null))).session();
        var second = new Browser("second", "Chrome");
        var waiting = (JoinResult.Waiting) callers.join(volunteer.link(), second);
        var request = calls.count("select id as count from caller_join_request");

        as(token)
                .body(Map.of("approved", false))
                .put(in(
                        SOLNA,
                        "/call-assignments/" + assignment + "/callers/" + volunteer.id() + "/join-requests/" + request
                                + "/decision"))
                .then()
                .statusCode(204);

        assertThat(callers.enter(waiting.secret(), second)).isInstanceOf(JoinResult.Refused.class);
        assertThat(callers.session(first)).isPresent();
    }
}
