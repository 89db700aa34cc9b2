package se.ringstuga.calling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** An organizer makes a call list, a volunteer calls from it, and the organizer follows up, in real browsers. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class AssignmentBrowserTest extends BrowserTest {

    private static final String SOLNA = "solna";
    private static final String LISTS = "/o/solna/call-assignments";

    @Inject
    StaffFixtures staff;

    @Inject
    CallFixtures calls;

    private String token;
    private Page page;

    @BeforeEach
    void threeMembersAndAnOrganizer() {
        a.organization(SOLNA);
        token = a.token(SOLNA);
        for (int i = 0; i < 3; i++) {
            calls.person(SOLNA, List.of("Fatima", "Göran", "Maj-Britt").get(i), CallFixtures.number(i));
        }
        calls.person(SOLNA, "Utan nummer", null);
        page = phone();
        page.context()
                .addCookies(List.of(
                        new Cookie("ringstuga", staff.session(staff.staff("asa@example.org", SOLNA, Role.ORGANIZER)))
                                .setUrl("http://localhost:" + RestAssured.port)));
    }

    private void press(String name) {
        press(page, name);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void follow(String name) {
        link(name).click();
    }

    private Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private void look(String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    private long survey() {
        return as(token)
                .body(Map.of(
                        "title",
                        "Medlemsenkäten",
                        "questions",
                        List.of(
                                Map.of("text", "Vill du vara med på ett möte?", "type", "YES_NO"),
                                Map.of("text", "Hur lätt var det att bli medlem?", "type", "SCALE"))))
                .post(in(SOLNA, "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void aListIsMadeInStepsAndAVolunteerCallsFromIt() {
        survey();
        page.navigate(LISTS);
        look("calls-01-empty");
        follow("Gör den första ringlistan");
        page.getByText("Alla medlemmar").click();
        look("calls-02-whom");
        press("Räkna");
        assertThat(page.getByText("3 kan ringas")).isVisible();
        assertThat(page.getByText("1 saknar nummer")).isVisible();
        look("calls-03-counted");
        press("Vidare");
        page.getByLabel("Namn på ringlistan").fill("Välkomna nya");
        page.getByText("När personen har svarat på hela enkäten").click();
        look("calls-04-why");
        press("Vidare");
        look("calls-05-until");
        press("Vidare");
        page.getByLabel("Vad säger ringaren?").fill("Hej {förnman}!");
        press("Vidare");
        assertThat(page.getByText("Menade du {förnamn}?")).isVisible();
        look("calls-06-wrong-field");
        page.getByLabel("Vad säger ringaren?").fill("Hej {förnamn}! Jag heter {ringare} och ringer från {förening}.");
        press("Vidare");
        page.getByLabel("Enkät att fylla i under samtalet").selectOption("Medlemsenkäten");
        look("calls-07-survey");
        press("Vidare");
        assertThat(page.getByText("Hej Kim! Jag heter Robin och ringer från solna."))
                .isAttached();
        assertThat(page.getByText("Fatima Test")).isVisible();
        look("calls-08-check");
        page.locator(".seenby").scrollIntoViewIfNeeded();
        look("calls-08-seen");
        press("Öppna ringlistan");

        page.getByLabel("Namn").fill("Noor");
        look("calls-09-callers");
        press("Gör en länk");
        var link = page.locator("code").innerText();
        look("calls-10-link");
        Page volunteer = phone();
        volunteer.navigate(URI.create(link).getPath());
        press(volunteer, "Gå med");
        press(volunteer, "Jag lovar");
        press(volunteer, "Börja ringa");
        var who = volunteer.locator("h1").innerText().split(" ")[0];
        volunteer.getByText("Ja, det är").click();
        assertThat(volunteer.getByText("Hej " + who + "! Jag heter Noor och ringer från solna."))
                .isVisible();
        refusalsAreExpected();
    }

    @Test
    void aCallIsCorrectedAndWhoeverWaitsIsLetBackIntoTheQueue() {
        var assignment = calls.assignment(token, SOLNA, "\"surveyId\":" + survey());
        var kim = calls.caller(token, SOLNA, assignment);
        report(assignment, kim, "{\"outcome\":\"REACHED\"}");
        report(assignment, kim, "{\"outcome\":\"BUSY\",\"organizerMessage\":\"Vill prata med någon i styrelsen.\"}");
        page.navigate(LISTS);
        look("calls-11-list");
        page.getByText("Ring alla").first().click();
        look("calls-12-overview");

        page.navigate(LISTS + "/" + assignment + "/calls");
        look("calls-13-log");
        page.locator(".list a").last().click();
        page.getByLabel("Utfall").selectOption("Avböjde");
        look("calls-14-correction");
        press("Spara rättelsen");
        assertThat(page.getByText("Rättades av asa")).isVisible();
        look("calls-15-corrected");

        page.navigate(LISTS + "/" + assignment + "/follow-ups");
        press("Jag tar det " + waiting());
        look("calls-16-follow-up");
        press("Klart, ring gärna igen " + waiting());
        assertThat(page.getByText("Ingen väntar på dig")).isVisible();
        look("calls-17-nobody-waits");

        page.navigate(LISTS + "/" + assignment + "/rules");
        look("calls-18-rules");
        page.getByLabel("Så många gånger rings ingen mer").fill("1");
        press("Visa vad som händer");
        look("calls-19-effect");
        press("Spara ändringarna");
        page.navigate(LISTS + "/" + assignment + "/edit");
        look("calls-20-edit");
        page.navigate(LISTS + "/" + assignment + "/do/closing?lang=en");
        look("calls-21-closing-en");
        page.navigate(LISTS + "/" + assignment);
        look("calls-22-overview-en");
    }

    private String waiting() {
        return page.locator("section.item").first().getAttribute("aria-label");
    }

    private void report(long assignment, long caller, String report) {
        var claim = as(token)
                .body(Map.of("callerId", caller))
                .post(in(SOLNA, "/call-assignments/" + assignment + "/claims"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as(token)
                .body(report)
                .put(in(SOLNA, "/claims/" + claim + "/report"))
                .then()
                .statusCode(200);
    }
}
