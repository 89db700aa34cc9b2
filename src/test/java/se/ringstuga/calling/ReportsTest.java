package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportsTest extends CallTest {

    @Test
    void theSameReportAgainAnswersTheSameAndADifferentOneIsAConflict() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");

        var first = report(claim, "{\"outcome\":\"NO_ANSWER\",\"note\":\"Ring dörren\"}")
                .statusCode(200)
                .extract()
                .asString();
        clock.advance(Duration.ofMinutes(3));
        var again = report(claim, "{\"note\":\" Ring dörren \",\"outcome\":\"NO_ANSWER\",\"tagIds\":[]}")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        report(claim, outcome("REACHED"))
                .statusCode(409)
                .body("type", endsWith("/already-reported"))
                .body("current.outcome", equalTo("NO_ANSWER"));
        report(claim, outcome("NONSENSE")).statusCode(409);
        report(claim, "{}").statusCode(409);
        assertThat(calls.count("select count(*) from call_note")).isEqualTo(1);
    }

    @Test
    void aReportThatCannotStandNamesTheFieldAndStoresNothing() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");

        report(claim, "{}").statusCode(400).body("violations[0].field", equalTo("outcome"));
        report(claim, outcome("NONSENSE")).statusCode(400).body("violations[0].field", equalTo("outcome"));
        report(claim, "{\"outcome\":\"REACHED\",\"nonsense\":1}")
                .statusCode(400)
                .body("violations[0].field", equalTo("nonsense"));
        report(claim, "{\"outcome\":\"REACHED\",\"tagIds\":[99]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("tagIds"));
        report(claim, "{\"outcome\":\"WRONG_NUMBER\",\"wrongNumbers\":[\"ALT\"]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("wrongNumbers"));
        assertThat(calls.count("select count(*) from call where state = 'OPEN'"))
                .isEqualTo(1);
    }

    @Test
    void aPersonWhoWasReachedIsDoneWhereThereIsNoOtherGoal() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        report(claimed(assignment).getLong("id"), outcome("REACHED")).statusCode(200);

        statistics(assignment)
                .body("done", equalTo(1))
                .body("reached", equalTo(1))
                .body("byOutcome.REACHED", equalTo(1));
        claim(assignment, caller(assignment)).statusCode(409).body("reasons.done", equalTo(1));
    }

    @Test
    void aBrokenOffCallDoesNotCountAsReached() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"REACHED\",\"interrupted\":true}")
                .statusCode(200);

        claim(assignment, caller(assignment)).statusCode(201);
    }

    @Test
    void aBrokenOffCallDoesNotMeetTheGoalOfBeingReached() {
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0,\"goal\":{\"type\":\"callHistory\",\"result\":\"reached\"}");
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"REACHED\",\"interrupted\":true}")
                .statusCode(200);
        statistics(assignment).body("done", equalTo(0));
        as(token)
                .body("{\"filter\":{\"type\":\"callHistory\",\"result\":\"reached\"},\"personId\":" + anna + "}")
                .post(in(SOLNA, "/segments/explanation"))
                .then()
                .statusCode(200)
                .body("matches", equalTo(false))
                .body("filter.found", equalTo("1 called, 0 reached"));

        report(claimed(assignment).getLong("id"), outcome("REACHED")).statusCode(200);
        statistics(assignment).body("done", equalTo(1));
        claim(assignment, caller(assignment)).statusCode(409).body("reasons.done", equalTo(1));
    }

    @Test
    void nobodyIsCalledAgainDuringTheCoolDownNorAfterTheLastAttempt() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"maxAttempts\":2,\"callingHours\":{\"from\":\"00:00\",\"to\":\"23:59\"}");
        report(claimed(assignment).getLong("id"), outcome("BUSY")).statusCode(200);
        claim(assignment, caller(assignment)).statusCode(409).body("nextAt", equalTo("2026-11-25T17:00:00Z"));

        clock.advance(Duration.ofHours(24));
        report(claimed(assignment).getLong("id"), outcome("BUSY")).statusCode(200);

        clock.advance(Duration.ofDays(3));
        claim(assignment, caller(assignment)).statusCode(409).body("reasons.done", equalTo(1));
    }

    @Test
    void theCoolDownHoldsInOtherAssignmentsForThePersonAndForTheNumber() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1), CallFixtures.number(0));
        var first = assignment("");
        var second = assignment("");
        report(claimed(first).getLong("id"), outcome("NO_ANSWER")).statusCode(200);

        claim(second, caller(second)).statusCode(409).body("reasons.cooling", equalTo(2));
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        claim(second, caller(second)).statusCode(201);
    }

    @Test
    void aCallBackComesAtItsTimeInsteadOfTheCoolDownAndFirstToTheSameCaller() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"maxAttempts\":1");
        var caller = caller(assignment);
        var claim = claim(assignment, caller).extract().jsonPath().getLong("id");
        report(
                        claim,
                        "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"2026-11-24T19:00:00+01:00\",\"callBackBySameCaller\":true}")
                .statusCode(200);
        claim(assignment, caller).statusCode(409).body("nextAt", equalTo("2026-11-24T18:00:00Z"));

        clock.advance(Duration.ofHours(1));
        claim(assignment, caller(assignment))
                .statusCode(409)
                .body("reasons.reserved", equalTo(1))
                .body("nextAt", equalTo("2026-11-24T18:30:00Z"));
        var again =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        as(token).delete(in(SOLNA, "/claims/" + again)).then().statusCode(204);

        clock.advance(Duration.ofMinutes(30));
        claim(assignment, caller(assignment)).statusCode(201);
    }

    @Test
    void aCallBackOutsideTheHoursIsRefusedWithTheNearestAllowedTime() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");

        report(claim, "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"2026-11-24T22:00:00+01:00\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("callBackAt"))
                .body("detail", containsString("2026-11-24T20:29+01:00"))
                .body("nearestAllowed", equalTo("2026-11-24T19:29:00Z"));
    }

    @Test
    void aWrongNumberIsNotDialledAndTheOtherOneIs() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0), "+46846500400");
        var assignment = assignment("");
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"WRONG_NUMBER\",\"wrongNumbers\":[\"PRIMARY\"]}")
                .statusCode(200);

        var second = claimed(assignment);
        assertThat(second.getString("person.phone")).isEqualTo("+46846500400");
        assertThat(second.getString("person.altPhone")).isNull();
        report(second.getLong("id"), "{\"outcome\":\"WRONG_NUMBER\",\"wrongNumbers\":[\"+46846500400\"]}")
                .statusCode(200);
        statistics(assignment).body("withoutNumber", equalTo(1)).body("calls", equalTo(2));
        assertThat(calls.count("select count(*) from person_correction where value is null"))
                .isEqualTo(2);
    }

    @Test
    void doNotCallEndsCallsEverywhereAndOnTheNumber() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Annas sambo", CallFixtures.number(0));
        var first = assignment("\"cooldownHours\":0");
        var second = assignment("\"cooldownHours\":0");
        report(claimed(first).getLong("id"), outcome("DO_NOT_CALL")).statusCode(200);

        claim(first, caller(first)).statusCode(409);
        claim(second, caller(second)).statusCode(409).body("reasons.done", equalTo(2));
        assertThat(calls.count("select count(*) from contact_state where decision = 'WITHDRAWN'"))
                .isEqualTo(1);
    }

    @Test
    void aMessageToTheOrganizerHoldsThePersonBack() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        report(
                        claimed(assignment).getLong("id"),
                        "{\"outcome\":\"NO_ANSWER\",\"organizerMessage\":\"Ring du i stället\"}")
                .statusCode(200);

        claim(assignment, caller(assignment)).statusCode(409).body("reasons.waitingForOrganizer", equalTo(1));
        statistics(assignment).body("cooling", equalTo(1)).body("waitingForOrganizer", equalTo(1));
    }

    @Test
    void whoeverDiedOrLeftIsStoppedInTheWholeTree() {
        a.organizationBelow(SOLNA, "huvudsta");
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person("huvudsta", "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"NO_ANSWER\",\"personFact\":\"DECEASED\"}")
                .statusCode(200);

        statistics(assignment).body("done", equalTo(2));
        assertThat(calls.count("select count(*) from person where stopped_reason = 'DECEASED'"))
                .isEqualTo(2);
    }

    @Test
    void aReportIsTakenBackWithinThirtySecondsWithAllItChanged() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var claim = claimed(assignment).getLong("id");
        report(claim, "{\"outcome\":\"DO_NOT_CALL\",\"note\":\"Arg\",\"personFact\":\"LEFT\"}")
                .statusCode(200);
        clock.advance(Duration.ofSeconds(29));

        as(token)
                .delete(in(SOLNA, "/claims/" + claim + "/report"))
                .then()
                .statusCode(200)
                .body("id", equalTo((int) claim));
        statistics(assignment).body("beingCalled", equalTo(1)).body("calls", equalTo(0));
        assertThat(calls.count("select count(*) from suppression")).isZero();
        assertThat(calls.count("select count(*) from person where stopped_at is not null"))
                .isZero();
        report(claim, outcome("BUSY")).statusCode(200);
        statistics(assignment).body("calls", equalTo(1)).body("cooling", equalTo(1));

        clock.advance(Duration.ofSeconds(31));
        as(token).delete(in(SOLNA, "/claims/" + claim + "/report")).then().statusCode(409);
    }

    @Test
    void aCorrectionReplacesTheReportAndKeepsTheFormer() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var claim = claimed(assignment).getLong("id");
        report(claim, outcome("DECLINED")).statusCode(200);

        as(token)
                .body(outcome("NO_ANSWER"))
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NO_ANSWER"));
        statistics(assignment)
                .body("cooling", equalTo(1))
                .body("calls", equalTo(1))
                .body("byOutcome.NO_ANSWER", equalTo(1))
                .body("byOutcome.DECLINED", equalTo(0));
        assertThat(calls.count("select count(*) from call_report_version")).isEqualTo(1);
        assertThat(calls.count("select attempts as count from call_queue_entry"))
                .isEqualTo(1);
        report(claim, outcome("DECLINED")).statusCode(200).body("outcome", equalTo("NO_ANSWER"));
    }

    @Test
    void aPhoneFrozenForFortyMinutesAfterTheTapStillHasItsClaim() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var claim = claimed(assignment).getLong("id");
        clock.advance(Duration.ofMinutes(40));

        claim(assignment, caller(assignment)).statusCode(409).body("reasons.beingCalled", equalTo(1));
        report(claim, outcome("REACHED")).statusCode(200).body("late", equalTo(false));
    }

    @Test
    void aLateReportIsTakenForADayAndFlagged() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1));
        var assignment = assignment("");
        var first = claimed(assignment).getLong("id");
        var second = claimed(assignment).getLong("id");
        clock.advance(Duration.ofHours(3));
        statistics(assignment);

        report(first, outcome("REACHED")).statusCode(200).body("late", equalTo(true));
        statistics(assignment).body("byOutcome.REACHED", equalTo(1));
        clock.advance(Duration.ofHours(24));
        report(second, outcome("REACHED")).statusCode(409).body("type", endsWith("/report-too-late"));
    }

    @Test
    void aReportOfAFormerVersionIsRecognizedByWhatItSays() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");
        report(claim, outcome("BUSY")).statusCode(200);
        calls.change("update call set report_hash = 'as computed before', report = '{\"outcome\":\"BUSY\"}'", Map.of());

        report(claim, outcome("BUSY")).statusCode(200);
        report(claim, outcome("REACHED")).statusCode(409);
    }

    @Test
    void aWrongNumberReachesTheOtherListsOfThePersonAtOnceAndSoDoesItsCorrection() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1), CallFixtures.number(2));
        var assignment = assignment("");
        var other = assignment("");
        var anna = claimed(assignment).getLong("id");
        report(anna, outcome("WRONG_NUMBER")).statusCode(200);
        report(claimed(assignment).getLong("id"), outcome("WRONG_NUMBER")).statusCode(200);

        statistics(other).body("withoutNumber", equalTo(1)).body("queued", equalTo(1));
        assertThat(calls.count("select count(*) from call_queue_entry where phone = '" + CallFixtures.number(2) + "'"))
                .isEqualTo(2);
        as(token)
                .body(outcome("BUSY"))
                .put(in(SOLNA, "/claims/" + anna + "/correction"))
                .then()
                .statusCode(200);
        statistics(other).body("withoutNumber", equalTo(0));
    }
}
