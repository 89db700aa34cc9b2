package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** A call assignment made step by step: each holds by itself, and can be left and returned to. */
@QuarkusTest
class GuidePagesTest extends OrganizersOfCalls {

    private String begun() {
        var next = post(LISTS + "/drafts", Map.of("to", "ALL")).header("Location");
        return URI.create(next).getPath().replaceAll("/why$", "");
    }

    private void step(String draft, String step, Map<String, String> form) {
        assertThat(post(draft + "/" + step, form).statusCode()).as(step).isEqualTo(303);
    }

    @Test
    void everyStepLeadsToTheNextAndTheLastCreatesTheListOnce() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Utan nummer", null);
        assertThat(page(LISTS + "/new")).contains("1. Vilka", "6. Titta igenom", "Alla medlemmar");
        var draft = begun();
        step(draft, "why", Map.of("title", "Välkomna nya", "purpose", "Vi vill hälsa.", "goal", "REACHED"));
        step(draft, "until", Map.of("hours", "OWN", "from-time", "17", "to-time", "x"), 400);
        step(draft, "until", Map.of("hours", "OWN", "from-time", "17.00", "to-time", "20.00", "cooldown", "48"));
        step(draft, "script", Map.of("script", "Hej {förnamn}, jag heter {ringare}.", "shown", "CITY"));
        step(draft, "survey", Map.of());

        var check = page(draft + "/check");
        assertThat(check)
                .contains("Välkomna nya", "17.00–20.00", "2 personer i urvalet", "1 kan ringas", "1 saknar nummer")
                .contains("Anna Test", "Hej Kim, jag heter Robin.", "Vi vill hälsa.", "Hittestad")
                .doesNotContain(CallFixtures.number(0).substring(6));
        assertThat(post(draft + "/check", Map.of()).statusCode()).isEqualTo(303);
        assertThat(post(draft + "/check", Map.of()).statusCode()).isEqualTo(303);
        assertThat(get(draft + "/check").statusCode()).isEqualTo(303);

        as(token)
                .get(in(SOLNA, "/call-assignments"))
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].title", equalTo("Välkomna nya"));
        var id = calls.query("select id from call_assignment", row -> row.number("id"))
                .getFirst();
        as(token)
                .get(in(SOLNA, "/call-assignments/" + id))
                .then()
                .body("cooldownHours", equalTo(48))
                .body("callingHours.from", equalTo("17:00"))
                .body("scriptWhy", equalTo("Vi vill hälsa."));
        assertThat(page(LISTS)).doesNotContain("Påbörjade ringlistor");
    }

    private void step(String draft, String step, Map<String, String> form, int status) {
        assertThat(post(draft + "/" + step, form).statusCode()).as(step).isEqualTo(status);
    }

    @Test
    void whatWasFilledInIsThereWhenSomebodyReturns() {
        var draft = begun();
        step(draft, "why", Map.of("title", "Halvfärdig", "goal", "REACHED"));

        assertThat(page(LISTS)).contains("Påbörjade ringlistor", "Halvfärdig");
        assertThat(page(draft + "/why")).contains("value=\"Halvfärdig\"");
        step(draft, "until", Map.of("until", "1999-01-01"), 400);
        assertThat(page(draft + "/until")).doesNotContain("1999-01-01");
        post(draft + "/removal", Map.of());
        assertThat(page(LISTS)).doesNotContain("Halvfärdig");
        assertThat(get(draft + "/why").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            whom; to=; Välj vilka ni ska ringa
            whom; to=JOINED&days=0; Skriv ett tal mellan 1 och 3650
            whom; to=SEGMENT&segment=7; Välj ett urval
            whom; to=TAG; Välj en etikett
            whom; to=OTHER&filter=[]; Urvalet gick inte att läsa
            why; title=; Ge ringlistan ett namn
            why; title=x&purpose={ålder}; Fältet {ålder} finns inte
            until; until=2999-01-01; Välj en dag som inte har varit
            until; hours=OWN&from-time=20.00&to-time=17.00; Sluttiden måste komma efter
            until; cooldown=9999; Skriv ett tal mellan 0 och 8760
            until; attempts=0; Skriv ett tal mellan 1 och 50
            script; script={förnam}; {förnamn}
            script; script=Bor du i {ort}?; ringaren inte ser
            script; otherPerson={efternamn}; efternamn""")
    void aFaultIsSaidBesideItsFieldAndNothingIsStored(String step, String form, String said) {
        var draft = begun();
        var fields = new HashMap<String, String>();
        List.of(form.split("&")).forEach(field -> {
            int at = field.indexOf('=');
            fields.put(field.substring(0, at), field.substring(at + 1));
        });
        var before = calls.query(
                "select cast(content as text) as content from call_assignment_draft", row -> row.text("content"));

        var answer = post(draft + "/" + step, fields);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("class=\"wrong\"", said.strip());
        assertThat(calls.query(
                        "select cast(content as text) as content from call_assignment_draft",
                        row -> row.text("content")))
                .isEqualTo(before);
    }

    @Test
    void aGoalThatIsTheSurveyNeedsOneBeforeTheListIsOpened() {
        var draft = begun();
        step(draft, "why", Map.of("title", "Fråga alla", "goal", "SURVEY"));

        assertThat(page(draft + "/check")).contains("Något saknas", "Välj en enkät, eller ett annat mål");
        step(draft, "check", Map.of(), 400);
        assertThat(calls.count("select count(*) from call_assignment")).isZero();
    }

    @Test
    void peopleChosenOnAnotherPageCanGoThroughEveryStep() {
        var next = post(
                        LISTS + "/drafts",
                        Map.of(
                                "to",
                                "OTHER",
                                "filter",
                                "{\"type\":\"hasPhone\"}",
                                "title",
                                "De utan e-post",
                                "script",
                                "Hej"))
                .header("Location");

        assertThat(page(URI.create(next).getPath())).contains("value=\"De utan e-post\"");
    }

    @Test
    void theNumbersAreToldBeforeAnythingIsCreated() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var body = "{\"title\":\"x\",\"target\":" + CallFixtures.EVERYBODY + "}";
        as(token)
                .body(body)
                .post(in(SOLNA, "/call-assignments/outlook"))
                .then()
                .statusCode(200)
                .body("people", equalTo(1))
                .body("callable", equalTo(1));
        as(token)
                .body("{\"title\":\"x\",\"target\":{\"type\":\"nonsense\"}}")
                .post(in(SOLNA, "/call-assignments/outlook"))
                .then()
                .statusCode(400)
                .body("violations[0].field", containsString("target"));
        as("none")
                .body(body)
                .post(in(SOLNA, "/call-assignments/outlook"))
                .then()
                .statusCode(401);
        as(a.token(SOLNA, Permission.CALLS_READ))
                .body(body)
                .post(in(SOLNA, "/call-assignments/outlook"))
                .then()
                .statusCode(403);
        assertThat(calls.count("select count(*) from call_assignment")).isZero();
    }

    @Test
    void anotherAssociationsDraftIsNotThere() {
        var draft = begun();
        a.organization("nacka");
        var bo = staff.session(staff.staff("bo@example.org", "nacka", Role.ORGANIZER));

        assertThat(StaffFixtures.browser(bo)
                        .get(draft.replace("solna", "nacka") + "/why")
                        .statusCode())
                .isEqualTo(404);
        StaffFixtures.visitor().get(draft + "/why").then().statusCode(303);
    }
}
