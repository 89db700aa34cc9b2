package se.ringstuga.calling;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Calls with a survey: its answers come in with the report, and answering it anywhere may be what the calls are for. */
@QuarkusTest
class CallSurveyTest extends CallTest {

    private static final String SURVEY = """
            {"title": "Medlemsenkäten", "questions": [
              {"text": "Vill du hjälpa till?", "type": "YES_NO", "required": true},
              {"text": "Något annat?", "type": "TEXT", "required": true}]}""";

    private JsonPath survey() {
        return as(token)
                .body(SURVEY)
                .post(in(SOLNA, "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String answers(JsonPath survey, boolean willing, String text) {
        return "\"answers\":[{\"questionId\":%d,\"value\":%s},{\"questionId\":%d,\"text\":\"%s\"}]"
                .formatted(survey.getLong("questions[0].id"), willing, survey.getLong("questions[1].id"), text);
    }

    /** Until the survey is answered in full. */
    private long assignmentFor(JsonPath survey) {
        var id = survey.getLong("id");
        return assignment("\"cooldownHours\":0,\"surveyId\":" + id
                + ",\"goal\":{\"type\":\"surveyAnswered\",\"surveyId\":" + id + "}");
    }

    private ValidatableResponse results(JsonPath survey) {
        return as(token)
                .get(in(SOLNA, "/surveys/" + survey.getLong("id") + "/results"))
                .then()
                .statusCode(200);
    }

    @Test
    void answersOfACallAreInTheResultsAndMeetTheGoal() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var survey = survey();
        var assignment = assignmentFor(survey);
        var claim = claimed(assignment);

        report(claim.getLong("id"), "{\"outcome\":\"REACHED\"," + answers(survey, true, "Kaffe") + "}")
                .statusCode(200)
                .body("surveyComplete", equalTo(true));

        results(survey)
                .body("submissions", equalTo(1))
                .body("complete", equalTo(1))
                .body("questions.answers", contains(1, 1))
                .body("questions[0].values.count", contains(0, 1));
        statistics(assignment).body("done", equalTo(1)).body("reached", equalTo(1));
    }

    @Test
    void aHalfFilledSurveyIsStoredAndDoesNotMeetTheGoal() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var survey = survey();
        var assignment = assignmentFor(survey);
        var question = claimed(assignment);

        report(
                        question.getLong("id"),
                        "{\"outcome\":\"REACHED\",\"answers\":[{\"questionId\":%d,\"value\":false}]}"
                                .formatted(question.getLong("survey.questions[0].id")))
                .statusCode(200)
                .body("surveyComplete", equalTo(false));

        results(survey).body("partial", equalTo(1)).body("complete", equalTo(0));
        statistics(assignment).body("done", equalTo(0)).body("queued", equalTo(1));
    }

    @Test
    void anAnswerThatCannotStandNamesItsFieldAndTheCallIsNotReported() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignmentFor(survey())).getLong("id");

        report(claim, "{\"outcome\":\"REACHED\",\"answers\":[{\"questionId\":0,\"value\":true}]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("answers[0].questionId"));
        report(claim, outcome("BUSY")).statusCode(200);
    }

    @Test
    void aCorrectionAndAnUndoTakeTheAnswersBack() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var survey = survey();
        var assignment = assignmentFor(survey);
        var claim = claimed(assignment).getLong("id");
        report(claim, "{\"outcome\":\"REACHED\"," + answers(survey, true, "Kaffe") + "}")
                .statusCode(200);

        as(token)
                .body("{\"outcome\":\"REACHED\"," + answers(survey, false, "Te") + "}")
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then()
                .statusCode(200);
        results(survey).body("submissions", equalTo(1)).body("questions[0].values.count", contains(1, 0));
        statistics(assignment).body("done", equalTo(1));

        as(token).delete(in(SOLNA, "/claims/" + claim + "/report")).then().statusCode(200);
        results(survey).body("submissions", equalTo(0));
        statistics(assignment).body("beingCalled", equalTo(1)).body("done", equalTo(0));
    }

    @Test
    void whoeverAnswersTheSurveyElsewhereLeavesTheQueueAtOnce() {
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1));
        var survey = survey();
        var assignment = assignmentFor(survey);
        statistics(assignment).body("queued", equalTo(2));

        as(token)
                .body("{\"surveyId\":" + survey.getLong("id") + "," + answers(survey, true, "Kaffe") + "}")
                .post(in(SOLNA, "/people/" + anna + "/submissions"))
                .then()
                .statusCode(201);

        statistics(assignment).body("queued", equalTo(1)).body("done", equalTo(1));
    }
}
