package se.ringstuga.automations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import se.ringstuga.messaging.SendingFixtures;

/** A flow with a branch, written from nothing on a phone, and a member who goes through it. */
@QuarkusTest
class FlowWritingBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    @Inject
    SendingFixtures sending;

    @Inject
    AutomationTick tick;

    String token;

    @BeforeEach
    void anAssociationThatCanSend() {
        clock.set(Instant.parse("2026-11-20T11:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        as(token).body(Map.of("address", "+46701740699", "perSecond", 1000)).post(in("solna", "/sms-senders"));
    }

    @Test
    void aFlowWithABranchIsWrittenFromNothingAndAMemberGoesThroughIt() {
        var page = signedIn();
        page.navigate("/o/solna/automations");
        look(page, "flow-list");
        link(page, "Nytt flöde").click();
        page.getByLabel("Namn").fill("Hälsa på nya");
        look(page, "flow-new");
        button(page, "Börja").click();
        look(page, "flow-start");
        button(page, "Spara").click();
        link(page, "Lägg till steg").first().click();
        look(page, "flow-kinds");
        page.getByText("Vänta en tid").click();
        page.getByLabel("Hur länge?").fill("1");
        look(page, "flow-wait");
        button(page, "Lägg till").click();

        link(page, "Lägg till steg").first().click();
        link(page, "Fråga").click();
        choose(page, "Går att nå");
        page.locator("#isContact").selectOption("hasEmail");
        look(page, "flow-condition");
        button(page, "Lägg till").click();
        assertThat(page.locator("#branch .wrong")).hasText("Lägg till minst ett steg under Ja eller Nej.");
        page.locator("li.add.in1 a").first().click();
        link(page, "E-post").first().click();
        page.getByLabel("Ämne").fill("Välkommen!");
        page.getByLabel("Text").fill("Hej {förnamn|du}!");
        look(page, "flow-email");
        button(page, "Lägg till").click();
        page.locator("li.add.in1 a").nth(1).click();
        link(page, "Sms").first().click();
        page.getByLabel("Text").fill("Hej {fornamn}!");
        button(page, "Lägg till").click();
        assertThat(page.locator(".field .wrong")).containsText("Menade du {förnamn}?");
        refusalsAreExpected();
        look(page, "flow-fault");
        page.getByLabel("Text").fill("Hej {förnamn|du}!");
        button(page, "Lägg till").click();
        look(page, "flow-draft");
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
        look(page, "flow-draft-end");
        button(page, "Spara flödet").click();
        look(page, "flow-made");
        link(page, "Slå på …").click();
        button(page, "Slå på").click();
        assertThat(page.locator("h1 .tag")).hasText("På");

        imported("5;Anna;Ek;+46701740605;;2026-11-20", "6;Bo;Ek;+46701740606;bo@example.org;2026-11-20");
        tick.run();
        clock.advance(Duration.ofDays(1));
        tick.run();
        sending.sendAll();
        signIn(page);
        page.reload();
        assertThat(page.locator("#branch")).containsText("ja: 1, nej: 1");
        assertThat(page.locator("#sms")).containsText("klart för 1");
        assertThat(page.locator("#email")).containsText("klart för 1");
    }

    @Test
    void aRunningFlowIsChangedByKeyboardAndPeopleAreAskedAbout() {
        var page = signedIn();
        page.navigate("/o/solna/automations");
        page.getByText("Välkommen som ny medlem").click();
        link(page, "Slå på …").click();
        button(page, "Slå på").click();
        clock.advance(Duration.ofMinutes(5));
        imported("5;Anna;Ek;+46701740605;;2026-11-20", "6;Bo;Ek;+46701740606;bo@example.org;2026-01-20");
        tick.run();
        page.reload();
        press(button(page, "Ändra flödet"));
        look(page, "flow-changing");
        press(page.locator("#tva-dagar button").nth(1));
        assertThat(page.locator("#ring + li strong")).containsText("Vänta 2 dagar");
        page.locator("#tva-dagar details summary").press("Enter");
        press(page.locator("#tva-dagar details button"));
        assertThat(page.locator("#tva-dagar")).hasCount(0);
        page.getByText("De går vidare på det nya sättet").scrollIntoViewIfNeeded();
        look(page, "flow-people-in");
        press(button(page, "Använd ändringarna"));
        assertThat(page.getByText("En person är kvar i en äldre version")).isVisible();
        look(page, "flow-older");
        link(page, "Versioner").click();
        look(page, "flow-versions");
        link(page, "Version 1").click();
        look(page, "flow-version");
        page.goBack();
        page.goBack();
        link(page, "Personer").click();
        look(page, "flow-people");
        link(page, "Släpp in någon").click();
        page.getByRole(AriaRole.SEARCHBOX).fill("bo");
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        page.getByText("Släpp in Bo Ek").press("Enter");
        look(page, "flow-let-in");
        press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Släpp in nu Bo Ek")));
        assertThat(page.locator(".list strong").first()).hasText("Bo Ek");
        page.navigate("/o/solna/automations?lang=en");
        look(page, "flow-list-en");
        page.getByText("Välkommen som ny medlem").click();
        press(button(page, "Change the flow"));
        look(page, "flow-draft-en");
        page.locator("#inget-svar")
                .getByText("Change", new Locator.GetByTextOptions())
                .first()
                .click();
        look(page, "flow-condition-en");
        page.navigate("/o/solna/automations/funnel");
        look(page, "flow-funnel-en");
    }

    private Page signedIn() {
        var page = phone();
        signIn(page);
        return page;
    }

    /** Sessions last for hours, and flows for days. */
    private void signIn(Page page) {
        var asa = staff.staff("asa" + clock.instant().toEpochMilli() + "@example.org", "solna", Role.ORGANIZER);
        page.context()
                .addCookies(List.of(
                        new Cookie("ringstuga", staff.session(asa)).setUrl("http://localhost:" + RestAssured.port)));
    }

    private void imported(String... rows) {
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("text/csv")
                .body("Medlemsnummer;Förnamn;Efternamn;Mobil;E-post;Inträdesdatum\n" + String.join("\n", rows) + "\n")
                .post(in("solna", "/people/imports"))
                .then()
                .statusCode(200);
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    private static void press(Locator button) {
        button.press("Enter");
    }

    private static void choose(Page page, String words) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(words))
                .check();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
