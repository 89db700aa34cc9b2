package se.ringstuga.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** The queue in an administrator's hand: it moves by itself, and the switch is there. */
@QuarkusTest
class QueueBrowserTest extends BrowserTest {

    @Inject
    SendingFixtures sending;

    @Inject
    StaffFixtures staff;

    @Test
    void theNumbersMoveByThemselvesAndTheSwitchStopsAndStarts() {
        a.organization("solna");
        var token = a.token("solna");
        sending.sender(token, "solna");
        var anna = sending.person(token, "solna", "+46701740605");
        sending.message(token, "solna", anna, "Hej");
        var page = phone();
        page.navigate("/sign-in");
        page.context()
                .addCookies(List.of(new Cookie(
                                "ringstuga",
                                staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR)))
                        .setUrl(page.url())));

        page.navigate("/o/solna/sending");
        assertThat(page.locator("#waiting")).hasText("1");
        fitsTheScreen(page);
        picture(page, "queue");
        sending.message(token, "solna", anna, "Hej igen");
        // The page looks every five seconds.
        assertThat(page.locator("#waiting")).hasText("2", new LocatorAssertions.HasTextOptions().setTimeout(8_000));

        page.locator("summary").click();
        page.getByLabel("Varför?").fill("Fel text gick ut");
        button(page, "Stoppa alla utskick").click();
        assertThat(page.getByText("anna stoppade utskicken från solna")).isVisible();
        fitsTheScreen(page);
        picture(page, "queue-stopped");
        button(page, "Starta utskicken igen").click();
        assertThat(page.getByText("anna stoppade utskicken från solna")).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
