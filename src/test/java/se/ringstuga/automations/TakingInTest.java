package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may take those into a flow who fit it already: what goes to many is as hard to begin as a broadcast (rule 23). */
@QuarkusTest
class TakingInTest extends AutomationPageTest {

    @BeforeEach
    void atMostOneWithoutASecond() {
        choose(Map.of("approvalLimit", 1));
        imported(member(5, "Anna", 3), member(6, "Bo", 3));
    }

    @Test
    void whoeverWroteAFlowDoesNotTakeInMoreThanOneMayDecideAbout() {
        var id = written(definition(joined(), sms("Hej!"), map("type", "call", "title", "Ring")));

        previewed(id, token).body("standing", equalTo("NEEDS_ANOTHER")).body("limit", equalTo(1));
        enrolled(id, token).statusCode(409).body("type", endsWith("/problems/second-approval-needed"));
        assertThat(number("select count(*) as n from automation_enrolment")).isZero();
        assertThat(number("select count(*) as n from call_assignment")).isZero();

        activate(id, map("existing", "FROM_NOW")).statusCode(200);
    }

    @Test
    void anotherOrganizerThanWhoeverWroteItMay() {
        var id = written(definition(joined(), sms("Hej!")));
        var another = a.token(SOLNA);

        previewed(id, another).body("standing", equalTo("FREE"));
        enrolled(id, another).statusCode(200).body("state", equalTo("ON"));
    }

    @Test
    void ofWhatNobodyHereWroteOneAsksAndAnotherPresses() {
        var id = welcome();
        enrolled(id, token).statusCode(409);

        asked(id, token);
        asked(id, token);

        same(texts("select kind as t from notice"), "automation-waits");
        previewed(id, token).body("askedBy", notNullValue());
        enrolled(id, token).statusCode(409);
        enrolled(id, a.token(SOLNA)).statusCode(200);
        as(token)
                .post(in(SOLNA, "/automations/" + id + "/activation/request"))
                .then()
                .statusCode(409);
    }

    @Test
    void aChangeVoidsWhatWasAskedFor() {
        var id = welcome();
        asked(id, token);

        as(a.token(SOLNA))
                .body(map("title", "Flöde", "definition", definition(joined(), sms("Något helt annat"))))
                .put(in(SOLNA, "/automations/" + id))
                .then()
                .statusCode(200);

        previewed(id, token).body("askedBy", nullValue());
    }

    @Test
    void broadcastsAndFlowsOfADayAreCountedTogether() {
        choose(Map.of("approvalLimit", 3));
        var id = written(definition(joined(), sms("Hej!")));
        enrolled(id, token).statusCode(200);

        approved().statusCode(409).body("type", endsWith("/problems/second-approval-needed"));

        after(Duration.ofHours(25));
        approved().statusCode(200);
        var second = written(definition(joined(), sms("Hej!")));
        previewed(second, token).body("standing", equalTo("NEEDS_ANOTHER"));
    }

    @Test
    void whatSendsNothingNeedsNobodyElse() {
        var id = written(definition(joined(), map("type", "call", "title", "Ring")));

        previewed(id, token).body("standing", equalTo("FREE")).body("first", nullValue());
        enrolled(id, token).statusCode(200);
        choose(Map.of("approvalLimit", 3));
        previewed(written(definition(joined(), sms("Hej!"))), token).body("standing", equalTo("FREE"));
    }

    @Test
    void whatTheSmsBudgetHasNoRoomForIsNotBegun() {
        choose(Map.of("approvalLimit", 100, "smsPartPrice", 2, "smsDailyBudget", 3, "smsMonthlyBudget", 9));
        var id = written(definition(joined(), sms("Hej!")));

        previewed(id, token).body("standing", equalTo("NO_MONEY"));
        enrolled(id, token).statusCode(409).body("type", endsWith("/problems/budget-exceeded"));

        choose(Map.of("approvalLimit", 100, "smsPartPrice", 2, "smsDailyBudget", 4, "smsMonthlyBudget", 9));
        enrolled(id, token).statusCode(200);
    }

    @Test
    void theFirstStepOfThoseTakenInWaitsForSecondThoughts() {
        choose(Map.of("approvalLimit", 100));
        var id = written(definition(joined(), sms("Hej!")));
        enrolled(id, token).statusCode(200);
        goOn(Duration.ofSeconds(119));
        assertThat(phones()).isEmpty();

        goOn(Duration.ofSeconds(1));
        assertThat(phones()).hasSize(2);
    }

    @Test
    void whoeverWritesANewTextDoesNotTakeThoseWhoAreInItOverAlone() {
        choose(Map.of("approvalLimit", 2));
        var id = written(definition(joined(), map("type", "wait", "days", 3), sms("Hej!")));
        enrolled(id, token).statusCode(200);
        var other = map(
                "title",
                "Flöde",
                "definition",
                definition(joined(), map("type", "wait", "days", 3), sms("Något helt annat")),
                "people",
                "MOVE");

        as(token)
                .body(other)
                .put(in(SOLNA, "/automations/" + id))
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/second-approval-needed"));
        assertThat(number("select count(*) as n from automation_version where automation_id = " + id))
                .isEqualTo(1);

        other.put("people", "FINISH");
        as(token).body(other).put(in(SOLNA, "/automations/" + id)).then().statusCode(200);
    }

    @Test
    void whoeverLetsPeopleInOneByOneIsBoundByTheSameLimit() {
        var id = written(definition(joined(), sms("Hej!")));
        activate(id, map("existing", "FROM_NOW")).statusCode(200);
        var people = texts("select cast(id as text) as t from person order by id");

        letIn(id, people.getFirst()).statusCode(201);
        letIn(id, people.getLast()).statusCode(409).body("type", endsWith("/problems/second-approval-needed"));
    }

    private ValidatableResponse letIn(long id, String person) {
        return as(token)
                .body(map("personId", Long.valueOf(person)))
                .post(in(SOLNA, "/automations/" + id + "/enrolments"))
                .then();
    }

    @Test
    void thePageSaysWhyAndLetsOneAskAnother() {
        var id = welcome();
        page("/" + id + "/activation")
                .statusCode(200)
                .body(allOf(
                        containsString("2 får välkomst-SMS."),
                        containsString("fler än 1 personer"),
                        containsString("Be någon annan slå på")));
        post("/" + id + "/activation", "existing", "ENROL", "count", "2")
                .statusCode(409)
                .body(containsString("två organisatörer"));

        post("/" + id + "/activation/request").statusCode(303).header("Location", endsWith("/activation"));

        page("/" + id + "/activation")
                .body(allOf(containsString("Du bad om det"), not(containsString("Be någon annan slå på"))));
        after(Duration.ofMinutes(1));
        signedIn();
        page("/" + id + "/activation").body(containsString("En annan organisatör bad"));
        post("/" + id + "/activation", "existing", "ENROL", "count", "2").statusCode(303);
        assertThat(number("select count(*) as n from automation_enrolment")).isEqualTo(2);
    }

    private void choose(Map<String, Object> choices) {
        as(token).body(choices).put(in(SOLNA, "/messaging-settings")).then().statusCode(200);
    }

    private ValidatableResponse previewed(long id, String by) {
        return as(by).get(in(SOLNA, "/automations/" + id + "/activation"))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse enrolled(long id, String by) {
        return as(by).body(map("existing", "ENROL", "count", 2))
                .post(in(SOLNA, "/automations/" + id + "/activation"))
                .then();
    }

    private void asked(long id, String by) {
        as(by).post(in(SOLNA, "/automations/" + id + "/activation/request"))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse approved() {
        var draft = as(token)
                .body(map(
                        "title",
                        "Utskick",
                        "channel",
                        "SMS",
                        "text",
                        "Hej!",
                        "filter",
                        map("type", "all", "filters", new int[0])))
                .post(in(SOLNA, "/broadcasts"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        return as(token).post(in(SOLNA, "/broadcasts/" + draft + "/approval")).then();
    }
}
