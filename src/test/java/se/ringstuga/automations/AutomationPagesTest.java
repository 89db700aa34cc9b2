package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;

@QuarkusTest
class AutomationPagesTest extends AutomationPageTest {

    long welcome;

    @BeforeEach
    void theWelcome() {
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
        goOn(Duration.ofMinutes(2));
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
        var draft = draftOf(welcome);
        var sms = draft + "/steps/valkomst-sms";
        var pause = draft + "/steps/tva-dagar";
        var read = mark(sms);
        page(sms).body(containsString("Varmt välkommen"));
        post(sms, "mark", read, "text", "Hej {fornamn}!", "purpose", "welcome", "survey", "NONE", "withinHours", "24")
                .statusCode(400)
                .body(allOf(
                        containsString("Fältet {fornamn} finns inte."),
                        containsString("Menade du {förnamn}?"),
                        containsString("Hej {fornamn}!")));
        post(
                        sms,
                        "mark",
                        read,
                        "text",
                        "Hej {förnamn|du}!",
                        "purpose",
                        "welcome",
                        "survey",
                        "NONE",
                        "withinHours",
                        "24")
                .statusCode(303);
        post(sms, "mark", read, "text", "Hejsan!", "purpose", "welcome", "survey", "NONE", "withinHours", "24")
                .statusCode(400)
                .body(allOf(
                        containsString("Någon annan ändrade steget"),
                        containsString("Hej {förnamn|du}!"),
                        containsString("Hejsan!")));
        post(pause, "mark", mark(pause), "amount", "x", "unit", "days")
                .statusCode(400)
                .body(containsString("Skriv ett helt tal"));
        post(pause, "mark", mark(pause), "amount", "3", "unit", "days").statusCode(303);
        post(draft + "/publish").statusCode(303);

        assertThat(automation(welcome).getString("definition.steps[0].text")).isEqualTo("Hej {förnamn|du}!");
        assertThat(automation(welcome).getInt("definition.steps[2].days")).isEqualTo(3);
        page(draftOf(welcome) + "/steps/finns-inte").statusCode(404);
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
    void peopleInAnOlderVersionAreShownWithIt() {
        activate(welcome, map("existing", "FROM_NOW"));
        imported(member(5, "Anna", 0));
        goOn();
        var draft = draftOf(welcome);
        post(draft + "/steps/tva-dagar/do/remove").statusCode(303);
        post(draft + "/publish", "people", "FINISH").statusCode(303);

        page("/" + welcome).body(containsString("En person är kvar i en äldre version"));
        page("/" + welcome + "/people").body(allOf(containsString("Version 1"), containsString("Vänta 2 dagar")));
        page("/" + welcome + "/versions")
                .statusCode(200)
                .body(allOf(containsString("Version 2"), containsString("En är med just nu")));
        page("/" + welcome + "/versions/1")
                .statusCode(200)
                .body(allOf(containsString("Vänta 2 dagar"), containsString("1 här nu")));
        page("/" + welcome + "/versions/9").statusCode(404);
    }

    @Test
    void takingSomebodyOutIsAskedAboutFirst() {
        activate(welcome, map("existing", "FROM_NOW"));
        imported(member(5, "Anna", 0));
        goOn();
        page("/" + welcome + "/people").body(containsString("Personen lämnar flödet för gott"));
    }

    @Test
    void theFunnelIsOfThePeriodThatIsAskedFor() {
        imported(member(5, "Anna", 20), member(6, "Bo", 200));
        page("/funnel?from=2026-04-01&to=2026-06-30").statusCode(200).body(containsString("1 april"));
        page("/funnel").body(not(containsString("medlem i 200 dagar")));
        page("/funnel?from=2026-04-01&to=2026-11-20").body(containsString("medlem i 200 dagar"));
        for (var wrong :
                List.of("from=x", "from=2026-06-30&to=2026-04-01", "from=2020-01-01", "to=%2B999999999-12-31")) {
            page("/funnel?" + wrong).statusCode(200).body(containsString("Skriv två datum"));
        }
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
                "/activation/request",
                "/people/1/leave",
                "/people/1/again",
                "/people/new",
                "/draft",
                "/do/delete")) {
            asStaff()
                    .formParam("existing", "FROM_NOW")
                    .post("/o/taby/automations/" + welcome + path)
                    .then()
                    .statusCode(404);
        }
    }
}
