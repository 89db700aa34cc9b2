package se.ringstuga.calling;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an organizer does with an assignment: changes, pauses, closes it. */
@QuarkusTest
class AssignmentsTest extends CallTest {

    private static final String NO_COOL_DOWN = "\"cooldownHours\":0";

    private ValidatableResponse change(long assignment, String changes) {
        return as(token)
                .body(changes)
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then();
    }

    private String path(long assignment, String more) {
        return in(SOLNA, "/call-assignments/" + assignment + more);
    }

    @Test
    void whatIsLeftOutStaysAndANullTakesGoalAndSurveyAway() {
        long survey = as(token)
                .body("{\"title\":\"Enkät\",\"questions\":[{\"text\":\"Ja?\",\"type\":\"YES_NO\"}]}")
                .post(in(SOLNA, "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        var assignment = assignment("\"surveyId\":" + survey + ",\"goal\":{\"type\":\"any\",\"filters\":[]}");

        change(assignment, "{\"title\":\"Ny rubrik\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Ny rubrik"))
                .body("surveyId", equalTo((int) survey))
                .body("goal.type", equalTo("any"));
        change(assignment, "{\"goal\":null,\"surveyId\":null}")
                .statusCode(200)
                .body("title", equalTo("Ny rubrik"))
                .body("goal", nullValue())
                .body("surveyId", nullValue());
        change(assignment, "{\"surveyId\":\"x\"}").statusCode(400).body("violations[0].field", equalTo("surveyId"));
        change(assignment, "{\"surveyId\":" + (survey + 1) + "}")
                .statusCode(400)
                .body("violations[0].field", equalTo("surveyId"));
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() {
        var assignment = assignment("");
        var read = as(token)
                .get(path(assignment, ""))
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        change(assignment, "{\"title\":\"Först\"}").statusCode(200);

        as(token)
                .header("If-Match", read)
                .body("{\"title\":\"Sedan\"}")
                .patch(path(assignment, ""))
                .then()
                .statusCode(412)
                .body("type", endsWith("/changed-since"));
        as(token)
                .header("If-Match", "\"1\"")
                .body("{\"title\":\"Sedan\"}")
                .patch(path(assignment, ""))
                .then()
                .statusCode(200)
                .body("title", equalTo("Sedan"));
    }

    @Test
    void aPauseStopsNewClaimsOnlyUntilItEnds() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1));
        var assignment = assignment(NO_COOL_DOWN);
        var claim = claimed(assignment).getLong("id");

        as(token).put(path(assignment, "/pause")).then().statusCode(200).body("state", equalTo("PAUSED"));
        claim(assignment, caller(assignment)).statusCode(409).body("type", endsWith("/assignment-paused"));
        report(claim, outcome("REACHED")).statusCode(200).body("late", equalTo(false));

        as(token).delete(path(assignment, "/pause")).then().statusCode(200).body("state", equalTo("OPEN"));
        claim(assignment, caller(assignment)).statusCode(201);
    }

    @Test
    void closingIsForGoodButWhatWasDialledIsReported() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1));
        var assignment = assignment(NO_COOL_DOWN);
        var claim = claimed(assignment).getLong("id");

        as(token).put(path(assignment, "/closing")).then().statusCode(200).body("state", equalTo("CLOSED"));
        as(token).delete(path(assignment, "/pause")).then().statusCode(200).body("state", equalTo("CLOSED"));
        claim(assignment, caller(assignment)).statusCode(409).body("type", endsWith("/assignment-closed"));
        report(claim, outcome("REACHED")).statusCode(200).body("late", equalTo(true));
        statistics(assignment).body("reached", equalTo(1));
    }

    @Test
    void aNullBringsTheStandardTextsAndTheOrganizationsHoursBack() {
        var assignment = assignment("""
                "scriptOtherPerson":"Eget","scriptVoicemail":"Eget","scriptWhy":"Eget",
                "callingHours":{"from":"17:00","to":"20:00"}""");

        change(assignment, "{\"scriptWhy\":\"Nytt\",\"callingHours\":{\"from\":\"18:00\",\"to\":\"20:00\"}}")
                .statusCode(200)
                .body("scriptWhy", equalTo("Nytt"))
                .body("scriptVoicemail", equalTo("Eget"))
                .body("callingHours.from", equalTo("18:00"));
        change(
                        assignment,
                        "{\"scriptOtherPerson\":null,\"scriptVoicemail\":null,\"scriptWhy\":null,\"callingHours\":null}")
                .statusCode(200)
                .body("scriptOtherPerson", nullValue())
                .body("scriptVoicemail", nullValue())
                .body("scriptWhy", nullValue())
                .body("callingHours", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"scriptWhy\":7}; scriptWhy",
                "{\"callingHours\":\"x\"}; callingHours",
                "{\"callingHours\":{\"from\":\"25:00\",\"to\":\"20:00\"}}; callingHours",
                "{\"callingHours\":{\"from\":\"17:00\"}}; callingHours.to"
            })
    void whatCannotBeReadNamesItsField(String change, String field) {
        change(assignment(""), change).statusCode(400).body("violations[0].field", equalTo(field));
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        change(assignment(""), "{\"scriptWhy\":\"" + "x".repeat(5001) + "\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("scriptWhy"));
    }

    @Test
    void pausingGoingOnAndClosingAreChangesLikeAnyOther() {
        var assignment = assignment("");

        as(token).put(path(assignment, "/pause")).then().header("ETag", "\"1\"");
        as(token).put(path(assignment, "/pause")).then().header("ETag", "\"1\"");
        as(token).delete(path(assignment, "/pause")).then().header("ETag", "\"2\"");
        as(token).delete(path(assignment, "/pause")).then().header("ETag", "\"2\"");
        as(token).put(path(assignment, "/closing")).then().header("ETag", "\"3\"");
        as(token)
                .header("If-Match", "\"0\"")
                .body("{\"title\":\"Sent\"}")
                .patch(path(assignment, ""))
                .then()
                .statusCode(412);
    }
}
