package se.ringstuga.messaging;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** The pages say what is wrong, what is waited for and what would hold, so that nobody has to guess. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class TellingPagesTest extends ApiTest {

    private static final String COMPOSE = "/o/solna/broadcasts/new";
    private static final String SENDERS = "/o/solna/messaging/senders";

    @Inject
    StaffFixtures staff;

    @Inject
    SendingFixtures sending;

    private String token;
    private String asa;

    @BeforeEach
    void anAssociationWithAHousehold() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
        sending.sender(token, "solna");
        sending.person(token, "solna", "+46701740605");
        sending.person(token, "solna", "+46701740605");
    }

    private RequestSpecification browser() {
        return StaffFixtures.browser(asa);
    }

    private ValidatableResponse post(String page, String... differently) {
        var form = new HashMap<>(Map.of("title", "Möte", "channel", "SMS", "to", "ALL", "text", "Hej", "when", "NOW"));
        for (int i = 0; i < differently.length; i += 2) {
            form.put(differently[i], differently[i + 1]);
        }
        return StaffFixtures.post(browser(), page, form).then();
    }

    @Test
    void aFormThatComesBackSaysAtOnceThatNothingWasSaved() {
        post(COMPOSE, "text", "").statusCode(400).body(containsString("Inget är sparat än"));
        post("/o/solna/recurring/new", "text", "").statusCode(400).body(containsString("Inget är sparat än"));

        browser().get(COMPOSE).then().body(not(containsString("Inget är sparat än")));
    }

    @Test
    void aMistakeInTheTextDoesNotAskForPeopleWhoAreChosen() {
        var live = COMPOSE + "/preview/live";

        post(live, "text", "Hej {fel}")
                .statusCode(200)
                .body(containsString("så snart det går att skicka"))
                .body(not(containsString("Skriv något")))
                .body(not(containsString("Välj till vilka")));
        post(live, "text", "Hej", "to", "").statusCode(200).body(containsString("Välj till vilka"));
    }

    @Test
    void theCharacterThatCostsIsSeenByItself() {
        post(COMPOSE + "/preview/live", "text", "Fika “gratis”")
                .body(containsString("Tecknet “ gör varje del kortare"))
                .body(containsString("Tecknet ” gör varje del kortare"));
    }

    @ParameterizedTest
    @ValueSource(strings = {COMPOSE, "/o/solna/recurring/new"})
    void whatCanBeSaidToSomeAndNotToOthersIsToldBesideTheText(String page) {
        browser()
                .get(page)
                .then()
                .body(containsString("<summary>Olika ord till olika mottagare</summary>"))
                .body(containsString("<code>{om ort}Ses vi i {ort}?{annars}Ses vi?{slut}</code>"))
                .body(containsString("<code>{om tagg Ordförande}Ta med dagordningen.{slut}</code>"));
        browser()
                .header("Accept-Language", "en")
                .get(page)
                .then()
                .body(containsString("<code>{if city}Shall we meet in {city}?{else}Shall we meet?{end}</code>"));
        post(COMPOSE + "/preview/live", "text", "{om ort}Ses vi i {ort}?{annars}Ses vi?{slut}")
                .statusCode(200)
                .body(containsString("Ses vi i"));
    }

    @Test
    void aTimeThatNobodyCanMeanIsSaidBesideIt() {
        post(COMPOSE, "when", "LATER", "sendAt", "9999-12-31T10:00")
                .statusCode(400)
                .body(containsString("Tiden ligger mer än två år bort. Välj en närmare."));
        post(COMPOSE, "when", "LATER", "sendAt", "1970-01-01T10:00")
                .statusCode(400)
                .body(containsString("Tiden har varit. Välj en senare."));
        post("/o/solna/recurring/new", "on", "DAY", "day", "1", "time", "10.00", "endsOn", "9999-12-31")
                .statusCode(400)
                .body(containsString("Datumet ligger mer än tio år bort."));
    }

    @Test
    void aSenderIsTypedAsNumbersAreShown() {
        post(SENDERS, "address", "070-174 06 98").statusCode(303);
        post(SENDERS, "address", "Hägersten").statusCode(400).body(containsString("utan å, ä och ö"));

        browser().get("/o/solna/messaging").then().body(containsString("070-174 06 98"));
    }

    @Test
    void whatHoldsWhereNothingIsChosenIsNoLimitOnlyWhereThereIsNone() {
        browser()
                .get("/o/solna/messaging")
                .then()
                .body(containsString("placeholder=\"annars bara Sverige\""))
                .body(containsString("placeholder=\"annars ingen gräns\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broadcasts", "/broadcasts/new", "/recurring", "/inbox"})
    void whereAllIsStoppedEveryPageSaysSo(String page) {
        browser().get("/o/solna" + page).then().body(not(containsString("Just nu skickas ingenting.")));

        as(token).body("{}").put(in("solna", "/sending-stop")).then().statusCode(200);

        browser().get("/o/solna" + page).then().statusCode(200).body(containsString("Just nu skickas ingenting."));
    }

    @Test
    void aBroadcastThatWaitsForAHouseholdSaysUntilWhen() {
        var id = as(token)
                .body(Map.of(
                        "title",
                        "Möte",
                        "channel",
                        "SMS",
                        "filter",
                        Map.of("type", "hasMobile"),
                        "text",
                        "Hej {förnamn|du}"))
                .post(in("solna", "/broadcasts"))
                .jsonPath()
                .getLong("id");
        as(token).post(in("solna", "/broadcasts/" + id + "/approval")).then().statusCode(200);
        clock.advance(Duration.ofMinutes(3));
        sending.sendAll();

        browser().get("/o/solna/broadcasts/" + id).then().body(containsString("Skickat till 1 av 2. Nästa går om "));
        browser()
                .get("/o/solna/sending")
                .then()
                .body(containsString("från 070-174 06 99"))
                .body(not(containsString("Skickas med sandbox")));
    }
}
