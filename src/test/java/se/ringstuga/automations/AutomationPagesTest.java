package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

@QuarkusTest
class AutomationPagesTest extends AutomationTest {

    @Inject
    StaffFixtures staff;

    String session;
    long welcome;

    @BeforeEach
    void anOrganizer() {
        session = staff.session(staff.staff("asa@example.org", SOLNA, Role.ORGANIZER));
        welcome = welcome();
    }

    @Test
    void theWelcomeIsReadStepByStepInPlainWords() {
        page("").statusCode(200).body(allOf(containsString("Välkommen som ny medlem"), containsString("Av")));
        page("/" + welcome)
                .statusCode(200)
                .body(allOf(
                        containsString("När någon blir medlem (inträde de senaste 30 dagarna)"),
                        containsString("Skicka sms"),
                        containsString("Vänta 2 dagar"),
                        containsString("Sätt upp på ringlistan ”Nya medlemmar”"),
                        containsString("Säg till organisatörerna"),
                        containsString("Slå på …")))
                .body(not(containsString("Nödstopp")));
    }

    @Test
    void itIsSwitchedOnAfterWhomItHitsHasBeenShownAndDecided() {
        imported(member(5, "Anna", 3));
        page("/" + welcome + "/activation")
                .statusCode(200)
                .body(allOf(containsString("En person passar in just nu."), containsString("Anna Ek")));
        post("/" + welcome + "/activation", "existing", "")
                .statusCode(400)
                .body(containsString("Välj vad som ska hända"));
        post("/" + welcome + "/activation", "existing", "ENROL", "count", "3")
                .statusCode(400)
                .body(containsString("inte lika många"));
        post("/" + welcome + "/activation", "existing", "ENROL", "count", "1")
                .statusCode(303)
                .header("Location", endsWith("/automations/" + welcome));
        goOn();
        page("/" + welcome)
                .body(allOf(
                        containsString("klart för 1"),
                        containsString("1 här nu"),
                        containsString("En är med just nu")));
        page("/" + welcome + "/people")
                .statusCode(200)
                .body(allOf(containsString("Anna Ek"), containsString("Vänta 2 dagar")));
    }

    @Test
    void itIsPausedResumedAndStoppedOnItsPage() {
        activate(welcome, map("existing", "FROM_NOW"));
        post("/" + welcome + "/do/pause").statusCode(303);
        page("/" + welcome).body(containsString("Tiden står stilla"));
        post("/" + welcome + "/do/resumption").statusCode(303);
        page("/" + welcome).body(containsString("Nödstopp"));
        post("/" + welcome + "/do/stop").statusCode(303);
        page("/" + welcome).body(containsString("Ingen är med längre"));
    }

    @Test
    void theTextAndTheWaitOfAStepAreChangedInAForm() {
        var version = String.valueOf(number("select version as n from automation where id = " + welcome));
        page("/" + welcome + "/steps/valkomst-sms").statusCode(200).body(containsString("Varmt välkommen"));
        post("/" + welcome + "/steps/valkomst-sms", "version", version, "text", "Hej {fornamn}!")
                .statusCode(400)
                .body(allOf(containsString("Texten går inte att skicka så"), containsString("Hej {fornamn}!")));
        post("/" + welcome + "/steps/valkomst-sms", "version", version, "text", "Hej {förnamn|du}!")
                .statusCode(303);
        post("/" + welcome + "/steps/tva-dagar", "version", version, "amount", "3", "unit", "days")
                .statusCode(400)
                .body(containsString("Någon annan ändrade den"));
        var newer = String.valueOf(number("select version as n from automation where id = " + welcome));
        post("/" + welcome + "/steps/tva-dagar", "version", newer, "amount", "x", "unit", "days")
                .statusCode(400)
                .body(containsString("Skriv ett helt tal"));
        post("/" + welcome + "/steps/tva-dagar", "version", newer, "amount", "3", "unit", "days")
                .statusCode(303);

        assertThat(automation(welcome).getString("definition.steps[0].text")).isEqualTo("Hej {förnamn|du}!");
        assertThat(automation(welcome).getInt("definition.steps[2].days")).isEqualTo(3);
        page("/" + welcome + "/steps/ring").statusCode(404);
        page("/" + welcome + "/steps/finns-inte").statusCode(404);
    }

    @Test
    void aRehearsalIsADatedListWithItsConditions() {
        page("/" + welcome + "/rehearsal?on=2027-03-01")
                .statusCode(200)
                .body(allOf(
                        containsString("måndag 1 mars 2027 kl 12.00"),
                        containsString(
                                "Om personen har blivit uppringd minst 3 gånger utan att nås de senaste 60 dagarna"),
                        containsString("senast")));
        page("/" + welcome + "/rehearsal?on=nej").statusCode(200).body(containsString("Skriv ett datum"));
        page("/" + welcome + "/rehearsal?on=2027-03-01&moved=true").body(containsString("Flyttat till oss"));
    }

    @Test
    void somebodyIsTakenOutOnThePageOfPeople() {
        activate(welcome, map("existing", "FROM_NOW"));
        imported(member(5, "Anna", 0));
        goOn();
        var enrolment = number("select id as n from automation_enrolment");

        post("/" + welcome + "/people/" + enrolment + "/leave").statusCode(303);

        assertThat(place("Anna")).isEqualTo("LEFT TAKEN_OUT");
        page("/" + welcome + "/people?state=LEFT").body(containsString("någon tog ut personen"));
        post("/" + welcome + "/people/" + enrolment + "/again").statusCode(303);
    }

    @Test
    void theFunnelSaysWhoWaitsForACall() {
        imported(member(5, "Anna", 20));
        page("/funnel")
                .statusCode(200)
                .body(allOf(
                        containsString("Blev medlemmar"),
                        containsString("Anna Ek"),
                        containsString("medlem i 20 dagar")));
    }

    @Test
    void anothersAutomationsAreNoPages() {
        a.organization("taby");
        session = staff.session(staff.staff("bo@example.org", "taby", Role.ORGANIZER));
        for (var path : List.of(
                "/" + welcome,
                "/" + welcome + "/activation",
                "/" + welcome + "/rehearsal",
                "/" + welcome + "/people",
                "/" + welcome + "/steps/ring")) {
            asStaff().get("/o/taby/automations" + path).then().statusCode(404);
            asStaff().get("/o/solna/automations" + path).then().statusCode(404);
        }
        for (var path : List.of(
                "/do/pause",
                "/do/resumption",
                "/do/stop",
                "/activation",
                "/people/1/leave",
                "/people/1/again",
                "/steps/ring")) {
            asStaff()
                    .formParam("existing", "FROM_NOW")
                    .post("/o/taby/automations/" + welcome + path)
                    .then()
                    .statusCode(404);
        }
    }

    private RequestSpecification asStaff() {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .cookie("ringstuga", session)
                .header("Accept", "text/html")
                .header("Accept-Language", "sv")
                .header("Sec-Fetch-Site", "same-origin");
    }

    private ValidatableResponse page(String path) {
        return asStaff().get("/o/solna/automations" + path).then();
    }

    private ValidatableResponse post(String path, String... fields) {
        var request = asStaff();
        for (int i = 0; i < fields.length; i += 2) {
            request = request.formParam(fields[i], fields[i + 1]);
        }
        return request.post("/o/solna/automations" + path).then();
    }
}
