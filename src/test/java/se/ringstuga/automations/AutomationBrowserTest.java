package se.ringstuga.automations;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.messaging.SendingFixtures;

/** The welcome flow in an organizer's hand: rehearsed, switched on, and seen to welcome somebody on the clock of the test. */
@QuarkusTest
class AutomationBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    @Inject
    SendingFixtures sending;

    @Inject
    AutomationTick tick;

    @Test
    void theWelcomeFlowIsSwitchedOnAndANewlyImportedMemberPassesIt() {
        clock.set(Instant.parse("2026-11-20T11:00:00Z"));
        a.organization("solna");
        var token = a.token("solna");
        as(token).body(Map.of("address", "+46701740699", "perSecond", 1000)).post(in("solna", "/sms-senders"));
        var page = phone();
        var asa = staff.staff("asa@example.org", "solna", Role.ORGANIZER);
        signIn(page, asa);

        page.navigate("/o/solna/automations");
        look(page, "automations");
        page.getByText("Välkommen som ny medlem").click();
        look(page, "automation-off");
        link(page, "Provkör").click();
        page.getByLabel("Dag").fill("2027-03-01");
        button(page, "Visa").click();
        assertThat(page.getByText("måndag 1 mars 2027 kl 12.00").first()).isVisible();
        look(page, "automation-rehearsal");
        page.goBack();
        page.goBack();
        page.locator("#valkomst-sms").getByText("Ändra").click();
        page.getByLabel("Text").fill("Hej {förnamn|du}! Roligt att du är med i {förening}.");
        look(page, "automation-step");
        button(page, "Spara steget").click();
        look(page, "automation-draft");
        button(page, "Använd ändringarna").click();

        link(page, "Slå på …").click();
        assertThat(page.getByText("Ingen passar in just nu.")).isVisible();
        look(page, "automation-activation");
        button(page, "Slå på").click();
        assertThat(page.locator("h1 .tag")).hasText("På");

        var flow = page.url();
        clock.advance(Duration.ofMinutes(5));
        var administrator = phone();
        signIn(administrator, staff.staff("bo@example.org", "solna", Role.ADMINISTRATOR));
        importAnna(administrator);
        tick.run();
        sending.sendAll();
        administrator.navigate("/o/solna/sandbox");
        assertThat(administrator.locator("main")).containsText("Hej Anna! Roligt att du är med i solna.");
        page.navigate(flow);
        assertThat(page.locator("#valkomst-sms")).containsText("klart för 1");
        assertThat(page.locator("#tva-dagar")).containsText("1 här nu");
        look(page, "automation-on");

        clock.advance(Duration.ofDays(2));
        tick.run();
        sending.sendAll();
        signIn(page, asa);
        page.reload();
        assertThat(page.locator("#ring")).containsText("klart för 1");
        page.locator("#samtalen").getByText("1 här nu").click();
        assertThat(page.locator(".list strong")).hasText("Anna Ek");
        look(page, "automation-people");
        page.navigate("/o/solna/automations/funnel");
        assertThat(page.locator(".funnel li").nth(1)).containsText("1 Välkomnade");
        look(page, "automation-funnel");

        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofDays(10));
            tick.run();
            sending.sendAll();
        }
        signIn(page, asa);
        page.navigate(flow + "/people?state=FINISHED");
        assertThat(page.locator(".list strong")).hasText("Anna Ek");
        look(page, "automation-passed");
    }

    /** With the party's file, as new members come: the page says what the flow makes of it before anything is stored. */
    private static void importAnna(Page page) {
        var file = "Medlemsnummer;Förnamn;Efternamn;Mobil;Inträdesdatum\n5;Anna;Ek;+46701740605;2026-11-20\n";
        page.navigate("/o/solna/people");
        link(page, "Läs in medlemmar").first().click();
        page.getByLabel("Släpp filen här, eller välj den")
                .setInputFiles(new FilePayload("nya.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        button(page, "Kontrollera filen").click();
        assertThat(page.getByText("1 får välkomst-SMS i dag")).isVisible();
        button(page, "Läs in filen").click();
        assertThat(page.getByText("Så här blev det")).isVisible();
    }

    /** Sessions last for hours, and flows for days. */
    private void signIn(Page page, long asa) {
        page.context()
                .addCookies(List.of(
                        new Cookie("ringstuga", staff.session(asa)).setUrl("http://localhost:" + RestAssured.port)));
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
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
