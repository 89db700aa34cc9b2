package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;

/** Flows that are not saved yet, on a clock of their own: one rehearses before one switches on. */
@QuarkusTest
class DraftRehearsalTest extends AutomationPageTest {

    @Test
    void whatIsBeingWrittenIsRehearsedBeforeItHolds() {
        var id = written(definition(joined(), sms("Ett")));
        var draft = draftOf(id);
        addWait(draft, "3");
        post(
                        draft + "/new-step?kind=sms&way=steps",
                        "text",
                        "Tre dagar senare",
                        "purpose",
                        "welcome",
                        "withinHours",
                        "24")
                .statusCode(303);

        page(draft).body(containsString(draft + "/rehearsal"));
        page(draft + "/rehearsal?on=2027-03-01")
                .statusCode(200)
                .body(allOf(
                        containsString("Provkör ”Flöde”"),
                        containsString("måndag 1 mars 2027 kl 12.00"),
                        containsString("torsdag 4 mars 2027 kl 12.00"),
                        containsString("Tre dagar senare")));
        page("/" + id + "/rehearsal?on=2027-03-01").body(not(containsString("Tre dagar senare")));
        assertThat(number("select count(*) as n from automation_enrolment")).isZero();
    }

    @Test
    void aFlowThatIsNoAutomationYetIsRehearsedToo() {
        var draft = begun("Nytt", "WELCOME");
        page(draft + "/rehearsal?on=2027-03-01").statusCode(200).body(containsString("måndag 1 mars 2027 kl 12.00"));
        page(draft + "/rehearsal?on=2027-03-01&moved=true").body(containsString("Flyttat till oss"));
        page(draft + "/rehearsal?on=nej").statusCode(200).body(containsString("Skriv ett datum"));
    }

    @Test
    void whatIsNotReadySaysSoAndShowsTheWayThere() {
        var draft = begun("Tomt", "NOTHING");
        page(draft + "/rehearsal")
                .statusCode(200)
                .body(allOf(containsString("inte klart än"), containsString("/automations" + draft + "\"")));
    }

    @Test
    void draftsAreRehearsedByThoseAloneWhoWriteThem() {
        var draft = begun("Nytt", "WELCOME");
        a.organization("taby");
        asStaff().get("/o/taby/automations" + draft + "/rehearsal").then().statusCode(404);
        page("/drafts/4711/rehearsal").statusCode(404);
    }

    @Test
    void aDefinitionIsRehearsedThroughTheApiBeforeItIsSaved() {
        rehearse(map("on", "2027-03-01", "definition", definition(joined(), sms("Hej {förnamn}!"), wait(2))))
                .statusCode(200)
                .body("items.at", contains("2027-03-01T11:00:00Z", "2027-03-01T11:00:00Z"))
                .body("items[0].text", containsString("Hej "))
                .body("items[1].until", equalTo("2027-03-03T11:00:00Z"));
        rehearse(map("on", "2027-03-01", "at", "22:00", "definition", definition(joined(), sms("Hej!"))))
                .body("items[0].at", equalTo("2027-03-02T08:00:00Z"));
        assertThat(number("select count(*) as n from automation")).isZero();
    }

    @Test
    void aDefinitionThatCouldNotBeSavedIsNotRehearsed() {
        var wrong = definition(joined(), map("type", "tag", "tagId", 4711));
        rehearse(map("on", "2027-03-01", "definition", wrong))
                .statusCode(400)
                .body("violations.field", hasItem("definition.steps[0].tagId"));
        rehearse(map("on", "2027-03-01")).statusCode(400).body("violations.field", hasItem("definition"));
        rehearse(map("definition", definition(joined(), wait(1)))).statusCode(400);
        rehearse(map("on", "+999999999-12-31", "definition", definition(joined(), wait(1))))
                .statusCode(400)
                .body("violations[0].field", equalTo("on"));
    }

    @Test
    void rehearsingADefinitionNeedsTheRightToWriteOne() {
        var body = map("on", "2027-03-01", "definition", definition(joined(), wait(1)));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(in(SOLNA, "/automations/rehearsals"))
                .then()
                .statusCode(401);
        as(a.token(SOLNA, Permission.AUTOMATIONS_READ))
                .body(body)
                .post(in(SOLNA, "/automations/rehearsals"))
                .then()
                .statusCode(403);
        a.organization("taby");
        as(a.token("taby"))
                .body(body)
                .post(in(SOLNA, "/automations/rehearsals"))
                .then()
                .statusCode(404);
    }

    private void addWait(String draft, String days) {
        post(draft + "/new-step?kind=wait&way=steps", "amount", days, "unit", "days")
                .statusCode(303);
    }

    private ValidatableResponse rehearse(Map<String, Object> body) {
        return as(token).body(body).post(in(SOLNA, "/automations/rehearsals")).then();
    }
}
