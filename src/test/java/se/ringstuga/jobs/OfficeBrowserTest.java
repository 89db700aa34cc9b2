package se.ringstuga.jobs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** An administrator's phone: closing for the holidays, telling another tool, and looking at the jobs. */
@QuarkusTest
class OfficeBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    @Test
    void anAdministratorClosesForChristmasTellsAToolAndStartsAJob() {
        a.organization("solna");
        var page = phone();
        page.navigate("/sign-in");
        page.context()
                .addCookies(List.of(new Cookie(
                                "ringstuga",
                                staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR)))
                        .setUrl(page.url())));

        page.navigate("/o/solna/messaging");
        link(page, "Stängda dagar").click();
        fitsTheScreen(page);
        picture(page, "closed-days-proposed");
        button(page, "Stäng då Jul och nyår").click();
        assertThat(page.getByText("torsdag 24 december till och med onsdag 6 januari 2027"))
                .isVisible();
        page.getByLabel("Vad heter det?").fill("Kongress");
        page.getByLabel("Första dagen").fill("2026-11-28");
        button(page, "Lägg till").click();
        assertThat(button(page, "Ta bort Kongress")).isVisible();
        fitsTheScreen(page);
        picture(page, "closed-days");

        page.navigate("/o/solna/webhooks");
        page.getByLabel("Vad heter den?").fill("Kalkylark");
        page.getByLabel("Adress").fill("https://hooks.example/ringstuga");
        page.getByLabel("person.created").check();
        button(page, "Lägg till en mottagare").click();
        assertThat(page.getByText("whsec_")).isVisible();
        fitsTheScreen(page);
        picture(page, "webhook-secret");
        link(page, "Gå vidare").click();
        button(page, "Skicka ett prov Kalkylark").click();
        assertThat(page.getByText("väntar").first()).isVisible();
        fitsTheScreen(page);
        picture(page, "webhooks");
        link(page, "Ändra Kalkylark").click();
        page.getByLabel("Vad heter den?").fill("Ark");
        fitsTheScreen(page);
        picture(page, "webhook-edit");
        button(page, "Spara").click();
        page.getByText("Ta bort Ark").click();
        assertThat(page.getByText("Det går inte att ångra")).isVisible();
        fitsTheScreen(page);
        picture(page, "webhook-removal");

        page.navigate("/o/solna/jobs");
        button(page, "Kör nu Räkna ut stängda dagar").click();
        assertThat(page.getByText("Räkna ut stängda dagar är igång.")).isVisible();
        fitsTheScreen(page);
        picture(page, "jobs");
        link(page, "Räkna ut stängda dagar").click();
        assertThat(page.getByText("De senaste gångerna")).isVisible();
        fitsTheScreen(page);
        picture(page, "job-runs");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
