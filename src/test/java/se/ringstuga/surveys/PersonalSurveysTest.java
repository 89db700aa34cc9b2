package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class PersonalSurveysTest extends ApiTest {

    private static final String SURVEY = """
            {"title": "Medlemsenkäten", "questions": [
              {"text": "Något annat?", "type": "TEXT", "required": true},
              {"text": "Ringarens intryck", "type": "TEXT", "callersOnly": true, "required": true}]}""";

    @Inject
    Members members;

    long anna;
    String token;
    JsonPath survey;

    @BeforeEach
    void aSurveyAndAMember() {
        long solna = a.organization("solna");
        token = a.token("solna");
        anna = members.person(solna, "Anna");
        survey = as(token).body(SURVEY).post(in("solna", "/surveys")).jsonPath();
    }

    @Test
    void theLinkIsShownOnceAndOnlyItsHashIsKept() {
        JsonPath made = link(7);
        String code = code(made);

        assertThat(code).hasSizeGreaterThanOrEqualTo(11);
        assertThat(made.getString("expiresAt")).startsWith("2026-12-01");
        as(token)
                .get(links())
                .then()
                .body("items.id", contains(made.getInt("id")))
                .body("items[0]", not(hasKey("link")));
        assertThat(members.count("select count(*) from link_token where kind = 'SURVEY' and person_id = " + anna))
                .isOne();
        assertThat(members.count("select count(*) from link_token where cast(details as text) like '%" + code + "%'"))
                .isZero();
    }

    @Test
    void aRepeatedRequestMakesNoSecondLinkAndShowsNoSecret() {
        String body = "{\"surveyId\":" + survey.getLong("id") + "}";
        int first = as(token)
                .header("Idempotency-Key", "k")
                .body(body)
                .post(links())
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        as(token)
                .header("Idempotency-Key", "k")
                .body(body)
                .post(links())
                .then()
                .statusCode(201)
                .body("id", equalTo(first))
                .body("secretShownBefore", equalTo(true))
                .body("$", not(hasKey("link")));
    }

    @Test
    void thePageShowsTheFirstNameAndWhatIsNotForCallersOnly() {
        String code = code(link(7));
        answer(code, "Kaffe").statusCode(204);

        open(code)
                .statusCode(200)
                .body("firstName", equalTo("Anna"))
                .body("form.title", equalTo("Medlemsenkäten"))
                .body("form.questions.text", contains("Något annat?"))
                .body("keySet()", equalTo(Set.of("firstName", "organization", "form")));
    }

    @Test
    void newerAnswersReplaceTheMembersEarlierOnesAndKeepThem() {
        String code = code(link(7));
        answer(code, "Kaffe").statusCode(204);
        answer(code(link(7)), "Te").statusCode(204);

        assertThat(members.count("select count(*) from submission where source = 'MEMBER' and complete"))
                .isEqualTo(2);
        assertThat(members.count("select count(*) from submission s join answer a on a.submission_id = s.id"
                        + " where s.superseded_at is null and a.text = 'Te' and s.actor = 'person:" + anna + "'"))
                .isOne();
        as(token).get(links()).then().body("items.usedAt", contains(notNullValue(), notNullValue()));
    }

    @Test
    void requiredAnswersAreAskedForAndHiddenQuestionsRefused() {
        String code = code(link(7));

        answer(code, " ").statusCode(400).body("violations.field", contains("answers"));
        send(code, survey.getLong("questions[1].id"), "x")
                .statusCode(400)
                .body("violations.field", contains("answers[0].questionId"));
    }

    @Test
    void aClosedSurveySaysSo() {
        String code = code(link(7));
        as(token).put(in("solna", "/surveys/" + survey.getLong("id") + "/closure"));

        open(code).statusCode(200).body("form.closed", equalTo(true));
        answer(code, "Kaffe").statusCode(409);
    }

    @Test
    void unknownExpiredAndRevokedLinksLookTheSame() {
        String expired = code(link(1));
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        JsonPath made = link(1);
        as(token).delete(links() + "/" + made.getLong("id")).then().statusCode(204);

        List<String> answers = List.of("no-such-code", expired, code(made)).stream()
                .map(code -> open(code).statusCode(404).extract().asString().replace(code, ""))
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        answer(expired, "Kaffe").statusCode(404);
    }

    @Test
    void whoeverGuessesIsStoppedAfterTwentyMisses() {
        String real = code(link(7));
        for (int i = 0; i < 20; i++) {
            open("guess-" + i).statusCode(404);
        }

        open("guess").statusCode(429).header("Retry-After", notNullValue());
        open(real).statusCode(429);
        clock.advance(Duration.ofMinutes(1));
        open(real).statusCode(200);
    }

    @Test
    void aLinkLivesOneToNinetyDays() {
        for (int days : List.of(0, 91)) {
            as(token)
                    .body("{\"surveyId\":%d,\"expiresInDays\":%d}".formatted(survey.getLong("id"), days))
                    .post(links())
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("expiresInDays"));
        }
    }

    private JsonPath link(int days) {
        return as(token)
                .body("{\"surveyId\":%d,\"expiresInDays\":%d}".formatted(survey.getLong("id"), days))
                .post(links())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String code(JsonPath link) {
        String address = link.getString("link");
        return address.substring(address.lastIndexOf("/e/") + 3);
    }

    private String links() {
        return in("solna", "/people/" + anna + "/survey-links");
    }

    private ValidatableResponse open(String code) {
        return as("none").get("/test/personal-surveys/" + code).then();
    }

    private ValidatableResponse answer(String code, String text) {
        return send(code, survey.getLong("questions[0].id"), text);
    }

    private ValidatableResponse send(String code, long question, String text) {
        return as("none")
                .body("[{\"questionId\":%d,\"text\":\"%s\"}]".formatted(question, text))
                .post("/test/personal-surveys/" + code)
                .then();
    }
}
