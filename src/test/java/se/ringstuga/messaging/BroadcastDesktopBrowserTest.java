package se.ringstuga.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** At a desk: some dozens of recipients, paused and resumed while it is sent; and on a phone what goes out every month. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class BroadcastDesktopBrowserTest extends BrowserTest {

    private static final int MEMBERS = 36;

    @Inject
    StaffFixtures staff;

    @Inject
    Dispatcher dispatcher;

    @Inject
    HookReader hooks;

    private long asa;

    @BeforeEach
    void anAssociationWithSomeDozensOfMembers() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        var token = a.token("solna");
        for (int i = 0; i < MEMBERS; i++) {
            as(token)
                    .body(Map.of("givenName", "Medlem " + i, "familyName", "Ek", "phone", "+467017406" + (10 + i)))
                    .post(in("solna", "/people"))
                    .then()
                    .statusCode(201);
        }
        as(token).body(Map.of("address", "Solna", "perSecond", 1)).post(in("solna", "/sms-senders"));
        asa = staff.staff("asa@example.org", "solna", Role.ORGANIZER);
    }

    private Page signedIn(Page page) {
        page.context()
                .addCookies(List.of(
                        new Cookie("ringstuga", staff.session(asa)).setUrl("http://localhost:" + RestAssured.port)));
        return page;
    }

    private Page desk() {
        return signedIn(phone(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + RestAssured.port)
                .setViewportSize(1280, 800)
                .setLocale("sv-SE")
                .setTimezoneId("Europe/Stockholm")));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    private void sendAll() {
        while (dispatcher.sendOneBatch()) {
            // Until nothing is due.
        }
        hooks.read();
    }

    @Test
    void aBroadcastToDozensIsPausedAndResumedWhileItIsSentAndEveryRecipientIsAccountedFor() {
        var page = desk();
        page.navigate("/o/solna/broadcasts/new");
        page.getByLabel("Namn på utskicket").fill("Medlemsmöte");
        page.getByText("Alla i registret").click();
        page.getByLabel("Meddelande").fill("Hej {förnamn|du}! Vi ses på tisdag.");
        assertThat(page.locator("#preview .equation")).containsText(String.valueOf(MEMBERS));
        fitsTheScreen(page);
        button(page, "Spara och granska").click();
        page.getByText("Granska och skicka").click();
        button(page, "Skicka").click();
        assertThat(page.locator("#said")).containsText("Ingen har fått något än");

        clock.advance(Duration.ofMinutes(3));
        sendAll();
        assertThat(page.locator("#said")).containsText("Skickas nu");
        button(page, "Pausa").click();
        assertThat(page.locator("#said")).containsText("väntar tills du fortsätter");
        fitsTheScreen(page);
        clock.advance(Duration.ofMinutes(1));
        sendAll();
        assertThat(page.locator("#said")).containsText("väntar tills du fortsätter");
        button(page, "Fortsätt").click();
        assertThat(page.locator("#said")).containsText("Skickas nu");
        for (int i = 0; i < MEMBERS; i++) {
            clock.advance(Duration.ofMinutes(1));
            sendAll();
        }
        assertThat(page.locator("#said")).hasText("Klart. Alla " + MEMBERS + " är räknade.");
        page.setViewportSize(360, 740);
        look(page, "desk-done");
    }

    @Test
    void whatGoesOutEveryMonthIsWrittenOnAPhone() {
        var page = signedIn(phone());
        page.navigate("/o/solna/recurring");
        look(page, "monthly-empty");
        page.getByText("Nytt månadsutskick").click();
        page.getByLabel("Namn på utskicket").fill("Medlemsblad");
        page.getByText("Alla i registret").click();
        page.locator("#text").fill("Hej {förnamn|du}! Månadens medlemsblad finns nu på solna.example.");
        assertThat(page.locator(".bubble")).containsText("Månadens medlemsblad");
        page.getByLabel("Klockan").fill("17.30");
        page.getByText("Juli", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Månader utan").scrollIntoViewIfNeeded();
        look(page, "monthly-write");
        button(page, "Spara").click();
        assertThat(page.locator(".lead")).hasText("Den 1:a varje månad kl 17.30, inte i juli.");
        look(page, "monthly-one");
        button(page, "Pausa").click();
        assertThat(page.locator("h1")).containsText("pausat");
        button(page, "Fortsätt").click();
        assertThat(page.locator("h1")).containsText("pågår");
        page.navigate("/o/solna/recurring");
        look(page, "monthly-list");
    }
}
