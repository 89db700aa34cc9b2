package se.ringstuga.messaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
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

/** An organizer writes to many: from the first word to the account of every recipient. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class BroadcastBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    @Inject
    Dispatcher dispatcher;

    @Inject
    HookReader hooks;

    private String token;
    private long asa;

    @BeforeEach
    void anAssociationWithFiveMembers() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        person("Anna", "+46701740605");
        person("Bo", "+46701740606");
        person("Cecilia", "+46701740607");
        person("David", "+46846500400");
        as(token)
                .body(Map.of("address", "Solna", "perSecond", 1000))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201);
        asa = staff.staff("asa@example.org", "solna", Role.ORGANIZER);
    }

    private void person(String name, String phone) {
        as(token)
                .body(Map.of(
                        "givenName",
                        name,
                        "familyName",
                        "Ek",
                        "phone",
                        phone,
                        "city",
                        "Solna",
                        "joinedOn",
                        "2026-11-01"))
                .post(in("solna", "/people"))
                .then()
                .statusCode(201);
    }

    private Page signedIn(Page page) {
        page.context().addCookies(List.of(new Cookie("ringstuga", staff.session(asa)).setUrl(base())));
        return page;
    }

    private String base() {
        return "http://localhost:" + io.restassured.RestAssured.port;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private void sendAll() {
        while (dispatcher.sendOneBatch()) {
            // Until nothing is due.
        }
        hooks.read();
    }

    @Test
    void whoeverIsSentBackStandsAtWhatIsWrong() {
        var page = signedIn(phone());
        page.navigate("/o/solna/broadcasts/new");
        page.getByLabel("Namn på utskicket").fill("Medlemsmöte");
        page.getByText("Alla i registret").click();
        page.getByLabel("Meddelande").fill("Hej {fel}");
        button(page, "Spara och granska").click();

        assertThat(page.getByText("Inget är sparat än.")).hasCount(1);
        assertThat(page.getByLabel("Meddelande")).isFocused();
        refusalsAreExpected();
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    @Test
    void fromTheFirstWordToTheAccountOfEveryRecipient() {
        var page = signedIn(phone());
        page.navigate("/o/solna/broadcasts");
        assertThat(heading(page)).hasText("Utskick");
        look(page, "broadcast-empty");

        link(page, "Skriv det första").click();
        look(page, "compose-new");
        page.getByLabel("Namn på utskicket").fill("Medlemsmöte");
        page.getByText("Alla i registret").click();
        page.getByLabel("Meddelande").fill("Hej ! Vi ses på tisdag – välkommen.");
        assertThat(page.getByText("gör varje del kortare")).isVisible();
        page.getByLabel("Meddelande").evaluate("t => t.setSelectionRange(4, 4)");
        button(page, "förnamn").click();
        assertThat(page.locator(".bubble")).containsText("Hej Annika! Vi ses på tisdag – välkommen.");
        look(page, "compose-costly");
        button(page, "Byt mot -").click();
        assertThat(page.locator(".bubble")).containsText("Hej Annika! Vi ses på tisdag - välkommen.");
        button(page, "Byt mottagare").click();
        assertThat(page.locator(".bubble")).containsText("Hej Anna! Vi ses på tisdag - välkommen.");
        assertThat(page.locator("#preview .equation")).containsText("saknar mobilnummer");

        button(page, "Spara och granska").click();
        assertThat(heading(page)).containsText("Medlemsmöte");
        look(page, "broadcast-draft");
        link(page, "Granska och skicka").click();
        assertThat(heading(page)).hasText("Skicka till 3 personer?");
        look(page, "broadcast-sure");
        button(page, "Skicka").click();
        assertThat(page.locator("#said")).containsText("Ingen har fått något än");
        look(page, "broadcast-begins");
        clock.advance(Duration.ofMinutes(3));
        sendAll();
        assertThat(page.locator("#said")).hasText("Klart. Alla 4 är räknade.");
        look(page, "broadcast-done");
        page.locator(".equation a").nth(1).click();
        assertThat(heading(page)).hasText("Framme");
        look(page, "broadcast-people");
        page.getByText("Anna Ek", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(heading(page)).hasText("SMS till Anna Ek");
        look(page, "message-state");
        page.navigate("/o/solna/broadcasts");
        look(page, "broadcast-list");
        page.navigate("/o/solna/people");
        page.getByRole(AriaRole.SEARCHBOX).pressSequentially("ann");
        assertThat(page.locator("#found li")).hasCount(1);
        look(page, "people-found");
        page.getByText("Anna Ek", new Page.GetByTextOptions().setExact(true)).click();
        look(page, "person");
    }

    @Test
    void aBroadcastIsWrittenByKeyboardAndWithoutScript() {
        var page = signedIn(phone(aPhone().setJavaScriptEnabled(false)));
        page.navigate("/o/solna/broadcasts/new");
        page.getByLabel("Namn på utskicket").fill("Nya medlemmar");
        page.getByLabel("De som har gått med").press("Space");
        page.getByLabel("Meddelande").fill("Hej {förnam}!");
        page.locator(".thumb button").first().press("Enter");
        assertThat(page.getByText("Menade du {förnamn}?")).isVisible();
        page.getByLabel("Meddelande").fill("Hej {förnamn|du}! Välkommen.");
        page.locator(".thumb button").first().press("Enter");
        assertThat(page.locator(".bubble")).containsText("Hej Annika! Välkommen.");
        assertThat(page.locator(".equation")).containsText("får SMS");
        page.locator(".thumb .primary").press("Enter");
        assertThat(heading(page)).containsText("Nya medlemmar");
        page.locator(".thumb .primary").press("Enter");
        page.locator(".thumb .primary").press("Enter");
        assertThat(page.locator("#said")).containsText("Ingen har fått något än");
        button(page, "Stoppa").press("Enter");
        assertThat(heading(page)).containsText("utkast");
    }

    @Test
    void aMessageToOnePersonTappedTwiceIsSentOnce() {
        var page = signedIn(phone());
        page.navigate("/o/solna/people?search=anna");
        page.getByText("Anna Ek", new Page.GetByTextOptions().setExact(true)).click();
        link(page, "Skicka SMS").click();
        page.getByLabel("Meddelande").fill("Hej {förnamn}, ringer du mig i kväll?");
        assertThat(page.locator(".bubble")).containsText("Hej Anna, ringer du mig i kväll?");
        look(page, "message-write");
        button(page, "Skicka").dblclick();
        assertThat(page.locator("#now")).containsText("väntar");
        clock.advance(Duration.ofMinutes(1));
        sendAll();
        assertThat(page.locator("#now")).containsText("framme");
        var sent = as(token)
                .get(in(
                        "solna",
                        "/people/"
                                + page.locator("h1 ~ p.soft a")
                                        .first()
                                        .getAttribute("href")
                                        .replaceAll(".*/", "") + "/timeline"))
                .jsonPath()
                .getList("items.findAll { it.kind == 'MESSAGE' }");
        assertThat(sent).hasSize(1);
    }

    @Test
    void whatWasTypedSurvivesAReload() {
        var page = signedIn(phone());
        page.navigate("/o/solna/broadcasts/new");
        page.getByLabel("Namn på utskicket").fill("Medlemsblad");
        page.getByLabel("E-post", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Meddelande").fill("Hej *alla*");
        assertThat(page.locator(".letter em")).hasText("alla");
        look(page, "compose-email");
        page.reload();
        assertThat(page.getByLabel("Meddelande")).hasValue("Hej *alla*");
        assertThat(page.getByLabel("E-post", new Page.GetByLabelOptions().setExact(true)))
                .isChecked();
        button(page, "Släng den").click();
        assertThat(page.getByLabel("Meddelande")).hasValue("");
    }

    @Test
    void theSettingsAreExplainedAndFitAPhone() {
        var page = signedIn(phone());
        page.navigate("/o/solna/messaging");
        page.getByLabel("Nummer eller namn").fill("+46701740699");
        button(page, "Lägg till").click();
        assertThat(page.locator("strong").getByText("070-174 06 99")).isVisible();
        page.getByLabel("Månadens budget för SMS (kr)").fill("600");
        page.getByLabel("Dagens budget för SMS (kr)").fill("300,50");
        button(page, "Spara").click();
        assertThat(page.getByText("600 kr kvar av 600 kr")).isVisible();
        look(page, "settings");
    }
}
