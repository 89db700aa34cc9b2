package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

@QuarkusTest
class SurveysResourceTest extends ApiTest {

    private static final String SURVEY = """
            {"title": "Medlemsenkäten", "questions": [
              {"text": "Först några frågor om dig.", "type": "TEXT_BLOCK"},
              {"text": "Vad vill du göra?", "type": "MULTIPLE_CHOICE", "required": true, "options": ["Ringa", "Dela flygblad"]},
              {"text": "Hur nöjd är du?", "type": "SCALE", "scale": {"to": 10, "fromLabel": "inte alls", "toLabel": "mycket"}},
              {"text": "Ringarens intryck", "type": "TEXT", "callersOnly": true}]}""";

    String token;

    @BeforeEach
    void anOrganization() {
        a.organization("solna");
        token = a.token("solna");
    }

    @Test
    void aSurveyReadsBackWithIdsForQuestionsAndOptions() {
        long id = create(SURVEY);

        as(token)
                .get(in("solna", "/surveys/" + id))
                .then()
                .statusCode(200)
                .body("title", equalTo("Medlemsenkäten"))
                .body("version", equalTo(1))
                .body("questions.type", contains("TEXT_BLOCK", "MULTIPLE_CHOICE", "SCALE", "TEXT"))
                .body("questions.id", not(contains(nullValue())))
                .body("questions[1].required", equalTo(true))
                .body("questions[1].options.text", contains("Ringa", "Dela flygblad"))
                .body("questions[1].options[0].id", notNullValue())
                .body("questions[2].scale.from", equalTo(1))
                .body("questions[2].scale.to", equalTo(10))
                .body("questions[2].scale.toLabel", equalTo("mycket"))
                .body("questions[3].callersOnly", equalTo(true));
    }

    @Test
    void onlyATitleIsRequired() {
        as(token)
                .body("{\"title\": \"Tom\"}")
                .post(in("solna", "/surveys"))
                .then()
                .statusCode(201)
                .body("questions", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title':''} | title",
                "{'title':'x','questions':[null]} | questions[0]",
                "{'title':'x','questions':[{'text':'?'}]} | questions[0].type",
                "{'title':'x','questions':[{'type':'TEXT'}]} | questions[0].text",
                "{'title':'x','questions':[{'type':'ESSAY','text':'?'}]} | questions[0].type",
                "{'title':'x','questions':[{'type':'SINGLE_CHOICE','text':'?'}]} | questions[0].options",
                "{'title':'x','questions':[{'type':'SINGLE_CHOICE','text':'?','options':['a','A']}]} | questions[0].options[1]",
                "{'title':'x','questions':[{'type':'SINGLE_CHOICE','text':'?','options':['a',' ']}]} | questions[0].options[1]",
                "{'title':'x','questions':[{'type':'TEXT','text':'?','options':['a']}]} | questions[0].options",
                "{'title':'x','questions':[{'type':'SCALE','text':'?','scale':{'from':5,'to':5}}]} | questions[0].scale",
                "{'title':'x','questions':[{'type':'TEXT','text':'?','scale':{}}]} | questions[0].scale",
                "{'title':'x','questions':[{'type':'TEXT_BLOCK','text':'hej','required':true}]} | questions[0].required",
                "{'title':'x','questions':[{'type':'TEXT','text':'?','id':7}]} | questions[0].id",
                "{'title':'x','questions':[{'type':'TEXT','text':'?','unknown':7}]} | questions[0].unknown",
            })
    void whatIsWrongIsNamed(String survey, String field) {
        as(token)
                .body(survey.replace('\'', '"'))
                .post(in("solna", "/surveys"))
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    @Test
    void changingAQuestionMakesANewVersionAndChangingTheTitleDoesNot() {
        long id = create(SURVEY);
        JsonPath first = read(id);
        Map<String, Object> survey = Map.of("title", "Enkäten", "questions", editable(first));

        as(token)
                .body(survey)
                .put(in("solna", "/surveys/" + id))
                .then()
                .body("version", equalTo(1))
                .body("title", equalTo("Enkäten"));
        as(token)
                .body(Map.of("title", "Enkäten", "questions", editable(first).subList(1, 3)))
                .put(in("solna", "/surveys/" + id))
                .then()
                .body("version", equalTo(2))
                .body("questions.type", contains("MULTIPLE_CHOICE", "SCALE"))
                .body("questions[0].id", not(equalTo(first.getInt("questions[1].id"))));
    }

    @Test
    void whoeverSavesSecondIsRefused() {
        long id = create(SURVEY);
        String path = in("solna", "/surveys/" + id);
        String tag = as(token).get(path).header("ETag");

        as(token)
                .header("If-Match", tag)
                .body("{\"title\":\"Ett\"}")
                .put(path)
                .then()
                .statusCode(200);
        as(token)
                .header("If-Match", tag)
                .body("{\"title\":\"Två\"}")
                .put(path)
                .then()
                .statusCode(412);
        assertThat(read(id).getString("title")).isEqualTo("Ett");
    }

    @Test
    void aQuestionOfAnotherSurveyOrTypeCannotBeContinued() {
        long other = create(SURVEY);
        long id = create(SURVEY);
        int foreign = read(other).getInt("questions[3].id");
        int own = read(id).getInt("questions[3].id");
        String body = "{\"title\":\"x\",\"questions\":[{\"id\":%d,\"type\":\"%s\",\"text\":\"?\"}]}";

        as(token)
                .body(body.formatted(foreign, "TEXT"))
                .put(in("solna", "/surveys/" + id))
                .then()
                .statusCode(400)
                .body("violations.field", contains("questions[0].id"));
        as(token)
                .body(body.formatted(own, "DATE"))
                .put(in("solna", "/surveys/" + id))
                .then()
                .statusCode(400)
                .body("violations.field", contains("questions[0].type"));
    }

    @Test
    void aSurveyIsClosedAndOpenedAgain() {
        long id = create(SURVEY);
        String path = in("solna", "/surveys/" + id + "/closure");

        as(token).put(path).then().statusCode(200).body("closedAt", notNullValue());
        as(token).put(path).then().statusCode(200);
        as(token).delete(path).then().statusCode(200).body("closedAt", nullValue());
    }

    @Test
    void theListIsPagedNewestFirst() {
        create("{\"title\":\"Ett\"}");
        create("{\"title\":\"Två\"}");
        create("{\"title\":\"Tre\"}");

        JsonPath page = as(token).get(in("solna", "/surveys?limit=2")).jsonPath();
        assertThat(page.getList("items.title")).isEqualTo(List.of("Tre", "Två"));
        as(token)
                .get(in("solna", "/surveys?limit=2&cursor=" + page.getString("next")))
                .then()
                .body("items.title", contains("Ett"))
                .body("next", nullValue());
    }

    @Test
    void aSurveyIsUsedNotChangedBelowAndUnknownBeside() {
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        String boras = a.token("boras");
        long id = create(SURVEY);

        as(token).get(in("huvudsta", "/surveys/" + id)).then().statusCode(200);
        as(token)
                .body(SURVEY)
                .put(in("huvudsta", "/surveys/" + id))
                .then()
                .statusCode(403)
                .body("type", containsString("defined-above"));
        for (String path : List.of("", "/results", "/results/texts?questionId=1", "/results.csv")) {
            as(boras).get(in("boras", "/surveys/" + id + path)).then().statusCode(404);
        }
        as(boras).body(SURVEY).put(in("boras", "/surveys/" + id)).then().statusCode(404);
        as(boras).put(in("boras", "/surveys/" + id + "/closure")).then().statusCode(404);
        as(boras).delete(in("boras", "/surveys/" + id + "/closure")).then().statusCode(404);
    }

    @Test
    void everyCallNeedsItsRight() {
        String reader = a.token("solna", Permission.SURVEYS_READ);
        String caller = a.token("solna", Permission.CALLS_CALL);

        as("wrong").get(in("solna", "/surveys")).then().statusCode(401);
        for (String path : List.of(
                "/surveys", "/surveys/1", "/surveys/1/results", "/surveys/1/results.csv", "/surveys/1/results/texts")) {
            as(caller).get(in("solna", path)).then().statusCode(403);
        }
        as(reader).body(SURVEY).post(in("solna", "/surveys")).then().statusCode(403);
        as(reader).body(SURVEY).put(in("solna", "/surveys/1")).then().statusCode(403);
        as(reader).put(in("solna", "/surveys/1/closure")).then().statusCode(403);
        as(reader).delete(in("solna", "/surveys/1/closure")).then().statusCode(403);
    }

    private long create(String survey) {
        return as(token)
                .body(survey)
                .post(in("solna", "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private JsonPath read(long id) {
        return as(token).get(in("solna", "/surveys/" + id)).jsonPath();
    }

    /** The questions as they were read, in the shape in which they are written. */
    private static List<Map<String, Object>> editable(JsonPath survey) {
        List<Map<String, Object>> questions = survey.getList("questions");
        questions.forEach(question -> question.values().removeIf(java.util.Objects::isNull));
        return questions;
    }
}
