package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;

/** What a call leaves behind for organizers to find again: notes, reports and their former versions, stops, the log. */
@QuarkusTest
class CallTracesTest extends CallTest {

    private String organizer() {
        return a.token(SOLNA, Permission.CALLS_READ, Permission.CALLS_MANAGE);
    }

    private String notes(long assignment, String query) {
        return in(SOLNA, "/call-assignments/" + assignment + "/notes" + query);
    }

    private long logged(String action, long person) {
        return calls.count("select count(*) from access_log where action = '" + action + "' and " + person
                + " = any (person_ids)");
    }

    @Test
    void organizersFindTheNotesOfAnAssignmentNewestFirst() {
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1));
        var assignment = assignment("");
        var first = claimed(assignment);
        report(first.getLong("id"), "{\"outcome\":\"BUSY\",\"note\":\"Ring sent\"}")
                .statusCode(200);
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"BUSY\",\"note\":\"Ring tidigt\"}")
                .statusCode(200);

        var page = as(organizer())
                .get(notes(assignment, "?limit=1"))
                .then()
                .statusCode(200)
                .body("items.text", contains("Ring tidigt"))
                .extract()
                .jsonPath();
        as(organizer())
                .get(notes(assignment, "?limit=1&cursor=" + page.getString("next")))
                .then()
                .statusCode(200)
                .body("items.text", contains("Ring sent"))
                .body("items[0].personName", equalTo(first.getString("person.name")))
                .body("items[0].personId", equalTo(first.getInt("person.id")))
                .body("items[0].writtenBy", startsWith("token:"))
                .body("next", nullValue());
        assertThat(logged("call.notes", anna)).isEqualTo(1);
        calls.change("update call_note set written_at = '2025-11-24'", Map.of());
        as(organizer()).get(notes(assignment, "")).then().body("items", hasSize(0));
    }

    @Test
    void notesWithAThreatAndOfProtectedPeopleAreFoundByAdministratorsOnly() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        report(
                        claimed(assignment).getLong("id"),
                        "{\"outcome\":\"BUSY\",\"personFact\":\"THREAT\",\"note\":\"Hotfull\"}")
                .statusCode(200);

        as(organizer()).get(notes(assignment, "")).then().statusCode(200).body("items", hasSize(0));
        as(token)
                .get(notes(assignment, ""))
                .then()
                .body("items.text", contains("Hotfull"))
                .body("items[0].administratorsOnly", equalTo(true));

        calls.change("update call_note set administrators_only = false", Map.of());
        as(organizer()).get(notes(assignment, "")).then().body("items", hasSize(1));
        calls.change("update person set restricted_at = '2026-11-01'", Map.of());
        as(organizer()).get(notes(assignment, "")).then().body("items", hasSize(0));
        as(token).get(notes(assignment, "")).then().body("items", hasSize(1));
    }

    @Test
    void rewordingAndRemovingANoteIsLogged() {
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        report(claimed(assignment("")).getLong("id"), "{\"outcome\":\"BUSY\",\"note\":\"Ring sent\"}")
                .statusCode(200);
        var note = in(SOLNA, "/call-notes/" + calls.count("select id as count from call_note"));

        as(token).body("{\"text\":\"Ring tidigt\"}").put(note).then().statusCode(204);
        as(token).delete(note).then().statusCode(204);

        assertThat(logged("call.note-edited", anna)).isEqualTo(1);
        assertThat(logged("call.note-removed", anna)).isEqualTo(1);
    }

    @Test
    void whatWasReportedIsReadAfterwardsWithWhatStoodThereBefore() {
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");
        var address = in(SOLNA, "/claims/" + claim + "/report");
        as(organizer()).get(address).then().statusCode(404);
        report(claim, "{\"outcome\":\"BUSY\",\"note\":\"Ring sent\"}").statusCode(200);
        as(token)
                .body("{\"outcome\":\"REACHED\",\"note\":\"Ring tidigt\"}")
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then()
                .statusCode(200);

        as(organizer())
                .get(address)
                .then()
                .statusCode(200)
                .body("report.outcome", equalTo("REACHED"))
                .body("report.note", equalTo("Ring tidigt"))
                .body("former", hasSize(1))
                .body("former[0].report.outcome", equalTo("BUSY"))
                .body("former[0].report.note", equalTo("Ring sent"))
                .body("former[0].replacedBy", startsWith("token:"));
        assertThat(logged("call.report-read", anna)).isEqualTo(1);
        calls.change("update person set restricted_at = '2026-11-01'", Map.of());
        as(organizer()).get(address).then().statusCode(404);
        as(token).get(address).then().statusCode(200);
    }

    @Test
    void whatWasReportedOfAThreatIsReadByAdministratorsOnly() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");
        var address = in(SOLNA, "/claims/" + claim + "/report");
        report(claim, "{\"outcome\":\"REACHED\",\"organizerMessage\":\"Hotfull\"}")
                .statusCode(200);
        as(token)
                .body("{\"outcome\":\"REACHED\",\"organizerMessage\":\"Hotfull\",\"personFact\":\"THREAT\"}")
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then()
                .statusCode(200);

        as(organizer())
                .get(address)
                .then()
                .statusCode(200)
                .body("report.outcome", equalTo("REACHED"))
                .body(not(containsString("THREAT")))
                .body(not(containsString("Hotfull")));
        as(token)
                .get(address)
                .then()
                .body("report.personFact", equalTo("THREAT"))
                .body("former[0].report.organizerMessage", equalTo("Hotfull"));
    }

    @Test
    void aReportOfAThreatIsCorrectedByAdministratorsOnlyAlsoByTools() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");
        var correction = in(SOLNA, "/claims/" + claim + "/correction");
        var tool = a.token(SOLNA, Permission.CALLS_CALL);
        report(claim, "{\"outcome\":\"REACHED\"}").statusCode(200);
        as(tool).body("{\"outcome\":\"REACHED\",\"personFact\":\"THREAT\",\"note\":\"Hotade\"}")
                .put(correction)
                .then()
                .statusCode(200);

        for (var outcome : List.of("BUSY", "REACHED")) {
            as(tool).body(outcome(outcome))
                    .put(correction)
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("/problems/corrected-by-administrators"))
                    .body(not(containsString("Hotade")));
        }
        assertThat(calls.count("select count(*) from call where person_fact = 'THREAT'"))
                .isEqualTo(1);

        as(token).body(outcome("BUSY")).put(correction).then().statusCode(200);
        as(tool).body(outcome("NO_ANSWER")).put(correction).then().statusCode(403);
        assertThat(calls.count("select count(*) from call where outcome = 'BUSY'"))
                .isEqualTo(1);
    }

    @Test
    void aStopAndItsLiftingAreOnTheTimelineAndInTheLogOfEverybodyTheyTouch() {
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        a.organizationBelow(SOLNA, "boras");
        var same = calls.person("boras", "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"BUSY\",\"personFact\":\"DECEASED\"}")
                .statusCode(200);
        assertThat(logged("call.stopped", anna)).isEqualTo(1);
        assertThat(logged("call.stopped", same)).isEqualTo(1);

        as(token)
                .put(in(
                        SOLNA,
                        "/call-assignments/" + assignment + "/follow-ups/MESSAGE/"
                                + calls.count("select id as count from organizer_message") + "/handling?mistaken=true"))
                .then()
                .statusCode(204);

        assertThat(logged("call.stop-lifted", same)).isEqualTo(1);
        as(token)
                .get(in(SOLNA, "/people/" + anna + "/timeline"))
                .then()
                .statusCode(200)
                .body("items.kind", hasItem("STOPPED"))
                .body("items.kind", hasItem("STOP_LIFTED"))
                .body("items.find { it.kind == 'STOPPED' }.details.reason", equalTo("DECEASED"));
        assertThat(calls.count("select count(*) from person_event where person_id = " + same
                        + " and kind in ('STOPPED', 'STOP_LIFTED')"))
                .isEqualTo(2);
    }

    @Test
    void whoeverSharesANumberThatSaidNoLeavesTheListAtOnceAndComesBackWhenItWasAMistake() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1), CallFixtures.number(0));
        var assignment = assignment("");
        var claim = claimed(assignment).getLong("id");
        report(claim, outcome("DO_NOT_CALL")).statusCode(200);

        assertThat(calls.count("select count(*) from call_queue_entry where done_at is null"))
                .isZero();
        assertThat(calls.count("select count(*) from call_queue_entry where done_reason = 'SUPPRESSED_NUMBER'"))
                .isEqualTo(1);

        as(token)
                .body(outcome("BUSY"))
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then()
                .statusCode(200);
        assertThat(calls.count("select count(*) from call_queue_entry where done_at is null"))
                .isEqualTo(2);
    }
}
