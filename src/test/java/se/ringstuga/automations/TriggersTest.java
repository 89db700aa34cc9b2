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

    @Test
    void whoHasBeenToAnActivityOfTheKind() {
        imported(member(5, "Anna", 500), member(6, "Bo", 500));
        as(token).get(in(SOLNA, "/event-kinds")).then().statusCode(200);
        var kind = number("select id as n from event_kind where key = 'pubkvall'");
        after(Duration.ofMinutes(1));
        running(definition(map("type", "attended", "kindId", kind), wait(1)));
        after(Duration.ofMinutes(1));
        came("Anna", "pubkvall");
        came("Bo", "medlemsmote");

        goOn(Duration.ofMinutes(2));

        same(in(), "Anna");
    }

    @Test
    void theLastPaidDayIsNearAndADateInAnAnswerHasCome() {
        imported(member(5, "Anna", 500), member(6, "Bo", 500));
        change("update membership set paid_until = date '2026-12-06' where person_id = " + person("Anna"));
        var survey = as(token)
                .body(map("title", "Enkät", "questions", List.of(map("type", "DATE", "text", "När är du hemma igen?"))))
                .post(in(SOLNA, "/surveys"))
                .jsonPath();
        var question = survey.getLong("questions[0].id");
        as(token)
                .body(map(
                        "surveyId",
                        survey.getLong("id"),
                        "answers",
                        List.of(map("questionId", question, "date", "2026-11-21"))))
                .post(in(SOLNA, "/people/" + person("Bo") + "/submissions"))
                .then()
                .statusCode(201);
        after(Duration.ofMinutes(1));
        running(definition(map("type", "date", "field", "paidUntil", "days", -14), wait(30)));
        running(definition(map("type", "date", "field", "answer", "questionId", question, "days", 1), wait(30)));
        goOn(Duration.ofDays(1));
        same(in());

        goOn(Duration.ofDays(1));

        same(in(), "Anna", "Bo");
    }

    private void came(String name, String kind) {
        var now = clock.instant();
        change("""
                with e as (
                  insert into event (organization_id, kind_organization, kind_id, title, starts_at, ends_at, sign_up_closes, visibility,
                    published_at, published_by, uid, changed_at, created_at, created_by)
                  select o.id, k.organization_id, k.id, 'Träff', '%1$s', timestamptz '%1$s' + interval '2 hours', '%1$s', 'MEMBERS', '%1$s',
                    'staff:1', '%2$s', '%1$s', '%1$s', 'staff:1'
                  from organization o join event_kind k on k.organization_id = o.id and k.key = '%2$s' returning id, organization_id)
                insert into sign_up (organization_id, event_id, person_organization, person_id, state, source, attended_at, created_at, changed_at,
                  changed_by)
                select e.organization_id, e.id, p.organization_id, p.id, 'ATTENDED', 'DOOR', '%1$s', '%1$s', '%1$s', 'staff:1'
                from e cross join person p where p.given_name = '%3$s'""".formatted(now, kind, name));
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
