package se.ringstuga.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Senders and the help beside a text, on a phone and by keyboard. */
@QuarkusTest
class SenderBrowserTest extends BrowserTest {

    @Inject
    SendingFixtures sending;

    @Inject
    StaffFixtures staff;

    private Page anAdministratorsPhone() {
        a.organization("solna");
        var token = a.token("solna");
        as(token)
                .body(Map.of("address", "Sol na"))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201);
        sending.sender(token, "solna");
        var page = phone();
        page.navigate("/sign-in");
        page.context()
                .addCookies(List.of(new Cookie(
                                "ringstuga",
                                staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR)))
                        .setUrl(page.url())));
        return page;
    }

    @Test
    void aTypoIsPutAwayAndTheRightOneChosen() {
        var page = anAdministratorsPhone();
        page.navigate("/o/solna/messaging");
        open(page, "Ändra eller ta bort 070-174 06 99");
        fitsTheScreen(page);
        picture(page, "senders");
        button(page, "Använd om inget annat väljs 070-174 06 99").click();
        assertThat(page.locator(".notes li").first()).containsText("070-174 06 99");

        open(page, "Ändra eller ta bort Sol na");
        button(page, "Ta bort Sol na").click();
        assertThat(page.getByText("Sol na", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    @Test
    void theHelpWithConditionsOpensByKeyboard() {
        var page = anAdministratorsPhone();
        page.navigate("/o/solna/broadcasts/new");
        var help = page.locator("summary").filter(new Locator.FilterOptions().setHasText("Olika ord"));
        help.focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("{om ort}Ses vi i {ort}?{annars}Ses vi?{slut}"))
                .isVisible();
        fitsTheScreen(page);
        picture(page, "conditions");
    }

    private static void open(Page page, String summary) {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
