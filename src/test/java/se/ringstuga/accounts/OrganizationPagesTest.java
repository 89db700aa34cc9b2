package se.ringstuga.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;

/** Administrators change what an organization is called and when it calls, and read who saw whom. */
@QuarkusTest
class OrganizationPagesTest extends ApiTest {

    private static final String SETTINGS = "/o/solna/settings";
    private static final String LOG = "/o/solna/access-log";

    @Inject
    StaffFixtures staff;

    private String anna;
    private String token;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        a.organization("boras");
        token = a.token("solna");
        anna = staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR));
    }

    @Test
    void theSettingsAreSavedAndShownAgain() {
        save(Map.of("name", "Solna partiförening", "from", "10:00", "to", "19.30", "digest", "OFF"))
                .then()
                .statusCode(303);
        StaffFixtures.browser(anna)
                .get(SETTINGS + "?saved=1")
                .then()
                .body(
                        containsString("Sparat."),
                        containsString("value=\"Solna partiförening\""),
                        containsString("value=\"19:30\""),
                        containsString("value=\"OFF\" checked"));
        as(token)
                .get(in("solna", ""))
                .then()
                .body("callingTo", equalTo("19:30"), "publicCalendar", equalTo(false), "callUnder16", equalTo(false));

        save(Map.of("from", "", "to", "", "publicCalendar", "true")).then().statusCode(303);
        as(token).get(in("solna", "")).then().body("callingFrom", nullValue()).body("publicCalendar", equalTo(true));
    }

    @Test
    void whoeverSavesSecondSeesWhatHoldsNowAndKeepsWhatWasTyped() {
        var read = version();
        save(Map.of("name", "Solna ett")).then().statusCode(303);

        save(Map.of("name", "Solna två", "version", read))
                .then()
                .statusCode(409)
                .body(
                        containsString("Nu gäller: Solna ett, Europe/Stockholm"),
                        containsString("value=\"Solna två\""),
                        containsString("name=\"version\" value=\"" + version() + "\""));
        save(Map.of("name", "Solna två")).then().statusCode(303);
        as(token).get(in("solna", "")).then().body("name", equalTo("Solna två"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "name     | -           | Skriv ett namn",
                "timeZone | Mars/Olympus| Det är ingen tidszon",
                "from     | tidigt      | Skriv båda tiderna",
                "to       | -           | Skriv båda tiderna",
                "to       | 08:00       | Skriv båda tiderna"
            })
    void whatIsWrongIsSaidAtItsFieldAndNothingIsStored(String field, String typed, String said) {
        var form = new HashMap<>(Map.of("from", "09:00", "to", "20:00"));
        form.put(field, typed == null ? "" : typed);
        var read = version();
        save(form).then().statusCode(400).body(containsString(said));
        assertThat(version()).isEqualTo(read);
    }

    @Test
    void theLogIsFilteredByWhoWhatWhomAndWhenAndReadingItIsInIt() {
        int asa = as(token)
                .body("{\"givenName\": \"Åsa\", \"familyName\": \"Ek\"}")
                .post(in("solna", "/people"))
                .path("id");
        int bo = as(token)
                .body("{\"givenName\": \"Bo\", \"familyName\": \"Dal\"}")
                .post(in("solna", "/people"))
                .path("id");
        var olle = staff.staff("olle@example.org", "solna", Role.ORGANIZER);
        StaffFixtures.browser(staff.session(olle))
                .get("/o/solna/people/" + asa)
                .then()
                .statusCode(200);

        var read = "<strong>olle</strong> öppnade <a href=\"/o/solna/people/" + asa + "\">Åsa Ek</a>";
        log("").body(containsString(read), containsString("API-nyckeln test</strong> la till"));
        log("?who=staff:" + olle).body(containsString(read), not(containsString("</strong> la till")));
        log("?what=person.created").body(containsString("Bo Dal"), not(containsString(read)));
        log("?person=" + bo).body(containsString("Bo Dal"), not(containsString("Åsa Ek")));
        log("?from=2099-01-01").body(containsString("Inget sådant har hänt."));
        log("?until=2001-01-01").body(containsString("Inget sådant har hänt."));
        log("?from=i+går&person=x").body(containsString("Det är ingen dag."), containsString("Skriv ett nummer."));
        log("?what=access-log.read").body(containsString("<strong>anna</strong> läste åtkomstloggen"));
    }

    @Test
    void theLogIsPagedWithItsFilter() {
        for (int i = 0; i < 3; i++) {
            as(token).body("{\"givenName\": \"M" + i + "\"}").post(in("solna", "/people"));
        }
        var first = log("?what=person.created&limit=2")
                .body(containsString("Visa äldre"))
                .extract()
                .asString();
        var next = first.replaceAll("(?s).*<a class=\"button\" href=\"([^\"]*cursor[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        StaffFixtures.browser(anna)
                .get(next)
                .then()
                .statusCode(200)
                .body(containsString(">M0<"), not(containsString(">M2<")));
    }

    @Test
    void onlyAdministratorsComeHere() {
        for (var path : new String[] {SETTINGS, LOG}) {
            StaffFixtures.visitor().get(path).then().statusCode(303);
            staff.browserOf("olle@example.org", "solna", Role.ORGANIZER)
                    .get(path)
                    .then()
                    .statusCode(403);
            staff.browserOf("bo@example.org", "boras", Role.ADMINISTRATOR)
                    .get(path)
                    .then()
                    .statusCode(404);
        }
        StaffFixtures.post(staff.browserOf("eva@example.org", "solna", Role.ORGANIZER), SETTINGS, Map.of("name", "X"))
                .then()
                .statusCode(403);
    }

    private ValidatableResponse log(String query) {
        return StaffFixtures.browser(anna).get(LOG + query).then().statusCode(200);
    }

    private String version() {
        return String.valueOf((int) as(token).get(in("solna", "")).path("version"));
    }

    private Response save(Map<String, String> changed) {
        var form = new HashMap<>(
                Map.of("version", version(), "name", "solna", "timeZone", "Europe/Stockholm", "digest", "WEEKLY"));
        form.putAll(changed);
        return StaffFixtures.post(StaffFixtures.browser(anna), SETTINGS, form);
    }
}
