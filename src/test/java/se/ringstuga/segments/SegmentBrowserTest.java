package se.ringstuga.segments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.surveys.Members;

/** An organizer builds a filter of groups within groups and sees the number follow. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class SegmentBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    @Inject
    Members members;

    private long asa;

    @BeforeEach
    void anAssociation() {
        var solna = a.organization("solna");
        var token = a.token("solna");
        var tag = members.newTag(solna, "Ringare");
        for (var name : List.of("Anna", "Bo", "Cilla")) {
            as(token)
                    .body(Map.of("givenName", name, "familyName", "Ek", "city", name.equals("Bo") ? "Solna" : "Nacka"))
                    .post(in("solna", "/people"))
                    .then()
                    .statusCode(201);
        }
        members.tag(members.count("select id from person where given_name = 'Anna'"), tag);
        asa = staff.staff("asa@example.org", "solna", Role.ORGANIZER);
    }

    @Test
    void aNestedFilterIsBuiltAndTheNumberFollows() {
        var page = phone();
        signIn(page);
        buildAndSave(page);
        look(page, "segment-one");
        page.getByText("Ändra", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[id='f.0.1.value']")).hasValue("Solna");
        look(page, "segment-build");
        page.goBack();
        page.getByLabel("Namn, nummer eller e-post").fill("cil");
        button(page, "Sök").click();
        page.getByText("Cilla Ek").click();
        assertThat(page.getByText("Cilla Ek är inte med.")).isVisible();
        look(page, "segment-why");
        page.navigate("/o/solna/segments");
        assertThat(page.getByText("De som har etiketten ”Ringare” eller har ort som är Solna."))
                .isVisible();
        look(page, "segments");
        page.navigate("/o/solna/segments?lang=en");
        assertThat(page.getByText("Everyone who has the tag “Ringare” or has a town that is Solna."))
                .isVisible();
    }

    /** The same page without script, by nothing but its buttons. */
    @Test
    void theSameIsBuiltWithoutScript() {
        var page = phone(aPhone().setJavaScriptEnabled(false));
        signIn(page);
        buildAndSave(page);
    }

    /** Whoever is quick, or has a slow phone, writes in a new condition at the very moment when it comes. */
    @Test
    void whatIsWrittenAsAConditionComesIsCounted() {
        var page = phone();
        signIn(page);
        page.navigate("/o/solna/segments/build");
        page.evaluate("""
                () => new MutationObserver((_, observer) => {
                    const town = document.getElementById('f.0.value');
                    if (town) {
                        observer.disconnect();
                        town.value = 'Solna';
                        town.dispatchEvent(new Event('change', {bubbles: true}));
                    }
                }).observe(document.body, {childList: true, subtree: true})
                """);
        page.locator("[id='f.add']").selectOption("FIELD");
        add(page, "f");
        assertThat(page.locator("#outcome")).containsText("En person är med");
    }

    private void buildAndSave(Page page) {
        page.navigate("/o/solna/segments/build");
        count(page);
        assertThat(page.locator("#outcome")).containsText("3 personer är med");
        page.locator("[id='f.add']").selectOption("ANY");
        add(page, "f");
        page.locator("[id='f.0.add']").selectOption("TAG");
        add(page, "f.0");
        assertThat(page.locator("#outcome")).containsText("Fyll i villkoren");
        page.locator("input[name='f.0.0.tags']").check();
        count(page);
        assertThat(page.locator("#outcome")).containsText("En person är med");
        page.locator("[id='f.0.add']").selectOption("FIELD");
        add(page, "f.0");
        page.locator("[id='f.0.1.value']").fill("Solna");
        page.locator("[id='f.0.1.value']").blur();
        count(page);
        assertThat(page.locator("#outcome")).containsText("2 personer är med");
        assertThat(page.locator("#outcome")).containsText("De som har etiketten ”Ringare” eller har ort som är Solna.");
        assertThat(page.locator("#outcome")).containsText("Anna Ek");
        page.locator("[id='title']").fill("Ringare och Solnabor");
        button(page, "Spara urvalet").click();
        assertThat(page.locator("h1")).hasText("Ringare och Solnabor");
    }

    /** Without script a button counts; with it the page does so by itself, and has no such button. */
    private static void count(Page page) {
        var counting = page.locator("#outcome button");
        if (counting.count() > 0 && counting.isVisible()) {
            counting.click();
        }
    }

    private static void add(Page page, String group) {
        page.locator("button[value='add " + group + "']").click();
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void signIn(Page page) {
        page.context()
                .addCookies(List.of(
                        new Cookie("ringstuga", staff.session(asa)).setUrl("http://localhost:" + RestAssured.port)));
    }
}
