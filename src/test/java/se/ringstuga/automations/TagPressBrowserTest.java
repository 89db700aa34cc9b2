package se.ringstuga.automations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** An organizer gives several at once the tag with which their own flow begins: refused above the limit, else undone in time. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class TagPressBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    private String token;
    private long segment;
    private Page page;

    @BeforeEach
    void aFlowOfOnesOwn() {
        a.organization("solna");
        token = a.token("solna");
        var asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
        for (var name : List.of("Anna", "Bo")) {
            made(as(token), "/people", Map.of("givenName", name, "familyName", "Ek"));
        }
        segment = made(
                as(token),
                "/segments",
                Map.of("title", "Alla", "filter", Map.of("type", "all", "filters", new int[0])));
        var tag = made(as(token), "/tags", Map.of("title", "Flygbladsutdelare"));
        var definition = Map.of(
                "trigger", Map.of("type", "tagged", "tagId", tag),
                "steps", List.of(Map.of("type", "email", "purpose", "information", "subject", "Hej", "text", "Hej!")));
        var browser = StaffFixtures.browser(asa).accept(ContentType.JSON).contentType(ContentType.JSON);
        var flow = made(browser, "/automations", Map.of("title", "Nya flygbladsutdelare", "definition", definition));
        as(token)
                .body(Map.of("existing", "FROM_NOW"))
                .post(in("solna", "/automations/" + flow + "/activation"))
                .then()
                .statusCode(200);
        page = phone();
        page.context().addCookies(List.of(new Cookie("ringstuga", asa).setUrl("http://localhost:" + RestAssured.port)));
    }

    @Test
    void theSegmentsPageRefusesWithTheReasonAndLetsOneUndo() {
        atMost(1);
        page.navigate("/o/solna/segments/" + segment + "/tags");
        page.locator("#tag").selectOption("Flygbladsutdelare");
        press("Sätt etiketten på alla 2");
        assertThat(page.getByText("sätter igång ”Nya flygbladsutdelare”")).isVisible();
        assertThat(page.locator("#tag option:checked")).hasText("Flygbladsutdelare");
        look("tag-press-refused");
        refusalsAreExpected();

        atMost(2);
        press("Sätt etiketten på alla 2");
        assertThat(page.getByText("”Nya flygbladsutdelare” sätts igång för 2 av dem, tidigast om två minuter."))
                .isVisible();
        look("tag-press");
        press("Ångra");
        assertThat(page.locator("h1")).hasText("Märk alla i ”Alla”");
    }

    @Test
    void soDoesTheListOfPeople() {
        atMost(1);
        choose();
        assertThat(page.locator("h1")).hasText("Etiketten är inte satt");
        look("tag-list-refused");
        refusalsAreExpected();

        atMost(2);
        choose();
        assertThat(page.getByText("tidigast om två minuter.")).isVisible();
        look("tag-list");
        press("Ångra");
        assertThat(page).hasURL("http://localhost:" + RestAssured.port + "/o/solna/people");
    }

    private void choose() {
        page.navigate("/o/solna/people");
        page.locator("input[name='person']").all().forEach(Locator::check);
        page.locator("#tagging #tag").selectOption("Flygbladsutdelare");
        page.locator("#tagging button").click();
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void look(String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    private void atMost(int people) {
        as(token)
                .body(Map.of("approvalLimit", people))
                .put(in("solna", "/messaging-settings"))
                .then()
                .statusCode(200);
    }

    private long made(RequestSpecification by, String path, Map<String, ?> body) {
        return by.body(body)
                .post(in("solna", path))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }
}
