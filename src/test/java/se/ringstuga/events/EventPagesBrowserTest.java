package se.ringstuga.events;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
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

/** A series, the list of kinds and invitations, as an organizer finds them on a phone. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class EventPagesBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    @Inject
    CalendarFixtures events;

    private String token;
    private Page page;

    @BeforeEach
    void anOrganizer() {
        a.organization("solna");
        token = a.token("solna");
        page = phone();
        var asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
        page.context().addCookies(List.of(new Cookie("ringstuga", asa).setUrl("http://localhost:" + RestAssured.port)));
    }

    private long person(String name, String phone) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Ek", "phone", phone, "joinedOn", "2026-01-01"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void fill(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
    }

    private void look(String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    @Test
    void aSeriesIsChangedAndEndedOnceItSaysWhatFollows() {
        page.navigate("/o/solna/events/new");
        fill("Rubrik", "Styrelsemöte");
        fill("Datum", "2026-12-08");
        fill("Börjar", "18.00");
        fill("Slutar", "20.00");
        page.getByText("Upprepas det?").first().click();
        page.locator("#repeat").selectOption("MONTHLY_WEEKDAY");
        page.locator("#opens").selectOption("MONTH");
        button("Spara som utkast").click();
        button("Publicera serien").click();
        look("series");
        link("Ändra serien").click();
        assertThat(page.locator("#opens")).hasValue("MONTH");
        look("series-edit");
        fill("Börjar", "19.00");
        fill("Slutar", "21.00");
        button("Spara").click();
        assertThat(page.getByText("13 tillfällen ändras.")).isVisible();
        look("series-change");
        button("Ja, ändra").click();
        assertThat(page.getByText("tisdag 8 december kl 19.00–21.00")).isVisible();
        link("Avsluta serien").click();
        page.getByText("Ställ in dem").click();
        look("series-ending");
        fill("Varför ställs de in? Det läser alla som har anmält sig.", "Styrelsen har avgått.");
        button("Ja, avsluta serien").click();
        assertThat(page.getByText("Serien är avslutad.")).isVisible();
        page.navigate(page.url() + "?lang=en");
        look("series-english");
    }

    @Test
    void kindsArePutInOrder() {
        page.navigate("/o/solna/events");
        link("Sorters aktiviteter").click();
        look("kinds");
        fill("Namn", "Grillkväll");
        button("Lägg till").click();
        link("Byt namn Grillkväll").click();
        fill("Namn", "Grillning");
        look("kind");
        button("Spara").click();
        link("Byt namn Grillning").click();
        button("Sluta använda").click();
        assertThat(page.getByText("används inte längre")).isVisible();
        page.navigate("/o/solna/events/kinds?lang=en");
        look("kinds-english");
    }

    @Test
    void peopleAreInvitedAndAMistakeIsTakenBack() {
        person("Anna", "+46701740605");
        person("Bo", "+46701740606");
        as(token)
                .body(Map.of("title", "Alla i Solna", "filter", Map.of("type", "all", "filters", List.of())))
                .post(in("solna", "/segments"));
        long event = events.event("solna", "Medlemsmöte")
                .with("visibility", "INVITED")
                .save();
        page.navigate("/o/solna/events/" + event);
        link("Bjud in").click();
        page.getByLabel("Välj urval").selectOption(new SelectOption().setLabel("Alla i Solna"));
        button("Hur många blir det?").click();
        assertThat(page.getByText("2 personer bjuds in.")).isVisible();
        look("invite");
        button("Ja, bjud in").click();
        assertThat(page.getByText("2 personer är inbjudna.")).isVisible();

        page.navigate("/o/solna/events/" + event + "?add=anna");
        button("Anmäl Anna Ek").click();
        button("Avanmäl Anna Ek").click();
        assertThat(page.getByText("Anna Ek är avanmäld.")).isVisible();
        look("undo");
        button("Ångra").click();
        assertThat(page.getByText("Anna Ek är anmäld igen.")).isVisible();
        page.getByText("Någon som inte finns i registret").click();
        fill("Namn", "Gäst Ås");
        page.getByLabel("E-post eller telefon", new Page.GetByLabelOptions().setExact(true))
                .fill("gast@");
        page.locator("form.stack button").click();
        assertThat(page.getByText("E-postadressen verkar fel")).isVisible();
        refusalsAreExpected();
        look("guest-faulty");
        page.navigate("/o/solna/events/" + event + "/invitations?lang=en");
        look("invite-english");
    }
}
