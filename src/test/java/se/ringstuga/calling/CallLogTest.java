package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** The log of calls, and correcting one of them. */
@QuarkusTest
class CallLogTest extends OrganizersOfCalls {

    @Inject
    Leases leases;

    private String log(long assignment) {
        return in(SOLNA, "/call-assignments/" + assignment + "/calls");
    }

    private long reported(long assignment, long caller, String report) {
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        report(claim, report).statusCode(200);
        return claim;
    }

    @Test
    void callsAreFoundByCallerOutcomeAndDay() {
        for (int i = 0; i < 4; i++) {
            calls.person(SOLNA, "Person " + i, CallFixtures.number(i));
        }
        var assignment = assignment("");
        var kim = caller(assignment);
        var other = caller(assignment);
        reported(assignment, kim, outcome("REACHED"));
        reported(assignment, other, outcome("BUSY"));
        claim(assignment, other).statusCode(201);
        clock.advance(Duration.ofDays(1));
        leases.sweep();
        reported(assignment, kim, outcome("NO_ANSWER"));
        var today = clock.instant().toString().substring(0, 10);

        as(token).get(log(assignment)).then().statusCode(200).body("items", hasSize(4));
        as(token).get(log(assignment) + "?caller=" + kim).then().body("items", hasSize(2));
        as(token)
                .get(log(assignment) + "?outcome=BUSY")
                .then()
                .body("items", hasSize(1))
                .body("items[0].outcome", equalTo("BUSY"));
        as(token)
                .get(log(assignment) + "?outcome=UNREPORTED")
                .then()
                .body("items", hasSize(1))
                .body("items[0].outcome", nullValue());
        as(token)
                .get(log(assignment) + "?day=" + today)
                .then()
                .body("items", hasSize(1))
                .body("items[0].outcome", equalTo("NO_ANSWER"));
    }

    @Test
    void aLongLogIsReadInPagesWithoutGapsOrRepeats() {
        for (int i = 0; i < 5; i++) {
            calls.person(SOLNA, "Person " + i, CallFixtures.number(i));
        }
        var assignment = assignment("");
        var callers = List.of(caller(assignment), caller(assignment));
        for (int i = 0; i < 5; i++) {
            reported(assignment, callers.get(i % 2), outcome("BUSY"));
            clock.advance(Duration.ofSeconds(i % 2));
        }
        var seen = new ArrayList<Long>();
        var address = log(assignment) + "?limit=2";
        String next = "";
        do {
            var page = as(token)
                    .get(address + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", Long.class));
            next = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!next.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(page(list(assignment) + "/calls?limit=2")).contains("Äldre samtal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller=x", "outcome=HAPPY", "day=yesterday", "cursor=MTp4", "limit=0"})
    void whatCannotBeLookedForIsRefused(String query) {
        as(token).get(log(assignment("")) + "?" + query).then().statusCode(400);
    }

    @Test
    void theLogIsForThoseWhoManageTheAssociationsOwn() {
        a.organization("nacka");
        var theirs = calls.assignment(a.token("nacka"), "nacka", "");
        var mine = log(assignment(""));

        as(token).get(log(theirs)).then().statusCode(404);
        as("none").get(mine).then().statusCode(401);
        as(a.token(SOLNA, Permission.CALLS_READ)).get(mine).then().statusCode(403);
    }

    @Test
    void protectedPeopleStandInTheLogForAdministratorsAlone() {
        var person = calls.person(SOLNA, "Skyddad", CallFixtures.number(0));
        var assignment = assignment("");
        var call = reported(assignment, caller(assignment), outcome("BUSY"));
        calls.change(
                "update person set restricted_at = :now where id = :id", Map.of("id", person, "now", clock.instant()));

        assertThat(page(list(assignment) + "/calls")).doesNotContain("Skyddad");
        assertThat(get(list(assignment) + "/call/" + call).statusCode()).isEqualTo(404);
        as(token).get(log(assignment)).then().body("items", hasSize(1));
    }

    @Test
    void aCorrectionKeepsWhatStoodBeforeWithANameAndChangesWhatFollows() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var call = reported(assignment, caller(assignment), "{\"outcome\":\"DECLINED\",\"note\":\"Trött\"}");
        var one = list(assignment) + "/call/" + call;
        assertThat(page(one))
                .contains("Anna Test", "Avböjde", "Trött", "Kim ringde")
                .doesNotContain("Vad som stod förut");
        statistics(assignment).body("done", equalTo(1));

        assertThat(post(one, Map.of("outcome", "BUSY", "note", "Trött")).statusCode())
                .isEqualTo(303);

        assertThat(page(one)).contains("Upptaget", "Vad som stod förut", "Avböjde. Rättades av asa");
        assertThat(page(list(assignment) + "/calls")).contains(">rättat<");
        statistics(assignment).body("done", equalTo(0)).body("byOutcome.BUSY", equalTo(1));
        as(token)
                .get(in(SOLNA, "/claims/" + call + "/report"))
                .then()
                .body("former", hasSize(1))
                .body("former[0].replacedBy", notNullValue());
    }

    @Test
    void aCorrectionKeepsTheAnswersThatWereGiven() {
        long survey = as(token)
                .body("{\"title\":\"Enkät\",\"questions\":[{\"text\":\"Vill du vara med?\",\"type\":\"YES_NO\"}]}")
                .post(in(SOLNA, "/surveys"))
                .then()
                .extract()
                .jsonPath()
                .getLong("id");
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"surveyId\":" + survey);
        var claim = claimed(assignment);
        var question = claim.getLong("survey.questions[0].id");
        report(
                        claim.getLong("id"),
                        "{\"outcome\":\"REACHED\",\"answers\":[{\"questionId\":" + question + ",\"value\":true}]}")
                .statusCode(200);
        var one = list(assignment) + "/call/" + claim.getLong("id");

        assertThat(page(one)).contains("Vill du vara med?", "name=\"value-" + question + "\" value=\"1\" checked");
        post(one, Map.of("outcome", "REACHED", "value-" + question, "1", "note", "Glad"));
        assertThat(calls.count("select count(*) from submission where superseded_at is null and complete"))
                .isEqualTo(1);
    }

    @Test
    void aCorrectionThatCannotBeIsSaidBesideItsField() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"callingHours\":{\"from\":\"09:00\",\"to\":\"20:00\"}");
        var call = reported(assignment, caller(assignment), outcome("BUSY"));
        var one = list(assignment) + "/call/" + call;
        var night = clock.instant().plus(Duration.ofDays(1)).toString().substring(0, 10) + "T23:00";

        var answer = post(one, Map.of("outcome", "CALL_BACK", "callBackAt", night));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("Närmaste tid är", "value=\"" + night + "\"");
        assertThat(post(one, Map.of("outcome", "nonsense")).statusCode()).isEqualTo(400);
        assertThat(get(list(assignment) + "/call/" + (call + 1)).statusCode()).isEqualTo(404);
    }

    @Test
    void aThreatIsReadAndCorrectedByAdministratorsOnly() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var call = reported(
                assignment,
                caller(assignment),
                "{\"outcome\":\"REACHED\",\"personFact\":\"THREAT\",\"note\":\"Hotade\"}");
        var one = list(assignment) + "/call/" + call;
        var bo = StaffFixtures.browser(staff.session(staff.staff("bo@example.org", SOLNA, Role.ADMINISTRATOR)));

        assertThat(page(one)).contains("bara administratörer").doesNotContain("Hotade", "Spara rättelsen");
        assertThat(post(one, Map.of("outcome", "BUSY")).statusCode()).isEqualTo(404);
        assertThat(bo.get(one).asString()).contains("Hotade", "Spara rättelsen");
    }

    @Test
    void anOrganizerTellsOfACallThatNobodyReported() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var call = claimed(assignment).getLong("id");
        clock.advance(Duration.ofMinutes(46));
        leases.sweep();
        var one = list(assignment) + "/call/" + call;

        assertThat(page(one)).contains("Ingen har berättat hur samtalet gick");
        assertThat(post(one, Map.of("outcome", "NO_ANSWER")).statusCode()).isEqualTo(303);
        assertThat(page(one)).contains("Inget svar");
    }
}
