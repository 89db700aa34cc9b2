package se.ringstuga.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** An organizer's desk in a real browser: a register from its file to a person's page, two who edit, and a colleague who leaves. */
@QuarkusTest
class PeopleBrowserTest extends BrowserTest {

    private static final String FILE = """
            Medlemsnummer;Förnamn;Efternamn;Mobilnr privat;E-post;Ort;Partiförening;Anteckning
            1;Åsa;Ek;070-174 06 05;asa@example.org;Solna;Huvudsta;ringde 19640823-3234
            2;Bo;Berg;070-174 06 06;inte en adress;Solna;;
            3;Cia;Dal;070-174 06 07;cia@example.org;Sundbyberg;Mora;
            """;

    @Inject
    StaffFixtures staff;

    private long anna;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        anna = staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);
    }

    @Test
    void aRegisterComesInFromItsFileToAPersonsPage() {
        var page = signedIn(anna);
        page.navigate("/o/solna/people");
        assertThat(page.getByText("Registret är tomt")).isVisible();
        look(page, "people-empty");
        link(page, "Läs in medlemmar").first().click();
        page.getByLabel("Släpp filen här, eller välj den")
                .setInputFiles(new FilePayload("medlemmar.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        look(page, "imports-start");
        button(page, "Kontrollera filen").click();
        assertThat(page.getByText("Så här blir det")).isVisible();
        look(page, "imports-checked");

        page.getByLabel("Mobilnr privat").selectOption("mobile");
        button(page, "Kontrollera igen").click();
        assertThat(page.getByText("Så här blir det")).isVisible();
        assertThat(page.getByLabel("Mobilnr privat")).hasValue("mobile");
        page.getByText("E-postadressen går inte att läsa").first().click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        button(page, "Läs in filen").click();
        assertThat(page.getByText("Så här blev det")).isVisible();
        look(page, "imports-done");

        link(page, "Till medlemmarna").click();
        look(page, "people-list");
        page.getByRole(AriaRole.SEARCHBOX).fill("asa");
        assertThat(page.locator(".people li")).hasCount(1);
        page.locator(".people a").click();
        assertThat(page.getByText("070-174 06 05")).isVisible();
        look(page, "person");
        link(page, "Ändra uppgifterna").click();
        look(page, "person-edit");
    }

    @Test
    void whoeverSavesSecondSeesBothVersions() {
        int id = as(a.token("solna"))
                .body("{\"givenName\": \"Åsa\", \"familyName\": \"Ek\"}")
                .post(in("solna", "/people"))
                .path("id");
        var first = signedIn(anna);
        var second = signedIn(staff.staff("olle@example.org", "solna", Role.ORGANIZER));
        first.navigate("/o/solna/people/" + id + "/edit");
        second.navigate("/o/solna/people/" + id + "/edit");
        first.getByLabel("Efternamn").fill("Berg");
        button(first, "Spara").click();
        assertThat(heading(first)).hasText("Åsa Berg");

        second.getByLabel("Ort").fill("Solna");
        button(second, "Spara").click();
        assertThat(second.getByText("Nu står det: Berg")).isVisible();
        refusalsAreExpected();
        look(second, "person-conflict");
        second.getByLabel("Efternamn").fill("Berg");
        button(second, "Spara").click();
        assertThat(heading(second)).hasText("Åsa Berg");
        assertThat(second.getByText("Solna").first()).isVisible();
    }

    @Test
    void aColleagueLeavesAndWhatIsUnderWayIsShownFirst() {
        long eva = staff.staff("eva@example.org", "solna", Role.ADMINISTRATOR);
        var evas = signedIn(eva);
        evas.navigate("/o/solna/tokens");
        evas.getByLabel("Vad den ska användas till").fill("Nattlig import");
        evas.getByText("people:read").click();
        button(evas, "Skapa").click();

        var page = signedIn(anna);
        page.navigate("/o/solna/staff");
        look(page, "staff-terms");
        page.locator("li", new Page.LocatorOptions().setHasText("eva@example.org"))
                .getByText("Ändra")
                .first()
                .click();
        page.getByText("Ta bort eva").click();
        assertThat(page.getByText("Nattlig import")).isVisible();
        look(page, "staff-removal");
        button(page, "Ja, ta bort eva").click();
        assertThat(page.getByText("eva hör inte längre till solna.")).isVisible();
        evas.navigate("/o/solna/people");
        assertThat(heading(evas)).hasText("Logga in");

        page.navigate("/o/solna/settings");
        look(page, "organization");
        page.navigate("/o/solna/access-log");
        look(page, "access-log");
        page.navigate("/o/solna/export");
        look(page, "export");
    }

    private Page signedIn(long id) {
        var page = phone();
        page.context()
                .addCookies(List.of(
                        new Cookie("ringstuga", staff.session(id)).setUrl("http://localhost:" + RestAssured.port)));
        return page;
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
