package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** People who need the organizer, and the rules by which people are called again. */
@QuarkusTest
class FollowUpPagesTest extends OrganizersOfCalls {

    @Inject
    Leases leases;

    private long waiting(long assignment, String report) {
        report(claimed(assignment).getLong("id"), report).statusCode(200);
        return calls.query("select max(id) as id from organizer_message", row -> row.number("id"))
                .getFirst();
    }

    private String item(long assignment, long id) {
        return list(assignment) + "/follow-ups/MESSAGE/" + id;
    }

    @Test
    void aMessageIsReadTakenLetGoAndDone() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        var mine = list(assignment) + "/follow-ups";
        assertThat(page(mine)).contains("Ingen väntar på dig");
        var id = waiting(assignment, "{\"outcome\":\"BUSY\",\"organizerMessage\":\"Vill prata med dig\"}");
        assertThat(page(mine)).contains("Anna Test", "Vill prata med dig", "Jag tar det", "Klart, ring gärna igen");
        assertThat(page(list(assignment))).contains("En person rings inte igen");

        post(item(assignment, id) + "/taking", Map.of());
        assertThat(page(mine)).contains("Du tog det", "Lämna tillbaka").doesNotContain("Jag tar det");
        var bo = StaffFixtures.browser(staff.session(staff.staff("bo@example.org", SOLNA, Role.ORGANIZER)));
        assertThat(bo.get(mine).asString()).contains("asa tog det").doesNotContain("Lämna tillbaka");
        post(item(assignment, id) + "/letting-go", Map.of());
        assertThat(page(mine)).contains("Jag tar det");

        assertThat(post(item(assignment, id) + "/handling", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(page(mine)).contains("Ingen väntar på dig");
        claim(assignment, caller(assignment)).statusCode(201);
    }

    @Test
    void aFactThatWasNoneLiftsItsStopFromThePage() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"cooldownHours\":0");
        var id = waiting(assignment, "{\"outcome\":\"BUSY\",\"personFact\":\"DECEASED\"}");
        assertThat(page(list(assignment) + "/follow-ups")).contains("Har avlidit", "Det stämde inte");
        claim(assignment, caller(assignment)).statusCode(409);

        post(item(assignment, id) + "/handling", Map.of("mistaken", "true"));
        claim(assignment, caller(assignment)).statusCode(201);
    }

    @Test
    void aThreatIsTakenAndReadByAdministratorsOnly() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var id = waiting(assignment, "{\"outcome\":\"REACHED\",\"personFact\":\"THREAT\",\"note\":\"Hotade\"}");

        assertThat(page(list(assignment) + "/follow-ups"))
                .contains("En administratör behöver se på det här")
                .doesNotContain("Anna", "Hotade", "Jag tar det");
        assertThat(post(item(assignment, id) + "/taking", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(post(item(assignment, id) + "/handling", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCallThatNobodyReportedIsDoneOnceSomebodyHasLooked() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var call = claimed(assignment).getLong("id");
        clock.advance(Duration.ofMinutes(46));
        leases.sweep();
        var mine = list(assignment) + "/follow-ups";

        assertThat(page(mine)).contains("Inte rapporterat", "Fråga Kim", "/call/" + call);
        post(mine + "/UNREPORTED/" + call + "/handling", Map.of());
        assertThat(page(mine)).contains("Ingen väntar på dig");
        assertThat(post(mine + "/NONSENSE/1/handling", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoTookItIsToldToTools() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var id = waiting(assignment, "{\"outcome\":\"BUSY\",\"organizerMessage\":\"Ring\"}");
        var api = in(SOLNA, "/call-assignments/" + assignment + "/follow-ups");

        as(token).put(api + "/MESSAGE/" + id + "/taking").then().statusCode(204);
        post(item(assignment, id) + "/taking", Map.of());
        as(token).get(api).then().body("[0].takenBy.startsWith('token:')", equalTo(true));
        as(token).delete(api + "/MESSAGE/" + id + "/taking").then().statusCode(204);
        as(token).get(api).then().body("[0].takenBy", nullValue());
        as(token).put(api + "/MESSAGE/" + (id + 1) + "/taking").then().statusCode(404);
        as("none").put(api + "/MESSAGE/" + id + "/taking").then().statusCode(401);
        as(a.token(SOLNA, Permission.CALLS_READ))
                .put(api + "/MESSAGE/" + id + "/taking")
                .then()
                .statusCode(403);
        a.organization("nacka");
        var theirs = calls.assignment(a.token("nacka"), "nacka", "");
        as(token)
                .put(in(SOLNA, "/call-assignments/" + theirs + "/follow-ups/MESSAGE/" + id + "/taking"))
                .then()
                .statusCode(404);
    }

    @Test
    void theRulesOfCallingAgainAreReadAndChangedWithinTheirBounds() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("\"script\":\"Hej\"");
        report(claimed(assignment).getLong("id"), outcome("BUSY")).statusCode(200);
        var rules = list(assignment) + "/rules";
        assertThat(page(rules))
                .contains("Inget svar", "24 timmar senare, en timme senare på dagen", "48 timmar senare");

        assertThat(post(rules, Map.of("cooldown", "-1", "attempts", "3", "version", "0"))
                        .asString())
                .contains("Skriv ett tal mellan 0 och 8760");
        assertThat(post(rules, Map.of("cooldown", "48", "attempts", "1", "version", "0"))
                        .asString())
                .contains("Det här ändras", "1 har redan ringts så många gånger");
        var form = new HashMap<>(Map.of("cooldown", "48", "attempts", "1", "version", "0"));
        form.putAll(Map.of("to", "ALL", "title", "Ring alla", "goal", "REACHED", "script", "Hej", "sure", "1"));
        post(list(assignment) + "/edit", form);
        as(token)
                .get(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .body("cooldownHours", equalTo(48))
                .body("maxAttempts", equalTo(1))
                .body("script", equalTo("Hej"));
    }
}
