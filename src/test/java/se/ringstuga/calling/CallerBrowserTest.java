package se.ringstuga.calling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.BrowserTest;

/** A ringstuga in Solna with three new members and a survey, and how a volunteer moves through it. */
@SuppressWarnings("NullAway.Init")
abstract class CallerBrowserTest extends BrowserTest {

    static final String SOLNA = "solna";
    static final List<String> MEMBERS = List.of("Fatima", "Göran", "Maj-Britt");

    @Inject
    CallFixtures calls;

    String token;
    long assignment;

    @BeforeEach
    void threeNewMembers() {
        a.organization(SOLNA);
        token = a.token(SOLNA);
        for (int i = 0; i < MEMBERS.size(); i++) {
            calls.person(SOLNA, MEMBERS.get(i), CallFixtures.number(i));
        }
        assignment = calls.assignment(
                token,
                SOLNA,
                "\"surveyId\":%d,\"script\":\"Vad bra! Vi vill hälsa dig välkommen.\"".formatted(survey()));
    }

    private long survey() {
        return post(
                "/surveys",
                Map.of(
                        "title",
                        "Medlemsenkäten",
                        "questions",
                        List.of(
                                Map.of(
                                        "text",
                                        "Vad vill du bidra med?",
                                        "type",
                                        "MULTIPLE_CHOICE",
                                        "required",
                                        true,
                                        "options",
                                        List.of("Dela flygblad", "Ringa nya medlemmar", "Inte just nu")),
                                Map.of("text", "Hur lätt var det att bli medlem?", "type", "SCALE"),
                                Map.of("text", "Vill du ha medlemsbladet?", "type", "YES_NO"),
                                Map.of("text", "Något du undrar över?", "type", "TEXT", "callersOnly", true))));
    }

    private long post(String path, Object body) {
        return as(token)
                .body(body)
                .post(in(SOLNA, path))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** A volunteer's personal link, as a path of our own. */
    String joinLink(String name) {
        String link = given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post(in(SOLNA, "/call-assignments/" + assignment + "/callers"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("joinLink");
        return URI.create(link).getPath();
    }

    /** A phone whose owner has joined and promised. */
    Page joined(String name) {
        Page page = phone();
        join(page, joinLink(name));
        return page;
    }

    void join(Page page, String link) {
        page.navigate(link);
        press(page, "Gå med");
        press(page, "Jag lovar");
    }

    /** A phone with somebody to call on the page; the number not yet shown. */
    Page calling(String name) {
        Page page = joined(name);
        press(page, "Börja ringa");
        assertThat(button(page, "Visa numret")).isVisible();
        return page;
    }

    void showNumber(Page page) {
        press(page, "Visa numret");
        assertThat(page.locator("a.call").first()).isVisible();
    }

    Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void press(Page page, String name) {
        button(page, name).click();
    }

    void outcome(Page page, String name) {
        press(page, "Inget svar…");
        page.getByRole(AriaRole.DIALOG)
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    String whoIsOnTheLine(Page page) {
        return page.locator("h1").innerText();
    }

    long reported() {
        return calls.count("select count(*) from call where state = 'REPORTED'");
    }

    Object drafts(Page page) {
        return page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('ringstuga.call.')).length");
    }
}
