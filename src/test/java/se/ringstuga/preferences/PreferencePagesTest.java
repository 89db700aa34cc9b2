package se.ringstuga.preferences;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;

/** The page of preferences on a member's phone. */
@QuarkusTest
class PreferencePagesTest extends BrowserTest {

    @Inject
    PersonalLinks links;

    private String link;

    @BeforeEach
    void annasLink() {
        a.organization("solna");
        long anna = as(a.token("solna"))
                .body(Map.of("givenName", "Anna", "phone", "+46701740605", "email", "anna@example.org"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
        link = URI.create(links.preferences(anna)).getPath();
    }

    @Test
    void aMemberChoosesOnThePhoneAndIsToldWhatWasSaved() {
        Page page = phone();
        page.navigate(link);
        fitsTheScreen(page);
        picture(page, "preferences-1");

        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Information"))
                .getByText("Sms")
                .click();
        page.getByText("Ni får ringa mig").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara"))
                .click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Med sms får du: kallelser, påminnelser, välkomst.");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Vi ringer dig inte.");
        fitsTheScreen(page);
        picture(page, "preferences-2-saved");

        page.getByText("Ni får ringa mig").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Vi får ringa dig.");
    }

    @Test
    void whoeverReadsEnglishUnsubscribesInEnglish() {
        Page page = phone();
        page.navigate(link + "?lang=en");
        fitsTheScreen(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Unsubscribe from welcome and information"))
                .click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("By e-mail you get: summons, reminders.");
        fitsTheScreen(page);
        picture(page, "preferences-3-english");
    }
}
