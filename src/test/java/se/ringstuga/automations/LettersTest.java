package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What flows send: only what can be answered, to whom it may be sent, and no day by another name. */
@QuarkusTest
class LettersTest extends AutomationTest {

    @Test
    void aLinkToASurveyIsMadeForNobodyWhoIsNotSentIt() {
        imported(member(5, "Anna", 0), member(6, "Bo", 0));
        change(
                "insert into contact_state (organization_id, person_id, channel, purpose, decision, since)"
                        + " select organization_id, id, 'SMS', 'ANY', 'WITHDRAWN', created_at from person where given_name = 'Bo'");
        var survey = survey();
        var id = written(definition(joined(), asking(survey)));
        activate(id, map("existing", "ENROL", "count", 2)).statusCode(200);

        goOn(Duration.ofMinutes(2));

        same(log("Bo"), "sms SKIPPED OPTED_OUT");
        same(
                texts(
                        "select p.given_name as t from link_token l join person p on p.id = l.person_id where l.kind = 'SURVEY'"),
                "Anna");
        assertThat(phones()).singleElement().asString().contains("/e/");
    }

    @Test
    void aSurveyThatHasBeenClosedIsNotSentAndTheOrganizersAreTold() {
        var survey = survey();
        running(definition(joined(), asking(survey)));
        change("update survey set closed_at = created_at");
        imported(member(5, "Anna", 0));

        goOn();

        same(log("Anna"), "sms SKIPPED SURVEY_CLOSED");
        assertThat(phones()).isEmpty();
        same(texts("select kind as t from notice"), "automation-survey-closed");
    }

    @Test
    void aClosedSurveyIsToldOfOnceHoweverManyComeToTheStepUntilItIsClosedAgain() {
        var survey = survey();
        running(definition(joined(), asking(survey)));
        change("update survey set closed_at = created_at");
        imported(member(5, "Anna", 0));
        goOn();
        imported(member(6, "Bo", 0));
        goOn(Duration.ofHours(1));
        same(log("Bo"), "sms SKIPPED SURVEY_CLOSED");
        assertThat(number("select count(*) as n from notice")).isEqualTo(1);

        change("update survey set closed_at = null");
        imported(member(7, "Cilla", 0));
        goOn(Duration.ofHours(1));
        same(log("Cilla"), "sms DONE");
        change("update survey set closed_at = created_at + interval '3 hours'");
        imported(member(8, "Dan", 0));
        goOn(Duration.ofHours(1));

        assertThat(number("select count(*) as n from notice")).isEqualTo(2);
    }

    @Test
    void whereItsOwnSurveyHasBeenClosedAnAutomationMakesTheNext() {
        var step = sms("Svara: {länk}");
        step.put("survey", map());
        running(definition(joined(), step));
        change("update survey set closed_at = created_at");
        imported(member(5, "Anna", 0));

        goOn();

        same(log("Anna"), "sms DONE");
        assertThat(number("select count(*) as n from survey where closed_at is null"))
                .isEqualTo(1);
        assertThat(
                        number(
                                "select count(*) as n from link_token l join survey s on s.id = l.survey_id where s.closed_at is null"))
                .isEqualTo(1);
    }

    @Test
    void aDayByAnotherNameIsRefusedInTheSubjectTooUnlessItIsMeant() {
        var letter = map("type", "email", "subject", "Vi ses i kväll!", "text", "Välkommen i morgon.");
        written400(letter)
                .body("violations.field", contains("definition.steps[0].text", "definition.steps[0].subject"));
        letter.put("relativeDayMeant", true);

        written(definition(joined(), letter));
    }

    @Test
    void whatWaitsInLineHasAsMuchTimeLeftAfterAPause() {
        at(NOON.plus(Duration.ofHours(10)));
        var id = running(definition(joined(), sms("Hej!")));
        imported(member(5, "Anna", 0));
        goOn();
        act(id, "pause");
        after(Duration.ofHours(22).plusMinutes(50));
        act(id, "resumption");

        goOn(Duration.ofHours(13));

        same(phones(), "Hej!");
    }

    @Test
    void whatAFlowPointsAtMustBeThereAndOpen() {
        var survey = survey();
        var other = as(token)
                .body(map(
                        "title",
                        "En annan",
                        "questions",
                        List.of(map("type", "SINGLE_CHOICE", "text", "Te?", "options", List.of("Ja", "Nej")))))
                .post(in(SOLNA, "/surveys"))
                .jsonPath()
                .getLong("questions[0].options[0].id");
        as(token)
                .body(map("title", "Ring", "target", map("type", "all", "filters", List.of())))
                .post(in(SOLNA, "/call-assignments"))
                .then()
                .statusCode(201);
        var list = number("select id as n from call_assignment");
        change("update call_assignment set closed_at = '" + clock.instant() + "'");

        refused(definition(map("type", "answered", "surveyId", survey, "optionIds", List.of(other)), wait(1)))
                .body("violations.field", contains("definition.trigger.optionIds[0]"));
        written400(map("type", "call", "assignmentId", list))
                .body("violations.field", contains("definition.steps[0].assignmentId"));
        written400(map("type", "invite", "kind", "nya-medlemar", "subject", "Kom!", "text", "Kom!"))
                .body("violations.field", contains("definition.steps[0].kind"));
    }

    private ValidatableResponse written400(Map<String, Object> step) {
        return refused(definition(joined(), step));
    }

    private ValidatableResponse refused(Map<String, Object> definition) {
        return as(token)
                .body(map("title", "Flöde", "definition", definition))
                .post(in(SOLNA, "/automations"))
                .then()
                .statusCode(400);
    }

    private void act(long id, String what) {
        as(token).post(in(SOLNA, "/automations/" + id + "/" + what)).then().statusCode(200);
    }

    private static Map<String, Object> asking(long survey) {
        var step = sms("Svara: {länk}");
        step.put("survey", map("id", survey));
        return step;
    }

    private long survey() {
        return as(token)
                .body(map(
                        "title",
                        "Enkät",
                        "questions",
                        List.of(map("type", "SINGLE_CHOICE", "text", "Kaffe?", "options", List.of("Ja", "Nej")))))
                .post(in(SOLNA, "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }
}
