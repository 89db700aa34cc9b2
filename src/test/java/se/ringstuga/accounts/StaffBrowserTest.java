package se.ringstuga.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;

/** The first evening of an installation: the set-up link, one's own codes, a second administrator, and in again. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class StaffBrowserTest extends BrowserTest {

    private static final String ANNA = "anna@example.org";

    @Inject
    FirstStart firstStart;

    @Test
    void theFirstAdministratorSetsUpInvitesAnotherAndComesBack() {
        var annas = phone();
        annas.navigate(path(firstStart.run(Optional.empty(), Optional.empty()).orElseThrow()));
        var letters = setUp(annas);
        look(annas, "staff-home");

        var invitation = invite(annas);
        betaComesIn(invitation);

        button(annas, "Logga ut").click();
        clock.advance(Duration.ofSeconds(30));
        signIn(annas, letters);
        seeTheRest(annas);
    }

    private String setUp(Page page) {
        assertThat(heading(page)).hasText("Kom i gång");
        look(page, "staff-set-up");
        var letters = page.locator("code").innerText();
        page.getByLabel("Föreningens namn").fill("Solna partiförening");
        page.getByLabel("Föreningens adress").fill("solna");
        page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Anna Öberg");
        page.getByLabel("E-post").fill(ANNA);
        page.getByLabel("Välj ett lösenord").fill("kort");
        page.getByLabel("Koden som appen visar nu").fill(code(letters));
        button(page, "Klart").click();
        assertThat(page.getByText("Minst 12 tecken").first()).isVisible();
        refusalsAreExpected();
        look(page, "staff-set-up-fault");

        page.getByLabel("Välj ett lösenord").fill(StaffFixtures.NEW_PASSWORD);
        page.getByLabel("Koden som appen visar nu").fill(code(letters));
        button(page, "Klart").click();
        assertThat(heading(page)).hasText("Spara dina reservkoder");
        assertThat(page.locator(".recovery li")).hasCount(10);
        look(page, "staff-recovery");
        link(page, "Jag har sparat dem").click();
        assertThat(heading(page)).hasText("Hej Anna Öberg");
        return letters;
    }

    private String invite(Page page) {
        link(page, "Medarbetare och inbjudningar").click();
        look(page, "staff-staff");
        page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Beta Berg");
        page.getByLabel("E-post").fill("beta@example.org");
        page.getByText("Administratör", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        button(page, "Bjud in").click();
        look(page, "staff-invited");
        return path(page.locator("code").innerText());
    }

    private void betaComesIn(String invitation) {
        var betas = phone(aPhone().setLocale("en-GB"));
        betas.navigate(invitation);
        assertThat(heading(betas)).hasText("You are invited to Solna partiförening");
        look(betas, "staff-invitation");
        betas.getByLabel("Choose a password").fill(StaffFixtures.NEW_PASSWORD);
        betas.getByLabel("The code that the app shows now")
                .fill(code(betas.locator("code").innerText()));
        button(betas, "Done").click();
        link(betas, "I have kept them").click();
        assertThat(heading(betas)).hasText("Hello Beta Berg");
        look(betas, "staff-home-english");
        betas.navigate(invitation);
        assertThat(heading(betas)).hasText("There is no such page");
        refusalsAreExpected();
        look(betas, "staff-link-used");
    }

    private void signIn(Page page, String letters) {
        assertThat(heading(page)).hasText("Logga in");
        look(page, "staff-sign-in");
        page.getByLabel("E-post").fill(ANNA);
        page.getByLabel("Lösenord").fill("inte det rätta ordet");
        button(page, "Logga in").click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        refusalsAreExpected();
        look(page, "staff-sign-in-fault");
        page.getByLabel("Lösenord").fill(StaffFixtures.NEW_PASSWORD);
        button(page, "Logga in").click();
        look(page, "staff-code");
        page.getByLabel("Kod").fill(code(letters));
        button(page, "Fortsätt").click();
        assertThat(heading(page)).hasText("Hej Anna Öberg");
    }

    private void seeTheRest(Page page) {
        look(page, "staff-home-two");
        link(page, "Medarbetare och inbjudningar").click();
        look(page, "staff-staff-two");
        link(page, "Ringstuga").click();
        link(page, "API-nycklar").click();
        look(page, "staff-tokens");
        page.getByLabel("Vad den ska användas till").fill("Nattlig import");
        page.getByText("people:import").click();
        button(page, "Skapa").click();
        look(page, "staff-token-made");
        link(page, "Mitt konto").click();
        look(page, "staff-account");
    }

    /** Keeps pictures to look at, and holds every page to the phone's width. */
    private void look(Page page, String name) {
        fitsTheScreen(page);
        Object sticksOut = page.evaluate("""
                [...document.querySelectorAll('.card')].filter(card => card.scrollWidth > card.clientWidth).length""");
        assertEquals(0, sticksOut, "cards with something sticking out");
        picture(page, name);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + "-whole.png"))
                .setFullPage(true));
    }

    private String code(String letters) {
        return Totp.code(Base32Test.decode(letters), clock.instant());
    }

    private static String path(String text) {
        return text.substring(text.indexOf("/links/")).strip();
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
