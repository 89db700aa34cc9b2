package se.ringstuga.reminders;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.BrowserTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.events.EventLinks;
import se.ringstuga.messaging.SendingFixtures;

/** An event with everything that is sent around it, from the first word to the door, on phones and a clock of its own. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class EventJourneyBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    @Inject
    EventLinks links;

    @Inject
    ReminderRounds rounds;

    @Inject
    SendingFixtures sending;

    @Inject
    Sql sql;

    private String token;
    private long asa;

    @BeforeEach
    void anAssociation() {
        at("2026-11-24T12:00");
        a.organization("solna");
        token = a.token("solna");
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201);
        asa = staff.staff("asa@example.org", "solna", Role.ADMINISTRATOR);
    }

    private void at(String local) {
        clock.set(LocalDateTime.parse(local).atZone(ReminderTest.STOCKHOLM).toInstant());
    }

    /** What the jobs do meanwhile. */
    private void work() {
        rounds.run();
        sending.sendAll();
    }

    private long person(String name, String phone) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Ek", "phone", phone, "joinedOn", "2026-01-01"))
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private Page signedIn(Page page) {
        page.context()
                .addCookies(List.of(
                        new Cookie("ringstuga", staff.session(asa)).setUrl("http://localhost:" + RestAssured.port)));
        return page;
    }

    private static void press(Page page, String name) {
        button(page, name).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    private void fill(Page page, String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
    }

    private void publishACircleForOne(Page page) {
        page.navigate("/o/solna/events/new");
        page.locator("#kind").selectOption(new SelectOption().setLabel("Studiecirkel"));
        fill(page, "Rubrik", "Läsecirkel");
        fill(page, "Datum", "2026-11-26");
        fill(page, "Börjar", "18.30");
        fill(page, "Slutar", "20.30");
        fill(page, "Antal platser", "1");
        press(page, "Spara som utkast");
        press(page, "Publicera");
        assertThat(link(page, "Till dörren")).isVisible();
    }

    @Test
    void aNoToTheReminderGivesThePlaceToWhoeverWaitsAndTheDoorLetsThemIn() {
        var organizer = signedIn(phone());
        publishACircleForOne(organizer);
        var event = sql.first(NamedSql.of("select id from event"), Map.of(), row -> row.number("id"))
                .orElseThrow();
        var anna = signUp(event, person("Anna", "+46701740605"), "Jag kommer");
        assertThat(anna.getByText("Du är anmäld, Anna.")).isVisible();
        var bo = signUp(event, person("Bo", "+46701740606"), "Ställ mig på väntelistan");
        assertThat(bo.getByText("plats 1 i kön")).isVisible();
        work();
        placed(signedIn(organizer), event);

        at("2026-11-25T17:00");
        work();
        signedIn(organizer).navigate("/o/solna/sandbox");
        var annasPhone =
                organizer.locator("section.phone").filter(new Locator.FilterOptions().setHasText("Läsecirkel"));
        assertThat(annasPhone).hasCount(1);
        assertThat(annasPhone).containsText("Läsecirkel i morgon kl 18.30");
        assertThat(annasPhone).containsText("Svara JA eller NEJ.");
        look(organizer, "journey-sandbox");
        annasPhone.locator("input[name=text]").fill("NEJ");
        annasPhone.getByRole(AriaRole.BUTTON).first().click();
        work();

        organizer.navigate("/o/solna/sandbox");
        assertThat(organizer.getByText("Tack för beskedet!")).isVisible();
        assertThat(organizer.getByText("Du har fått en plats på Läsecirkel")).isVisible();
        bo.reload();
        assertThat(bo.getByText("Du är anmäld, Bo.")).isVisible();
        organizer.navigate("/o/solna/events/" + event + "/reminders");
        assertThat(organizer.locator("#happened ~ ul")).containsText("1 levererade");
        look(organizer, "journey-reminders");

        at("2026-11-26T18:15");
        signedIn(organizer).navigate("/o/solna/events/" + event + "/door");
        organizer.waitForResponse("**/door", () -> press(organizer, "Har kommit Bo Ek"));
        assertThat(organizer.locator("#count")).hasText("1 av 1 har kommit");
        organizer.navigate("/o/solna/events/" + event + "?status=ATTENDED");
        assertThat(organizer.locator("#comers ~ .list")).containsText("Bo Ek");
    }

    private void placed(Page page, long event) {
        page.navigate("/o/solna/events/" + event + "/edit");
        fill(page, "Plats", "Biblioteket");
        press(page, "Spara");
        assertThat(page.locator("h1")).hasText("Ny plats för Läsecirkel?");
        assertThat(page.getByText("2 är anmälda eller väntar på plats.")).isVisible();
        look(page, "journey-place");
        press(page, "Spara utan att berätta");
        assertThat(page.locator("main")).containsText("Biblioteket");
    }

    private Page signUp(long event, long person, String answer) {
        var page = phone();
        page.navigate(URI.create(links.signUp(event, person)).getPath());
        press(page, answer);
        return page;
    }

    @Test
    void aReminderIsWrittenShownAsItWillBeSentAndSwitchedOffForOneEvent() {
        var page = signedIn(phone());
        publishACircleForOne(page);
        var event = page.url();
        page.navigate("/o/solna/reminder-rules");
        look(page, "rules-empty");
        work();
        page.reload();
        look(page, "rules");
        page.locator("#kind").selectOption(new SelectOption().setLabel("Studiecirkel"));
        press(page, "Visa");
        link(page, "Ny påminnelse").click();
        look(page, "rule-new");
        fill(page, "Namn, som bara ni ser", "Två timmar före");
        page.getByText("Så många timmar eller minuter").first().click();
        fill(page, "Antal", "2");
        page.getByText("Bara sms").click();
        fill(page, "Text i sms", "Snart börjar {mötet}");
        press(page, "Visa hur det blir");
        assertThat(page.getByText("Se efter att fälten inom klamrar finns")).isVisible();
        refusalsAreExpected();
        look(page, "rule-faulty");
        fill(page, "Text i sms", "Snart börjar {möte}, kl {tid}");
        press(page, "Visa hur det blir");
        assertThat(page.locator("#preview")).containsText("Snart börjar Medlemsmöte, kl 18.30");
        look(page, "rule-preview");
        press(page, "Spara");
        assertThat(page.getByText("2 timmar före till anmälda")).isVisible();

        page.navigate(event + "/reminders");
        assertThat(page.getByText("Snart börjar Läsecirkel, kl 18.30")).isVisible();
        look(page, "event-reminders");
        press(page, "Skicka inte här Två timmar före");
        assertThat(button(page, "Skicka här igen Två timmar före")).isVisible();
        assertThat(page.getByText("Snart börjar Läsecirkel, kl 18.30")).hasCount(0);
        link(page, "Ny påminnelse").click();
        page.navigate(page.url() + "&lang=en");
        assertThat(button(page, "Show what it becomes")).isVisible();
        look(page, "rule-new-english");
    }
}
