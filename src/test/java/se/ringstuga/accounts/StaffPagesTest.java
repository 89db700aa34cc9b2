package se.ringstuga.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;
import se.ringstuga.http.Language;

/** What administrators read on their pages and in their mail, in the language of each. */
@QuarkusTest
class StaffPagesTest extends ApiTest {

    @Inject
    StaffFixtures staff;

    @Inject
    StaffMembers members;

    @Inject
    MockMailbox mailbox;

    @Inject
    AdministratorReset reset;

    private String anna;

    @BeforeEach
    void anAdministrator() {
        mailbox.clear();
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        anna = staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR));
    }

    @Test
    void newsAreToldInTheLanguageOfWhoReadsThem() {
        invite("/o/solna/staff");

        anna("sv")
                .get("/o/solna/staff")
                .then()
                .body(containsString("Beta (beta@example.org) är inbjuden som organisatör i solna."));
        anna("en")
                .get("/o/solna/staff")
                .then()
                .body(containsString("Beta (beta@example.org) is invited as organizer of solna."))
                .body(not(containsString("är inbjuden")));
    }

    @Test
    void eachAdministratorIsMailedInTheirOwnLanguage() {
        staff.staff("erin@example.org", "solna", Role.ADMINISTRATOR);
        QuarkusTransaction.requiringNew()
                .run(() -> members.findByEmail("erin@example.org").orElseThrow().language = "en");

        invite("/o/solna/staff");

        assertThat(mailbox.getMailsSentTo("anna@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getText()).contains("är inbjuden", "Stämmer det inte?"));
        assertThat(mailbox.getMailsSentTo("erin@example.org"))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.getText()).contains("is invited").doesNotContain("inbjuden"));
        assertThat(mailbox.getMailsSentTo("beta@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getText()).contains("Du är inbjuden", "You are invited", "/links/"));
    }

    @Test
    void aLinkFromTheServerIsToldToo() {
        assertThat(reset.run("anna@example.org")).contains("/links/");

        anna("sv")
                .get("/o/solna/staff")
                .then()
                .body(containsString("anna har fått en länk för nytt lösenord och ny kod, från servern."));
        assertThat(mailbox.getMailsSentTo("anna@example.org")).hasSize(1);
    }

    @Test
    void removingSomebodyIsAskedAboutFirst() {
        long olle = staff.staff("olle@example.org", "solna", Role.ORGANIZER);

        anna("sv")
                .get("/o/solna/staff/" + olle + "/removal")
                .then()
                .body(containsString("Ja, ta bort olle"), containsString("olle mister sin behörighet här"));
    }

    @Test
    void theHomePageLeadsToTheAssociationsBelow() {
        anna("sv")
                .get("/")
                .then()
                .body(
                        containsString("Gäller också en förening under"),
                        containsString("/o/huvudsta/staff"),
                        containsString("/o/huvudsta/tokens"));
    }

    @Test
    void whatATokenMayIsSaidInWordsBesideItsNameInTheApi() {
        anna("sv")
                .get("/o/solna/tokens")
                .then()
                .body(allOf(containsString("läsa in medlemsregistret"), containsString("<code>people:import</code>")));
        anna("en")
                .get("/o/solna/tokens")
                .then()
                .body(allOf(containsString("import the member register"), containsString("people:import")));
    }

    @Test
    void aTokensFormSaysWhatIsMissingAndKeepsTheRest() {
        var nothing = StaffFixtures.post(anna("sv"), "/o/solna/tokens", Map.of("title", "Hemsidan", "days", "30"));
        nothing.then()
                .statusCode(400)
                .body(
                        containsString("Välj minst en sak som nyckeln får."),
                        containsString("value=\"Hemsidan\""),
                        containsString("value=\"30\""));
        var unreadable = Map.of("title", "Hemsidan", "scopes", "people:read", "days", "trettio");
        StaffFixtures.post(anna("sv"), "/o/solna/tokens", unreadable)
                .then()
                .statusCode(400)
                .body(containsString("ett heltal från 1 till 730"), containsString("value=\"people:read\" checked"));
        StaffFixtures.post(anna("sv"), "/o/solna/tokens", Map.of("title", " ", "scopes", "people:read"))
                .then()
                .statusCode(400)
                .body(containsString("Skriv vad nyckeln ska användas till"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) Version/15.6 Mobile Safari/604.1 | Safari på iPhone",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 | Chrome på Android",
                "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0 | Edge på Windows",
                "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko Firefox/120.0 | Firefox på Linux",
                "curl/8.0 | Okänd webbläsare"
            })
    void aBrowserIsCalledWhatPeopleCallIt(String agent, String name) {
        assertThat(BrowserName.of(agent, Words.in(Language.SWEDISH))).isEqualTo(name);
    }

    private void invite(String page) {
        StaffFixtures.post(
                        anna("sv"),
                        page + "/invitations",
                        Map.of("email", "beta@example.org", "name", "Beta", "role", "ORGANIZER"))
                .then()
                .statusCode(200);
    }

    private RequestSpecification anna(String language) {
        return StaffFixtures.browser(anna).header("Accept-Language", language);
    }
}
