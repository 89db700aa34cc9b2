package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** What the pages of messages answer to forms, to strangers and to those who press twice. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class BroadcastPagesTest extends ApiTest {

    @Inject
    StaffFixtures staff;

    private String asa;
    private String stranger;
    private String token;
    private long anna;

    @BeforeEach
    void anAssociationAndAnother() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        a.organization("malmo");
        token = a.token("solna");
        asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
        stranger = staff.session(staff.staff("mia@example.org", "malmo", Role.ADMINISTRATOR));
        anna = as(token)
                .body(Map.of("givenName", "Anna", "familyName", "Ek", "phone", "+46701740605"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
        as(token).body(Map.of("address", "+46701740699")).post(in("solna", "/sms-senders"));
        as(a.token("malmo")).body(Map.of("address", "+46701740698")).post(in("malmo", "/sms-senders"));
    }

    private static RequestSpecification browser(String session) {
        return StaffFixtures.browser(session);
    }

    private static Map<String, String> form(String... differently) {
        var form = new HashMap<>(Map.of(
                "key",
                "one",
                "title",
                "Möte",
                "channel",
                "SMS",
                "to",
                "ALL",
                "text",
                "Vi ses på tisdag /solna",
                "when",
                "NOW"));
        for (int i = 0; i < differently.length; i += 2) {
            form.put(differently[i], differently[i + 1]);
        }
        return form;
    }

    private Response save(Map<String, String> form) {
        return StaffFixtures.post(browser(asa), "/o/solna/broadcasts/new", form);
    }

    private String draft() {
        var saved = save(form());
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(303);
        return saved.header("Location").replaceAll(".*?(/o/.*)", "$1");
    }

    private Response send(String draft) {
        return StaffFixtures.post(browser(asa), draft + "/do/approval", Map.of("version", "0"));
    }

    @Test
    void aDraftSavedTwiceIsOneDraft() {
        assertThat(draft()).isEqualTo(draft());

        browser(asa).get("/o/solna/broadcasts").then().statusCode(200).body(containsString("inte godkänt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title  |              | Ge utskicket ett namn.",
                "text   |              | Skriv ett meddelande.",
                "text   | Hej {frnamn} | finns inte",
                "to     |              | Välj till vilka det ska gå.",
                "to     | TAG          | Välj en etikett som finns.",
                "to     | SEGMENT      | Välj ett urval som finns.",
                "to     | OTHER        | Urvalet gick inte att läsa",
                "when   | LATER        | Skriv datum och klockslag."
            })
    void whatIsMissingIsSaidBesideItsFieldAndNothingTypedIsLost(String field, String value, String said) {
        var faulty = save(form(field, value == null ? "" : value));

        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.asString()).contains(said);
        assertThat(faulty.asString()).contains(field.equals("title") ? "Vi ses på tisdag" : "value=\"Möte\"");
    }

    @Test
    void aDayThatIsAnotherWhenItIsSentHasToBeMeant() {
        var unsure = form("text", "Vi ses i morgon /solna", "when", "LATER", "sendAt", "2026-11-25T09:00");
        assertThat(save(unsure).asString()).contains("Bekräfta att orden stämmer");

        unsure.put("relativeDayMeant", "true");
        assertThat(save(unsure).statusCode()).isEqualTo(303);
    }

    @Test
    void aOneWaySenderThatAsksForAnAnswerIsRefused() {
        var added = as(token).body(Map.of("address", "Solna")).post(in("solna", "/sms-senders"));
        var asking = form("sender", added.jsonPath().getString("id"), "text", "Svara JA om du kommer");

        assertThat(save(asking).asString()).contains("avsändaren kan inte besvaras");
    }

    @Test
    void whoeverSavesSecondSeesBothVersions() {
        var edit = draft() + "/edit";
        var first = form("draft", edit.replaceAll("\\D+", ""), "version", "0", "text", "Vi ses på onsdag /solna");
        assertThat(StaffFixtures.post(browser(asa), edit, first).statusCode()).isEqualTo(303);

        var second = new HashMap<>(first);
        second.put("text", "Vi ses på torsdag /solna");
        var shown = StaffFixtures.post(browser(asa), edit, second);

        assertThat(shown.statusCode()).isEqualTo(400);
        assertThat(shown.asString()).contains("Vi ses på onsdag", "Vi ses på torsdag", "name=\"version\" value=\"1\"");
    }

    @Test
    void theSettingsOfWhoeverSavesSecondAreNotWrittenOver() {
        var shown = browser(asa).get("/o/solna/messaging").asString();
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(shown);
        assertThat(version.find()).isTrue();
        var first = Map.of("version", version.group(1), "weeklyCap", "5");
        assertThat(StaffFixtures.post(browser(asa), "/o/solna/messaging", first).statusCode())
                .isEqualTo(303);

        var second = StaffFixtures.post(
                browser(asa), "/o/solna/messaging", Map.of("version", version.group(1), "weeklyCap", "2"));

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.asString()).contains("högst så många i veckan 5", "value=\"2\"");
    }

    @ParameterizedTest
    @CsvSource({
        "weeklyCap,99,ligger utanför",
        "weeklyCap,ofta,Skriv ett tal",
        "quietFrom,21.00,Fyll i båda",
        "quietFrom,sent,Skriv klockslaget",
        "smsMonthlyBudget,100,Fyll i båda",
        "smsCountries,XX,Det landet finns inte"
    })
    void aSettingThatCannotBeIsSaidBesideItsField(String field, String value, String said) {
        StaffFixtures.post(browser(asa), "/o/solna/messaging", Map.of("version", "0", field, value))
                .then()
                .statusCode(400)
                .body(containsString(said))
                .body(containsString("value=\"" + value + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/people", "/progress", "/do/approval", "/do/cancellation"})
    void anothersBroadcastIsNoPage(String below) {
        var mine = draft();
        browser(stranger).get(mine + below).then().statusCode(404);
        browser(stranger)
                .get(mine.replace("/o/solna", "/o/malmo") + below)
                .then()
                .statusCode(404)
                .body(containsString("Sidan finns inte"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval", "stop", "pause", "resumption", "cancellation", "removal"})
    void nothingIsDoneWithAnothersBroadcast(String what) {
        var mine = draft();
        StaffFixtures.post(browser(stranger), mine.replace("/o/solna", "/o/malmo") + "/do/" + what, Map.of())
                .then()
                .statusCode(404);
        browser(asa).get(mine).then().statusCode(200).body(containsString("utkast"));
    }

    @Test
    void anothersPeopleAndMessagesAreNoPage() {
        var form = Map.of("key", "k", "channel", "SMS", "text", "Hej /solna");
        var sent = StaffFixtures.post(browser(asa), "/o/solna/people/" + anna + "/message", form);
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        var message = sent.header("Location").replaceAll(".*?(/o/.*)", "$1");

        browser(asa).get(message).then().statusCode(200).body(containsString("Anna Ek"));
        browser(stranger).get(message.replace("/o/solna", "/o/malmo")).then().statusCode(404);
        browser(stranger).get("/o/malmo/people/" + anna).then().statusCode(404);
        browser(stranger).get("/o/malmo/people/" + anna + "/message").then().statusCode(404);
        StaffFixtures.post(browser(stranger), "/o/malmo/people/" + anna + "/message", form)
                .then()
                .statusCode(404);
        browser(stranger)
                .get("/o/malmo/people?search=anna")
                .then()
                .statusCode(200)
                .body(not(containsString("Anna Ek")));
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignIn() {
        for (var page : new String[] {"people", "broadcasts", "broadcasts/new", "messaging"}) {
            StaffFixtures.visitor()
                    .get("/o/solna/" + page)
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/sign-in"));
        }
    }

    @Test
    void theListAndTheBroadcastsOwnPageHaveOneWordForItsState() {
        var mine = draft();
        send(mine).then().statusCode(303);
        for (var page : new String[] {"/o/solna/broadcasts", mine}) {
            browser(asa).get(page).then().body(containsString(">börjar om 2 minuter</span>"));
        }
        clock.advance(Duration.ofMinutes(2));

        for (var page : new String[] {"/o/solna/broadcasts", mine}) {
            browser(asa).get(page).then().body(containsString(">skickas</span>"));
        }
    }

    @Test
    void thePeopleBehindANumberBecomeASegmentOrACallList() {
        var mine = draft();
        send(mine).then().statusCode(303);
        var people = browser(asa).get(mine + "/people?group=WAITING").asString();
        assertThat(people).contains("Anna Ek", "En person");
        var filter =
                "{\"type\":\"message\",\"broadcastId\":" + mine.replaceAll("\\D+", "") + ",\"outcome\":\"waiting\"}";

        StaffFixtures.post(browser(asa), "/o/solna/segments/new", Map.of("title", "De som väntar", "filter", filter))
                .then()
                .statusCode(200)
                .body(containsString("Urvalet är sparat"));
        StaffFixtures.post(
                        browser(asa),
                        "/o/solna/call-assignments/new",
                        Map.of("key", "c", "title", "Ring dem", "script", "Hej", "filter", filter))
                .then()
                .statusCode(200)
                .body(containsString("En person står i kön"));
        browser(asa)
                .queryParam("to", "OTHER")
                .queryParam("filter", filter)
                .queryParam("people", "De som väntar")
                .get("/o/solna/broadcasts/new")
                .then()
                .statusCode(200)
                .body(containsString("De som väntar"));
    }

    @Test
    void nothingMovedIsNotSentAgain() {
        var mine = draft();
        send(mine);
        var shown = browser(asa).get(mine).asString();
        var mark = Pattern.compile("progress\\?seen=([^\"]+)").matcher(shown);
        assertThat(mark.find()).isTrue();

        browser(asa).get(mine + "/progress?seen=" + mark.group(1)).then().statusCode(204);
        browser(asa).get(mine + "/progress?seen=other").then().statusCode(200).body(containsString("Stoppa"));
    }
}
