package se.ringstuga.events;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.CodeSending;

/** A meeting from the first word to the door, on real phones. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class EventBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    @Inject
    CalendarFixtures events;

    @Inject
    EventLinks links;

    @Inject
    CodeSending codes;

    @Inject
    Sql sql;

    private String token;
    private long asa;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        token = a.token("solna");
        as(token).body(Map.of("address", "Solna", "perSecond", 1000)).post(in("solna", "/sms-senders"));
        asa = staff.staff("asa@example.org", "solna", Role.ORGANIZER);
    }

    private long person(String name, String phone) {
        return as(token)
                .body(Map.of(
                        "givenName",
                        name,
                        "familyName",
                        "Ek",
                        "phone",
                        phone,
                        "joinedOn",
                        "2026-01-01",
                        "city",
                        "Solna"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
    }

    private Page signedIn(Page page) {
        page.context()
                .addCookies(List.of(
                        new Cookie("ringstuga", staff.session(asa)).setUrl("http://localhost:" + RestAssured.port)));
        return page;
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

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    private String code() {
        codes.send();
        var text = sql.first(
                        NamedSql.of("select text from sandbox_sms order by id desc limit 1"),
                        Map.of(),
                        row -> row.text("text"))
                .orElseThrow();
        var code = Pattern.compile("\\b\\d{6}\\b").matcher(text);
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }

    @Test
    void aMeetingIsPublishedSignedUpToOnAPhoneAndItsWaitingListMoves() {
        var page = signedIn(phone());
        page.navigate("/o/solna/events");
        look(page, "events-empty");
        link(page, "Ny aktivitet").click();
        look(page, "events-new");
        page.getByLabel("Rubrik").fill("Medlemsmöte i december");
        page.getByLabel("Beskrivning").fill("Vi planerar **våren** tillsammans.");
        page.getByLabel("Datum").fill("2026-12-03");
        page.getByLabel("Börjar").fill("1830");
        page.getByLabel("Slutar", new Page.GetByLabelOptions().setExact(true)).fill("20.30");
        page.getByLabel("Plats", new Page.GetByLabelOptions().setExact(true)).fill("Folkets hus");
        page.getByText("Syns i den öppna kalendern").click();
        page.getByLabel("Antal platser").fill("en");
        button(page, "Spara som utkast").click();
        assertThat(page.getByText("Skriv ett antal mellan 1 och 100 000.")).isVisible();
        refusalsAreExpected();
        look(page, "events-faulty");
        page.getByLabel("Antal platser").fill("1");
        page.getByText("Barnpassning").click();
        button(page, "Spara som utkast").click();
        assertThat(heading(page)).containsText("Medlemsmöte i december");
        look(page, "events-draft");
        button(page, "Publicera").click();
        assertThat(link(page, "Till dörren")).isVisible();

        var stina = phone();
        stina.navigate("/a/solna");
        stina.getByText("Medlemsmöte i december").click();
        look(stina, "public-event");
        stina.getByLabel("Ditt namn").fill("Stina Ås");
        stina.getByLabel("E-post eller mobilnummer").fill("070-174 06 10");
        stina.getByText("Barnpassning").click();
        button(stina, "Skicka kod").click();
        assertThat(heading(stina)).hasText("Skriv koden");
        look(stina, "public-code");
        stina.getByLabel("Koden").fill(code());
        button(stina, "Bekräfta anmälan").click();
        assertThat(stina.getByText("Du är anmäld.")).isVisible();
        look(stina, "public-done");

        long event = sql.first(NamedSql.of("select id from event"), Map.of(), row -> row.number("id"))
                .orElseThrow();
        var anna = phone();
        anna.navigate(path(links.signUp(event, person("Anna", "+46701740605"))));
        look(anna, "personal-full");
        button(anna, "Ställ mig på väntelistan").click();
        assertThat(anna.getByText("plats 1 i kön")).isVisible();
        look(anna, "personal-waiting");

        page.reload();
        assertThat(page.locator("#comers ~ .list")).containsText("Stina Ås");
        look(page, "events-one");

        button(stina, "Jag kan inte").click();
        assertThat(stina.getByText("Du har svarat att du inte kan.")).isVisible();
        anna.reload();
        assertThat(anna.getByText("Du är anmäld, Anna.")).isVisible();
        anna.getByText("Visa koden i dörren").click();
        look(anna, "personal-signed-up");
        anna.navigate(anna.url() + "?lang=en");
        assertThat(anna.getByText("You are signed up, Anna.")).isVisible();
        look(anna, "personal-english");

        page.navigate("/o/solna/events/" + event + "?status=SIGNED_UP");
        assertThat(page.locator("#comers ~ .list")).containsText("Anna Ek");
        page.navigate("/o/solna/events");
        look(page, "events-list");
    }

    @Test
    void whatIsMovedIsAskedAboutFirst() {
        long event = events.event("solna", "Medlemsmöte").save();
        events.signUp(event, person("Anna", "+46701740605"), "SIGNED_UP");
        var page = signedIn(phone());
        page.navigate("/o/solna/events/" + event);
        link(page, "Ändra").click();
        page.getByLabel("Datum").fill("2026-12-09");
        button(page, "Spara").click();
        assertThat(heading(page)).hasText("Flytta Medlemsmöte?");
        look(page, "events-move");
        button(page, "Ja, flytta").click();
        assertThat(heading(page)).containsText("Flyttad");
        link(page, "Ställ in").click();
        look(page, "events-cancel");
    }

    @Test
    void atTheDoorNamesAreFoundWhileTypingAndTickedOffWithoutANetwork() {
        long event = events.event("solna", "Medlemsmöte").at("2026-11-24T18:30").save();
        long anna = person("Anna", "+46701740605");
        events.signUp(event, anna, "SIGNED_UP");
        events.signUp(event, person("Bo", "+46701740606"), "SIGNED_UP");
        events.signUp(event, person("Åsa", "+46701740607"), "WAITING");
        var page = signedIn(phone());
        page.navigate("/o/solna/events/" + event + "/door");
        assertThat(page.locator("#count")).hasText("0 av 2 har kommit");
        look(page, "door");

        page.getByLabel("Sök bland de anmälda").fill("asa");
        assertThat(page.locator("#door li:visible")).hasCount(1);
        assertThat(page.locator("#door li:visible")).containsText("Åsa Ek");
        page.getByLabel("Sök bland de anmälda").fill("");

        tick(page, "Har kommit Anna Ek");
        assertThat(page.locator("#count")).hasText("1 av 2 har kommit");
        page.waitForCondition(() -> state(anna).equals("ATTENDED"));
        tick(page, "Ångra Anna Ek");
        page.waitForCondition(() -> state(anna).equals("SIGNED_UP"));

        lostLineIsExpected();
        page.context().setOffline(true);
        tick(page, "Har kommit Anna Ek");
        assertThat(page.locator("#line")).containsText("Inget nät.");
        assertThat(page.locator("#count")).hasText("1 av 2 har kommit");
        look(page, "door-offline");
        page.context().setOffline(false);
        page.waitForCondition(() -> state(anna).equals("ATTENDED"));
        assertThat(page.locator("#line")).hasText("");
        page.reload();
        assertThat(page.locator("#count")).hasText("1 av 2 har kommit");

        page.navigate(path(links.signUp(event, anna)) + "/door");
        assertThat(page.locator(".someone")).containsText("Anna Ek");
        look(page, "door-code");
    }

    private static void tick(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private String state(long person) {
        return sql.first(
                        NamedSql.of("select state from sign_up where person_id = :id"),
                        Map.of("id", person),
                        row -> row.text("state"))
                .orElse("");
    }

    @Test
    void theDoorWorksWithoutScriptToo() {
        long event = events.event("solna", "Medlemsmöte").at("2026-11-24T18:30").save();
        long anna = person("Anna", "+46701740605");
        events.signUp(event, anna, "SIGNED_UP");
        Browser.NewContextOptions plain = aPhone().setJavaScriptEnabled(false);
        var page = signedIn(phone(plain));
        page.navigate("/o/solna/events/" + event + "/door");
        tick(page, "Har kommit Anna Ek");
        assertThat(page.locator("#count")).hasText("1 av 1 har kommit");
        assertThat(state(anna)).isEqualTo("ATTENDED");
        clock.advance(Duration.ofHours(2));
        page.navigate("/o/solna/events/" + event);
        button(page, "Närvaron är klar").click();
        assertThat(page.getByText("Närvaron är klar sedan")).isVisible();
    }
}
