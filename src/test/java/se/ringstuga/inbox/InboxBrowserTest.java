package se.ringstuga.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
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

/** A text typed on a phone of the sandbox, and the inbox answered on an organizer's own. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class InboxBrowserTest extends BrowserTest {

    @Inject
    StaffFixtures staff;

    @Inject
    SendingFixtures sending;

    @TestHTTPResource("/")
    URI home;

    private String token;

    @BeforeEach
    void anAssociationInTheSandbox() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201);
    }

    private long person(String name, String phone) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Ek", "phone", phone))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
    }

    private String sent(long person, String text) {
        var message = as(token)
                .body(Map.of("personId", person, "channel", "SMS", "text", text, "purpose", "REQUESTED"))
                .post(in("solna", "/messages"))
                .jsonPath();
        sending.sendAll();
        clock.advance(Duration.ofMinutes(4));
        return message.getString("state") + " " + message.getString("reason");
    }

    private Page signedIn(String email, Role role) {
        var page = phone();
        var session = staff.session(staff.staff(email, "solna", role));
        page.context().addCookies(List.of(new Cookie("ringstuga", session).setUrl(home.toString())));
        return page;
    }

    private static void type(Page page, String number, String text) {
        page.getByLabel("Svara som " + number).fill(text);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skicka " + number))
                .click();
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    @Test
    void stoppOnAPhoneOfTheSandboxOptsOutAndIsConfirmedThere() {
        var anna = person("Anna", "+46701740605");
        person("Bo", "+46701740611");
        sent(anna, "Hej Anna! Välkommen på medlemsmöte på torsdag kl 18.30 i Folkets hus.");
        var page = signedIn("administrator@example.org", Role.ADMINISTRATOR);
        page.navigate("/o/solna/sandbox");
        look(page, "inbox-sandbox");

        type(page, "070-174 06 05", "Stopp!");
        sending.sendAll();
        page.reload();

        assertThat(page.getByText("Du får inga fler sms från solna.")).isVisible();
        assertEquals("SKIPPED OPTED_OUT", sent(anna, "Hej igen"));
        look(page, "inbox-sandbox-stopped");
        page.navigate("/o/solna/inbox?state=handled");
        assertThat(page.getByText("Stopp!")).isVisible();
    }

    @Test
    void anOrganizerAnswersTheInboxOnAPhone() {
        var anna = person("Anna", "+46701740605");
        sent(anna, "Välkommen på medlemsmöte på torsdag kl 18.30 i Folkets hus.");
        var phones = signedIn("administrator@example.org", Role.ADMINISTRATOR);
        phones.navigate("/o/solna/sandbox");
        type(phones, "070-174 06 05", "Tack! Går det att komma med rullstol, och finns det något att äta?");

        var page = signedIn("organizer@example.org", Role.ORGANIZER);
        page.navigate("/o/solna/inbox");
        look(page, "inbox-list");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Anna Ek"))
                .click();
        look(page, "inbox-conversation");
        page.getByLabel("Svar", new Page.GetByLabelOptions().setExact(true))
                .fill("Ja, och vi bjuder på soppa. Välkommen!");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skicka svaret"))
                .click();
        assertThat(page.getByText("Svaret är på väg.")).isVisible();
        sending.sendAll();
        page.reload();
        assertThat(page.getByText("Kom fram").last()).isVisible();
        look(page, "inbox-answered");

        page.navigate("/o/solna/inbox");
        assertThat(page.getByText("Inget väntar.")).isVisible();
        look(page, "inbox-empty");
        phones.reload();
        assertThat(phones.getByText("Ja, och vi bjuder på soppa. Välkommen!")).isVisible();
    }
}
