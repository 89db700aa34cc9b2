package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TriggersTest extends AutomationTest {

    @Test
    void aTag() {
        imported(member(5, "Anna", 500), member(6, "Bo", 500));
        var tag = as(token)
                .body(Map.of("title", "Ny"))
                .post(in(SOLNA, "/tags"))
                .jsonPath()
                .getLong("id");
        put(tag, "Bo");
        goOn(Duration.ofHours(1));
        running(definition(map("type", "tagged", "tagId", tag), wait(1)));
        goOn(Duration.ofMinutes(2));
        put(tag, "Anna");

        goOn(Duration.ofMinutes(2));

        same(in(), "Anna");
    }

    @Test
    void whoFitsIsNarrowedByAFilter() {
        var definition = definition(joined(), wait(1));
        definition.put("who", map("type", "personField", "field", "givenName", "operator", "equals", "value", "Anna"));
        running(definition);
        imported(member(5, "Anna", 0), member(6, "Bo", 0));

        goOn();

        same(in(), "Anna");
    }

    @Test
    void anAnswerToASurveyOrOneOption() {
        imported(member(5, "Anna", 500), member(6, "Bo", 500));
        var survey = as(token)
                .body(map(
                        "title",
                        "Enkät",
                        "questions",
                        List.of(map(
                                "type",
                                "SINGLE_CHOICE",
                                "text",
                                "Vill du vara med?",
                                "options",
                                List.of("Ja", "Nej")))))
                .post(in(SOLNA, "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var yes = survey.getLong("questions[0].options[0].id");
        running(definition(
                map("type", "answered", "surveyId", survey.getLong("id"), "optionIds", List.of(yes)), wait(1)));
        goOn(Duration.ofMinutes(2));
        answer(survey.getLong("id"), survey.getLong("questions[0].id"), yes, "Anna");
        answer(
                survey.getLong("id"),
                survey.getLong("questions[0].id"),
                survey.getLong("questions[0].options[1].id"),
                "Bo");

        goOn(Duration.ofMinutes(2));

        same(in(), "Anna");
    }

    @Test
    void aDateOfTheirs() {
        imported(member(5, "Anna", 358), member(6, "Bo", 300));
        after(Duration.ofMinutes(1));
        running(definition(map("type", "date", "field", "joinedOn", "days", 365), wait(1)));
        goOn(Duration.ofDays(6));
        same(in());

        goOn(Duration.ofDays(1));

        same(in(), "Anna");
    }

    @Test
    void whomWeHaveNotHeardOfForDays() {
        imported(member(5, "Anna", 25), member(6, "Bo", 25), member(7, "Cia", 100));
        after(Duration.ofMinutes(1));
        running(definition(map("type", "nothingHeard", "days", 30), wait(1)));
        goOn(Duration.ofMinutes(2));
        same(in());
        change(
                "insert into submission (organization_id, survey_organization, survey_id, version_number, person_id, source, actor, complete, submitted_at)"
                        + " select organization_id, organization_id, 1, 1, id, 'STAFF', 'staff:1', true, '"
                        + clock.instant() + "' from person where given_name = 'Bo'");

        goOn(Duration.ofDays(7));

        same(in(), "Anna");
    }

    @Test
    void callsThatReachedNobody() {
        imported(member(5, "Anna", 500));
        after(Duration.ofMinutes(1));
        running(definition(map("type", "notReached", "calls", 2), wait(1)));
        var list = as(token)
                .body(map("title", "Ring", "target", map("type", "all", "filters", List.of())))
                .post(in(SOLNA, "/call-assignments"))
                .jsonPath()
                .getLong("id");
        as(token)
                .body(Map.of("name", "Kim"))
                .post(in(SOLNA, "/call-assignments/" + list + "/callers"))
                .then()
                .statusCode(201);
        after(Duration.ofMinutes(1));
        call("NO_ANSWER");
        goOn(Duration.ofMinutes(2));
        same(in());
        call("BUSY");

        goOn(Duration.ofMinutes(2));

        same(in(), "Anna");
    }

    private List<String> in() {
        return texts(
                "select p.given_name as t from automation_enrolment e join person p on p.id = e.person_id order by 1");
    }

    private void put(long tag, String name) {
        as(token)
                .put(in(SOLNA, "/people/" + person(name) + "/tags/" + tag))
                .then()
                .statusCode(204);
    }

    private void answer(long survey, long question, long option, String name) {
        as(token)
                .body(map(
                        "surveyId",
                        survey,
                        "answers",
                        List.of(map("questionId", question, "optionIds", List.of(option)))))
                .post(in(SOLNA, "/people/" + person(name) + "/submissions"))
                .then()
                .statusCode(201);
    }

    private void call(String outcome) {
        change("""
                insert into call (organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone, secret_nonce, state,
                  claimed_by, claimed_at, lease_until, ended_at, attempt_at, outcome, reported_at)
                select a.organization_id, a.root_id, a.id, c.id, p.organization_id, p.id, p.phone, '\\x00', 'REPORTED', 'staff:1', '%1$s', '%1$s', '%1$s',
                  '%1$s', '%2$s', '%1$s'
                from call_assignment a join caller c on c.assignment_id = a.id cross join person p""".formatted(clock.instant(), outcome));
        assertThat(number("select count(*) as n from call")).isPositive();
    }
}
