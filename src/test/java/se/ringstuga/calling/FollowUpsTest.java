package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.InvalidInput;

/** What an evening leaves to decide: messages, facts, unreported and colliding calls, and people who ring back. */
@QuarkusTest
class FollowUpsTest extends CallTest {

    @Inject
    IncomingCalls incoming;

    @Inject
    Leases leases;

    private ValidatableResponse followUps(String who, long assignment) {
        return as(who).get(in(SOLNA, "/call-assignments/" + assignment + "/follow-ups"))
                .then()
                .statusCode(200);
    }

    private void handle(long assignment, String kind, long id, String query) {
        as(token)
                .put(in(
                        SOLNA,
                        "/call-assignments/" + assignment + "/follow-ups/" + kind + "/" + id + "/handling" + query))
                .then()
                .statusCode(204);
    }

    @Test
    void handlingAMessageLetsThePersonBackIntoTheQueue() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"BUSY\",\"organizerMessage\":\"Ring du\"}")
                .statusCode(200);
        var id = followUps(token, assignment)
                .body("", hasSize(1))
                .body("[0].text", equalTo("Ring du"))
                .extract()
                .jsonPath()
                .getLong("[0].id");

        handle(assignment, "MESSAGE", id, "");

        followUps(token, assignment).body("", hasSize(0));
        claim(assignment, caller(assignment)).statusCode(201);
    }

    @Test
    void aMistakenFactLiftsTheStopInTheWholeTree() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"BUSY\",\"personFact\":\"DECEASED\"}")
                .statusCode(200);
        claim(assignment, caller(assignment)).statusCode(409);

        handle(
                assignment,
                "MESSAGE",
                followUps(token, assignment).extract().jsonPath().getLong("[0].id"),
                "?mistaken=true");

        claim(assignment, caller(assignment)).statusCode(201);
    }

    @Test
    void aThreatIsReadByAdministratorsOnlyAndTheyAreTold() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        report(
                        claimed(assignment).getLong("id"),
                        "{\"outcome\":\"REACHED\",\"personFact\":\"THREAT\",\"organizerMessage\":\"Hotade\"}")
                .statusCode(200);
        var organizer = a.token(SOLNA, Permission.CALLS_READ, Permission.CALLS_MANAGE);

        var untold = followUps(organizer, assignment)
                .body("", hasSize(1))
                .body("[0].forAdministrators", equalTo(true))
                .body("[0].personName", nullValue())
                .body("[0].personId", nullValue())
                .body("[0].callerName", nullValue())
                .body("[0].text", equalTo(""))
                .body("[0].note", nullValue())
                .extract()
                .jsonPath();
        as(organizer)
                .put(in(
                        SOLNA,
                        "/call-assignments/" + assignment + "/follow-ups/MESSAGE/" + untold.getLong("[0].id")
                                + "/handling"))
                .then()
                .statusCode(404);
        followUps(token, assignment)
                .body("[0].personFact", equalTo("THREAT"))
                .body("[0].personName", equalTo("Anna Test"));
        assertThat(calls.count("select count(*) from notice where audience = 'ADMINISTRATORS' and kind = 'threat'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsNotedWithAThreatIsReadAndChangedByAdministratorsOnly() {
        var person = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        var threat = claimed(assignment).getLong("id");
        report(threat, "{\"outcome\":\"BUSY\",\"personFact\":\"THREAT\",\"note\":\"Sade hotfulla ord\"}")
                .statusCode(200)
                .body(not(containsString("THREAT")));
        var organizer = a.token(
                SOLNA, Permission.CALLS_READ, Permission.CALLS_MANAGE, Permission.CALLS_CALL, Permission.PEOPLE_READ);
        var followUp = followUps(token, assignment)
                .body("[0].note", equalTo("Sade hotfulla ord"))
                .extract()
                .jsonPath();
        handle(assignment, "MESSAGE", followUp.getLong("[0].id"), "");
        var next = claimed(assignment);

        assertThat(next.getList("notes")).isEmpty();
        List.of(
                        "/people/" + person,
                        "/people/" + person + "/timeline",
                        "/claims/" + next.getLong("id"),
                        "/call-assignments/" + assignment + "/follow-ups",
                        "/call-assignments/" + assignment + "/statistics")
                .forEach(path -> as(organizer)
                        .get(in(SOLNA, path))
                        .then()
                        .statusCode(200)
                        .body(not(containsString("THREAT")))
                        .body(not(containsString("hotfulla"))));
        as(organizer).get(in(SOLNA, "/claims/" + threat)).then().statusCode(409).body(not(containsString("hotfulla")));
        var note = "/call-notes/"
                + calls.query("select id from call_note", row -> row.number("id"))
                        .getFirst();
        as(organizer).body("{\"text\":\"Mild\"}").put(in(SOLNA, note)).then().statusCode(404);
        as(organizer).delete(in(SOLNA, note)).then().statusCode(404);
        as(token).delete(in(SOLNA, note)).then().statusCode(204);
    }

    @Test
    void aReportCorrectedToAThreatHidesWhatWasNotedBefore() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        var claim = claimed(assignment).getLong("id");
        report(claim, "{\"outcome\":\"BUSY\",\"note\":\"Ring sent\"}").statusCode(200);
        as(token)
                .body("{\"outcome\":\"BUSY\",\"note\":\"Ring sent\",\"personFact\":\"THREAT\"}")
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then()
                .statusCode(200);
        handle(
                assignment,
                "MESSAGE",
                followUps(token, assignment).extract().jsonPath().getLong("[0].id"),
                "");

        assertThat(claimed(assignment).getList("notes")).isEmpty();
    }

    @Test
    void anUnreportedCallStandsInTheListUntilSomebodyTells() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var claim = claimed(assignment).getLong("id");
        clock.advance(Duration.ofMinutes(46));
        leases.sweep();

        followUps(token, assignment).body("[0].kind", equalTo("UNREPORTED")).body("[0].callId", equalTo((int) claim));
        report(claim, outcome("NO_ANSWER")).statusCode(200).body("late", equalTo(true));
        followUps(token, assignment).body("", hasSize(0));
        assertThat(calls.count("select attempts as count from call_queue_entry"))
                .isEqualTo(1);
    }

    @Test
    void twoReportedCallsWithOnePersonBothCountAndAreShownAsAConflict() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var one = assignment("\"cooldownHours\":0");
        var other = assignment("\"cooldownHours\":0");
        var first = claimed(one).getLong("id");
        clock.advance(Duration.ofMinutes(46));
        leases.sweep();
        var second = claimed(other).getLong("id");

        report(first, outcome("REACHED")).statusCode(200).body("late", equalTo(true));
        as(token).get(in(SOLNA, "/claims/" + second)).then().body("alsoReported", equalTo(true));
        report(second, outcome("REACHED")).statusCode(200).body("conflict", equalTo(true));

        followUps(token, one).body("[0].kind", equalTo("CONFLICT"));
        followUps(token, other).body("[0].kind", equalTo("CONFLICT"));
        statistics(one).body("calls", equalTo(1));
        statistics(other).body("calls", equalTo(1));
    }

    @Test
    void somebodyWhoRingsBackIsFoundOnlyByTheCallerWhoCalledAndOnlyForADay() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var caller = caller(assignment);
        var claim = claim(assignment, caller).statusCode(201).extract().jsonPath();
        report(claim.getLong("id"), outcome("NO_ANSWER")).statusCode(200);
        var organization = calls.query("select id from organization", row -> row.number("id"))
                .getFirst();
        var own = CallScope.caller(organization, caller);
        var digits = CallFixtures.number(0).substring(8);

        assertThat(incoming.find(own, digits))
                .singleElement()
                .extracting(IncomingMatch::name)
                .isEqualTo("Anna Test");
        assertThat(incoming.find(CallScope.caller(organization, caller(assignment)), digits))
                .isEmpty();
        assertThatThrownBy(() -> incoming.find(own, "")).isInstanceOf(InvalidInput.class);

        var logged = incoming.log(own, claim.getLong("id"), CallReport.of(Outcome.REACHED));
        assertThat(incoming.log(own, claim.getLong("id"), CallReport.of(Outcome.REACHED)))
                .isEqualTo(logged);
        statistics(assignment)
                .body("calls", equalTo(2))
                .body("reached", equalTo(1))
                .body("done", equalTo(1));
        clock.advance(Duration.ofHours(24));
        assertThat(incoming.find(own, digits)).isEmpty();
    }

    @Test
    void aNoteIsForLaterCallersOfTheSameAssignmentUntilAnOrganizerRemovesIt() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        var other = assignment("\"cooldownHours\":0");
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"BUSY\",\"note\":\"Ring sent\"}")
                .statusCode(200);

        var elsewhere = claimed(other);
        assertThat(elsewhere.getList("notes")).isEmpty();
        as(token).delete(in(SOLNA, "/claims/" + elsewhere.getLong("id"))).then().statusCode(204);
        var again = claimed(assignment);
        assertThat(again.getString("notes[0].text")).isEqualTo("Ring sent");

        as(token)
                .body("{\"text\":\"Ring efter sju\"}")
                .put(in(SOLNA, "/call-notes/" + again.getLong("notes[0].id")))
                .then()
                .statusCode(204);
        as(token)
                .get(in(SOLNA, "/claims/" + again.getLong("id")))
                .then()
                .body("notes[0].text", equalTo("Ring efter sju"));
        as(token)
                .delete(in(SOLNA, "/call-notes/" + again.getLong("notes[0].id")))
                .then()
                .statusCode(204);
        as(token).get(in(SOLNA, "/claims/" + again.getLong("id"))).then().body("notes", hasSize(0));
    }

    @Test
    void aNoteOlderThanAYearIsNotShown() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"BUSY\",\"note\":\"Ring sent\"}")
                .statusCode(200);
        var again = claimed(assignment).getLong("id");

        calls.change("update call_note set written_at = '2025-11-25'", Map.of());
        as(token).get(in(SOLNA, "/claims/" + again)).then().body("notes", hasSize(1));
        calls.change("update call_note set written_at = '2025-11-24'", Map.of());
        as(token).get(in(SOLNA, "/claims/" + again)).then().body("notes", hasSize(0));
    }

    @Test
    void aRewordedNoteIsCleanedLikeAnyText() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        report(claimed(assignment("")).getLong("id"), "{\"outcome\":\"BUSY\",\"note\":\"Ring sent\"}")
                .statusCode(200);
        var note = in(SOLNA, "/call-notes/" + calls.count("select id as count from call_note"));

        as(token).body("{\"text\":\" a\\u0000b \"}").put(note).then().statusCode(204);
        assertThat(calls.count("select count(*) from call_note where text = 'ab'"))
                .isEqualTo(1);
        as(token)
                .body("{\"text\":\"\\u0085\"}")
                .put(note)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("text"));
    }
}
