package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static se.ringstuga.surveys.AnswerInput.ofOptions;
import static se.ringstuga.surveys.AnswerInput.ofText;
import static se.ringstuga.surveys.AnswerInput.ofValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

@QuarkusTest
class ResultsTest extends ApiTest {

    private static final String SURVEY = """
            {"title": "Medlemsenkäten", "questions": [
              {%s"text": "Vad vill du göra?", "type": "MULTIPLE_CHOICE", "required": true, "options": [%s]},
              {%s"text": "Hur nöjd är du?", "type": "SCALE", "scale": {"from": 1, "to": 3}},
              {%s"text": "Vill du bli uppringd?", "type": "YES_NO"},
              {%s"text": "Något annat?", "type": "TEXT"}]}""";

    @Inject
    Members members;

    long solna;
    String token;
    long survey;

    @BeforeEach
    void aSurvey() {
        solna = a.organization("solna");
        token = a.token("solna");
        String body = SURVEY.formatted("", "\"Ringa\", \"Fika\"", "", "", "");
        survey = as(token).body(body).post(in("solna", "/surveys")).jsonPath().getLong("id");
    }

    @Test
    void countsEachOptionStepAndDay() {
        members.tells(
                solna,
                members.person(solna, "Anna"),
                survey,
                chosen(0, 1),
                ofValue(question(1), 3),
                ofValue(question(2), true));
        clock.advance(Duration.ofHours(6));
        members.tells(solna, members.person(solna, "Bo"), survey, chosen(0), ofValue(question(1), 3));
        members.callerNotes(solna, members.person(solna, "Cecilia"), survey, 1, ofValue(question(2), false));

        results()
                .body("submissions", equalTo(3))
                .body("complete", equalTo(2))
                .body("partial", equalTo(1))
                .body("questions.answers", contains(2, 2, 2, 0))
                .body("questions[0].options.count", contains(2, 1))
                .body("questions[1].values.count", contains(0, 0, 2))
                .body("questions[2].values.count", contains(1, 1))
                .body("perDay.date", contains("2026-11-24", "2026-11-25"))
                .body("perDay.submissions", contains(1, 2));
    }

    @Test
    void anEditedSurveyCountsOldAndNewAnswersTogether() {
        members.tells(solna, members.person(solna, "Anna"), survey, chosen(0, 1));
        JsonPath before = read();
        String renamed = "{\"id\": %d, \"text\": \"Ringa medlemmar\"}, \"Baka\""
                .formatted(before.getInt("questions[0].options[0].id"));
        String changed = SURVEY.formatted(id(before, 0), renamed, id(before, 1), id(before, 2), id(before, 3));
        as(token)
                .body(changed)
                .put(in("solna", "/surveys/" + survey))
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        members.tells(solna, members.person(solna, "Bo"), survey, chosen(0, 1));

        results()
                .body("submissions", equalTo(2))
                .body("questions", hasSize(4))
                .body("questions[0].answers", equalTo(2))
                .body("questions[0].options.text", contains("Ringa medlemmar", "Baka", "Fika"))
                .body("questions[0].options.count", contains(2, 1, 1));
    }

    @Test
    void aQuestionThatWasTakenAwayKeepsItsAnswers() {
        members.tells(solna, members.person(solna, "Anna"), survey, chosen(0), ofText(question(3), "Mer fika"));
        as(token)
                .body("{\"title\":\"Ny\",\"questions\":[{\"type\":\"DATE\",\"text\":\"När?\"}]}")
                .put(in("solna", "/surveys/" + survey))
                .then()
                .statusCode(200);

        results()
                .body("questions[0].text", equalTo("När?"))
                .body("questions.current", contains(true, false, false, false, false))
                .body("questions[1].options.count", contains(1, 0))
                .body("questions[4].answers", equalTo(1));
    }

    @Test
    void onlyPeopleTheOrganizationSeesAreCounted() {
        long huvudsta = a.organizationBelow("solna", "huvudsta");
        members.tells(solna, members.person(solna, "Above"), survey, chosen(0));
        members.tells(huvudsta, members.person(huvudsta, "Below"), survey, chosen(1));
        long hidden = members.person(solna, "Hemlig");
        members.tells(solna, hidden, survey, chosen(1));
        members.restrict(hidden);

        results().body("submissions", equalTo(2));
        as(token)
                .get(in("huvudsta", "/surveys/" + survey + "/results"))
                .then()
                .body("submissions", equalTo(1))
                .body("questions[0].options.count", contains(0, 1));
    }

    @Test
    void textsComeLatestFirstAndPageByPage() {
        Stream.of("Ett", "Två", "Tre")
                .forEach(text -> members.tells(
                        solna, members.person(solna, text), survey, chosen(0), ofText(question(3), text)));
        String texts = "/surveys/" + survey + "/results/texts?limit=2&questionId=" + question(3);

        JsonPath page = as(token).get(in("solna", texts)).jsonPath();
        assertThat(page.getList("items.text")).isEqualTo(List.of("Tre", "Två"));
        as(token)
                .get(in("solna", texts + "&cursor=" + page.getString("next")))
                .then()
                .body("items.text", contains("Ett"));
        as(token)
                .get(in("solna", "/surveys/" + survey + "/results/texts?questionId=0"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("questionId"));
        assertThat(members.count("select count(*) from access_log where action = 'survey.texts'"))
                .isEqualTo(2);
    }

    @Test
    void theFileHoldsNoFormulas() {
        members.tells(
                solna,
                members.person(solna, "=HYPERLINK(1)"),
                survey,
                chosen(0, 1),
                ofValue(question(2), true),
                ofText(question(3), "+46 \"ring\"\n@mig;"));
        members.tells(solna, members.person(solna, "Bo"), survey, chosen(1), ofText(question(3), "-1"));

        String file = as(token)
                .get(in("solna", "/surveys/" + survey + "/results.csv"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(file.lines().findFirst().orElseThrow())
                .isEqualTo("\uFEFFSvar;Inskickat;Via;Komplett;Medlemsnummer;Förnamn;Efternamn;Vad vill du göra?;"
                        + "Hur nöjd är du?;Vill du bli uppringd?;Något annat?");
        assertThat(file)
                .contains(";2026-11-24 18:00;API;ja;;'=HYPERLINK(1);;Ringa, Fika;;ja;\"'+46 \"\"ring\"\"\n@mig;\"")
                .contains(";Bo;;Fika;;;'-1");
        assertThat(members.count("select sum(cardinality(person_ids)) from access_log where action = 'survey.export'"))
                .isEqualTo(2);
    }

    @Test
    void namedAnswersLeaveThroughAdministratorsOnly() {
        String organizer = a.token("solna", Permission.SURVEYS_READ, Permission.PEOPLE_READ);

        as(organizer).get(in("solna", "/surveys/" + survey + "/results")).then().statusCode(200);
        as(organizer)
                .get(in("solna", "/surveys/" + survey + "/results.csv"))
                .then()
                .statusCode(403)
                .body(
                        "detail",
                        equalTo(
                                "The file has names beside answers. Ask an administrator to export it, or use the counts."));
    }

    private ValidatableResponse results() {
        return as(token)
                .get(in("solna", "/surveys/" + survey + "/results"))
                .then()
                .statusCode(200);
    }

    private AnswerInput chosen(int... options) {
        JsonPath read = read();
        return ofOptions(
                read.getLong("questions[0].id"),
                java.util.Arrays.stream(options)
                        .mapToObj(i -> read.getLong("questions[0].options[" + i + "].id"))
                        .toList());
    }

    private long question(int place) {
        return read().getLong("questions[" + place + "].id");
    }

    private JsonPath read() {
        return as(token).get(in("solna", "/surveys/" + survey)).jsonPath();
    }

    private static String id(JsonPath survey, int place) {
        return "\"id\": " + survey.getInt("questions[" + place + "].id") + ", ";
    }
}
