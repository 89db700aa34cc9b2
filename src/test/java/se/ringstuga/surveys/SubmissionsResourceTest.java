package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

@QuarkusTest
class SubmissionsResourceTest extends ApiTest {

    private static final String SURVEY = """
            {"title": "Medlemsenkäten", "questions": [
              {"text": "Något annat?", "type": "TEXT", "required": true},
              {"text": "Ringarens intryck", "type": "TEXT", "callersOnly": true, "required": true}]}""";

    @Inject
    Members members;

    long solna;
    long anna;
    long survey;
    String token;
    JsonPath read;

    @BeforeEach
    void aSurveyAndAMember() {
        solna = a.organization("solna");
        token = a.token("solna");
        anna = members.person(solna, "Anna");
        read = as(token).body(SURVEY).post(in("solna", "/surveys")).jsonPath();
        survey = read.getLong("id");
    }

    @Test
    void anOrganizerFillsInAndCorrects() {
        long id = as(token)
                .body(filledIn("Kaffe"))
                .post(submissions(anna))
                .then()
                .statusCode(201)
                .body("complete", equalTo(true))
                .extract()
                .jsonPath()
                .getLong("id");

        as(token).body(filledIn("Te")).put(submissions(anna) + "/" + id).then().statusCode(200);
        as(token)
                .body(filledIn("Saft"))
                .put(submissions(anna) + "/" + id)
                .then()
                .statusCode(409);
        as(token)
                .get(submissions(anna))
                .then()
                .body("items", hasSize(1))
                .body("items[0].answers.text", contains("Te", "Glad"))
                .body("items[0].source", equalTo("API"));
        assertThat(members.count("select count(*) from submission")).isEqualTo(2);
    }

    @Test
    void anOrganizerMustAnswerWhatIsRequired() {
        as(token)
                .body("{\"surveyId\":" + survey + ",\"answers\":[]}")
                .post(submissions(anna))
                .then()
                .statusCode(400)
                .body("violations.field", contains("answers", "answers"));
        as(token)
                .body("{\"surveyId\":0}")
                .post(submissions(anna))
                .then()
                .statusCode(400)
                .body("violations.field", contains("surveyId"));
    }

    @Test
    void othersPeopleAndProtectedPeopleAreNotFound() {
        a.organization("boras");
        String boras = a.token("boras");
        String organizer = a.token("solna", Permission.PEOPLE_READ, Permission.PEOPLE_WRITE);
        long hidden = members.person(solna, "Hemlig");
        members.restrict(hidden);

        for (String path : List.of("submissions", "survey-links")) {
            String ofAnna = "/people/" + anna + "/" + path;
            as(boras).get(in("boras", ofAnna)).then().statusCode(404);
            as(boras)
                    .body(filledIn("x"))
                    .post(in("boras", ofAnna).replace("survey-links", "submissions"))
                    .then()
                    .statusCode(404);
            as(organizer)
                    .get(in("solna", "/people/" + hidden + "/" + path))
                    .then()
                    .statusCode(404);
            as(token).get(in("solna", "/people/" + hidden + "/" + path)).then().statusCode(200);
            as(a.token("solna", Permission.CALLS_CALL))
                    .get(in("solna", ofAnna))
                    .then()
                    .statusCode(403);
            as("wrong").get(in("solna", ofAnna)).then().statusCode(401);
        }
        as(boras)
                .body("{\"surveyId\":" + survey + "}")
                .post(in("boras", "/people/" + anna + "/survey-links"))
                .then()
                .statusCode(404);
        as(boras)
                .delete(in("boras", "/people/" + anna + "/survey-links/1"))
                .then()
                .statusCode(404);
        as(boras)
                .body(filledIn("x"))
                .put(in("boras", "/people/" + anna + "/submissions/1"))
                .then()
                .statusCode(404);
        String reader = a.token("solna", Permission.PEOPLE_READ);
        as(reader).body(filledIn("x")).post(submissions(anna)).then().statusCode(403);
        as(reader).body(filledIn("x")).put(submissions(anna) + "/1").then().statusCode(403);
        as(reader)
                .body("{}")
                .post(in("solna", "/people/" + anna + "/survey-links"))
                .then()
                .statusCode(403);
        as(reader)
                .delete(in("solna", "/people/" + anna + "/survey-links/1"))
                .then()
                .statusCode(403);
    }

    @Test
    void aGroupReadsOfThoseWhoAreOnlyConnectedTheAnswersToItsOwnSurveysAlone() {
        long huvudsta = a.organizationBelow("solna", "huvudsta");
        String group = a.token("huvudsta");
        members.connect(anna, huvudsta);
        long here = members.person(huvudsta, "Bo");
        long id = as(token)
                .body(filledIn("Kaffe"))
                .post(submissions(anna))
                .jsonPath()
                .getLong("id");
        as(token).body(filledIn("Te")).post(submissions(here));
        JsonPath own = as(group).body(SURVEY).post(in("huvudsta", "/surveys")).jsonPath();
        String ofAnna = in("huvudsta", "/people/" + anna + "/submissions");
        as(group)
                .body(filledIn("Saft"))
                .post(ofAnna)
                .then()
                .statusCode(201)
                .body("answers.text", contains("Saft", "Glad"));
        as(group).body(filledIn(own, "Bulle")).post(ofAnna).then().statusCode(201);

        as(group).get(ofAnna).then().body("items.surveyId", contains(own.getInt("id")));
        as(group).body(filledIn("Vin")).put(ofAnna + "/" + id).then().statusCode(404);
        as(group)
                .get(in("huvudsta", "/people/" + here + "/submissions"))
                .then()
                .body("items[0].answers.text", contains("Te", "Glad"));
        as(group)
                .get(in(
                        "huvudsta",
                        "/surveys/" + survey + "/results/texts?questionId=" + read.getLong("questions[0].id")))
                .then()
                .statusCode(200)
                .body("items.text", contains("Te"));
        as(group)
                .body("{\"filter\":{\"type\":\"surveyText\",\"surveyId\":%d,\"contains\":\"kaffe\"},\"personId\":%d}"
                        .formatted(survey, anna))
                .post(in("huvudsta", "/segments/explanation"))
                .then()
                .body("matches", equalTo(true))
                .body("filter.found", nullValue());
        as(token).get(submissions(anna)).then().body("items", hasSize(2));
    }

    @Test
    void aRepeatedRequestIsToldWhatItMadeEvenIfThatWasCorrectedSince() {
        long id = keyed().getLong("id");
        as(token).body(filledIn("Te")).put(submissions(anna) + "/" + id).then().statusCode(200);

        assertThat(keyed().getLong("id")).isEqualTo(id);
    }

    private JsonPath keyed() {
        return as(token)
                .header("Idempotency-Key", "k1")
                .body(filledIn("Kaffe"))
                .post(submissions(anna))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @Test
    void anotherOrganizationsSurveyCannotBeLinkedOrFilledIn() {
        a.organization("boras");
        String boras = a.token("boras");
        long bo = members.person(as(boras).get(in("boras", "")).jsonPath().getLong("id"), "Bo");

        as(boras)
                .body("{\"surveyId\":" + survey + "}")
                .post(in("boras", "/people/" + bo + "/survey-links"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("surveyId"));
        as(boras)
                .body(filledIn("x"))
                .post(in("boras", "/people/" + bo + "/submissions"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("surveyId"));
    }

    private String submissions(long personId) {
        return in("solna", "/people/" + personId + "/submissions");
    }

    private String filledIn(String text) {
        return filledIn(read, text);
    }

    private static String filledIn(JsonPath survey, String text) {
        return "{\"surveyId\":%d,\"answers\":[{\"questionId\":%d,\"text\":\"%s\"},{\"questionId\":%d,\"text\":\"Glad\"}]}"
                .formatted(
                        survey.getLong("id"),
                        survey.getLong("questions[0].id"),
                        text,
                        survey.getLong("questions[1].id"));
    }
}
