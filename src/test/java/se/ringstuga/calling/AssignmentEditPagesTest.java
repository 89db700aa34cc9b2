package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;

/** An open assignment is changed with open eyes: the effect in numbers first, and both versions where two saved (rule 38). */
@QuarkusTest
class AssignmentEditPagesTest extends OrganizersOfCalls {

    private static Map<String, String> form(Map<String, String> differently) {
        var form = new HashMap<>(Map.of("version", "0", "to", "ALL", "title", "Ring alla", "goal", "REACHED"));
        form.putAll(Map.of("cooldown", "24", "attempts", "3", "script", ""));
        form.putAll(differently);
        return form;
    }

    private String edit(long assignment) {
        return list(assignment) + "/edit";
    }

    @Test
    void theEffectIsShownInNumbersBeforeAnythingChanges() {
        for (int i = 0; i < 3; i++) {
            calls.person(SOLNA, "Person " + i, CallFixtures.number(i));
        }
        var assignment = assignment("");
        claimed(assignment);
        var narrower = form(Map.of("to", "JOINED", "days", "1"));

        var shown = post(edit(assignment), narrower).asString();
        assertThat(shown)
                .contains("Det här ändras", "Vilka ska ni ringa?", "2 rings inte längre")
                .contains("1 är hos en ringare nu", "Spara ändringarna");
        as(token).get(in(SOLNA, "/call-assignments/" + assignment)).then().body("version", equalTo(0));

        narrower.put("sure", "1");
        assertThat(post(edit(assignment), narrower).statusCode()).isEqualTo(303);
        as(token)
                .get(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .body("target.type", equalTo("joined"))
                .body("version", equalTo(1));
        statistics(assignment).body("people", equalTo(1)).body("beingCalled", equalTo(1));
    }

    @Test
    void anOpenClaimIsCountedAndKeepsThePersonAndTheSurveyItWasGiven() {
        long survey = as(token)
                .body("{\"title\":\"Enkät\",\"questions\":[{\"text\":\"Ja?\",\"type\":\"YES_NO\"}]}")
                .post(in(SOLNA, "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"surveyId\":" + survey);
        var claim = claimed(assignment);
        var question = claim.getLong("survey.questions[0].id");
        var none = "{\"surveyId\":null,\"target\":{\"type\":\"any\",\"filters\":[]}}";

        as(token)
                .body(none)
                .post(in(SOLNA, "/call-assignments/" + assignment + "/effect"))
                .then()
                .statusCode(200)
                .body("withCallers", equalTo(1))
                .body("leaving", equalTo(0));
        clock.advance(Duration.ofSeconds(1));
        as(token)
                .body(none)
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(200);

        as(token)
                .get(in(SOLNA, "/claims/" + claim.getLong("id")))
                .then()
                .statusCode(200)
                .body("survey.id", equalTo((int) survey));
        report(
                        claim.getLong("id"),
                        "{\"outcome\":\"REACHED\",\"answers\":[{\"questionId\":" + question + ",\"value\":true}]}")
                .statusCode(200)
                .body("surveyComplete", equalTo(true));
    }

    @Test
    void whoeverSavesSecondSeesBothVersions() {
        var assignment = assignment("");
        as(token)
                .body("{\"title\":\"Hennes\"}")
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(200);

        var answer = post(edit(assignment), form(Map.of("title", "Mitt", "sure", "1")));
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.asString())
                .contains("Någon annan har ändrat", "Hennes", "Mitt", "name=\"version\" value=\"1\"")
                .doesNotContain("name=\"sure\"");
        as(token).get(in(SOLNA, "/call-assignments/" + assignment)).then().body("title", equalTo("Hennes"));
        post(edit(assignment), form(Map.of("title", "Mitt", "version", "1", "sure", "1")));
        as(token).get(in(SOLNA, "/call-assignments/" + assignment)).then().body("title", equalTo("Mitt"));
    }

    @Test
    void aFaultKeepsWhatWasTypedAndTheFormShowsWhatIsStored() {
        var assignment =
                assignment("\"script\":\"Hej {förnamn}\",\"callingHours\":{\"from\":\"17:00\",\"to\":\"20:00\"}");
        assertThat(page(edit(assignment))).contains("Hej {förnamn}", "value=\"17.00\"", "value=\"Ring alla\"");

        var answer = post(edit(assignment), form(Map.of("title", "", "script", "Kvar")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("Ge ringlistan ett namn", "Kvar");
        post(list(assignment) + "/do/closing", Map.of());
        assertThat(get(edit(assignment)).statusCode()).isEqualTo(303);
    }

    @Test
    void theEndIsMovedWithinThirtyDaysAndLinksFollow() {
        var assignment = assignment("\"expiresAt\":\"" + clock.instant().plus(Duration.ofDays(2)) + "\"");
        caller(assignment);
        var later = clock.instant().plus(Duration.ofDays(20));

        as(token)
                .body(Map.of("expiresAt", later.toString()))
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(200);
        assertThat(calls.query("select link_expires_at from caller", row -> row.instant("link_expires_at")))
                .isEqualTo(List.of(later));
        as(token)
                .body(Map.of("expiresAt", later.plus(Duration.ofDays(11)).toString()))
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("expiresAt"));
    }

    @Test
    void theEffectIsForThoseWhoManageTheAssociationsOwn() {
        a.organization("nacka");
        var theirs = calls.assignment(a.token("nacka"), "nacka", "");
        var mine = "/call-assignments/" + assignment("") + "/effect";

        as(token)
                .body("{}")
                .post(in(SOLNA, "/call-assignments/" + theirs + "/effect"))
                .then()
                .statusCode(404);
        as("none").body("{}").post(in(SOLNA, mine)).then().statusCode(401);
        as(a.token(SOLNA, Permission.CALLS_READ))
                .body("{}")
                .post(in(SOLNA, mine))
                .then()
                .statusCode(403);
        as(token).body("{\"maxAttempts\":0}").post(in(SOLNA, mine)).then().statusCode(400);
    }

    @Test
    void aTextThatNamesAnUnknownFieldIsRefusedWithItsName() {
        as(token)
                .body("{\"title\":\"x\",\"target\":" + CallFixtures.EVERYBODY + ",\"scriptWhy\":\"Hej {förnman}\"}")
                .post(in(SOLNA, "/call-assignments"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("scriptWhy"))
                .body("violations[0].message", containsString("{förnamn}"));
    }
}
