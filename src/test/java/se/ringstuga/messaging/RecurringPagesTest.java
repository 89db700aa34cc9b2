package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** The pages of what goes out every month. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class RecurringPagesTest extends RecurringTest {

    @Inject
    StaffFixtures staff;

    private String asa;

    @BeforeEach
    void anOrganizer() {
        asa = staff.session(staff.staff("asa@example.org", SOLNA, Role.ORGANIZER));
    }

    private RequestSpecification browser() {
        return StaffFixtures.browser(asa);
    }

    private static Map<String, String> form(String... differently) {
        var form = new HashMap<>(Map.of(
                "key",
                "one",
                "title",
                "Medlemsblad",
                "channel",
                "SMS",
                "to",
                "ALL",
                "text",
                "Månadens blad /solna",
                "on",
                "DAY",
                "day",
                "1",
                "time",
                "9.00",
                "without",
                "7"));
        for (int i = 0; i < differently.length; i += 2) {
            form.put(differently[i], differently[i + 1]);
        }
        return form;
    }

    private Response save(Map<String, String> form) {
        return StaffFixtures.post(browser(), "/o/solna/recurring/new", form);
    }

    private String written(String... differently) {
        var saved = save(form(differently));
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(303);
        return saved.header("Location").replaceAll(".*?(/o/.*)", "$1");
    }

    @Test
    void itIsWrittenOnceAndSaysWhenItGoesOutInPlainWords() {
        var page = written();
        assertThat(written()).isEqualTo(page);

        browser()
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("Den 1:a varje månad kl 9.00, inte i juli."))
                .body(containsString("Tisdag 1 december kl 09.00"))
                .body(containsString("Utkastet görs 3 dagar före"))
                .body(not(containsString("juli 2027")));
        browser()
                .get("/o/solna/recurring")
                .then()
                .statusCode(200)
                .body(containsString("Medlemsblad"))
                .body(containsString("Nästa: tisdag 1 december kl 09.00"));
        browser().get("/o/solna/broadcasts").then().body(containsString("/o/solna/recurring"));
    }

    @Test
    void aWeekdayAndAnEndAreSaidInPlainWordsToo() {
        var page = written("on", "WEEKDAY", "nth", "-1", "weekday", "TUESDAY", "endsOn", "2027-03-31");

        browser()
                .get(page)
                .then()
                .body(containsString("Sista tisdagen varje månad kl 9.00, inte i juli, till och med"));
    }

    @ParameterizedTest
    @CsvSource({
        "title,,Ge utskicket ett namn.",
        "text,,Skriv ett meddelande.",
        "to,,Välj till vilka det ska gå.",
        "time,sent,Skriv klockslaget så här",
        "day,40,Välj en dag.",
        "endsOn,snart,Skriv datumet så här",
        "endsOn,2026-11-21,Välj ett senare"
    })
    void whatIsMissingIsSaidBesideItsFieldAndNothingTypedIsLost(String field, String value, String said) {
        save(form(field, value == null ? "" : value))
                .then()
                .statusCode(400)
                .body(containsString(said))
                .body(containsString("name=\"without\" value=\"7\" checked"));
    }

    @Test
    void whoeverSavesSecondSeesBothVersions() {
        var page = written();
        browser()
                .get(page + "/edit")
                .then()
                .statusCode(200)
                .body(containsString("name=\"version\" value=\"0\""))
                .body(containsString("value=\"09:00\""));
        var first = form("version", "0", "text", "Nytt blad /solna", "time", "17:30");
        assertThat(StaffFixtures.post(browser(), page + "/edit", first).statusCode())
                .isEqualTo(303);

        StaffFixtures.post(browser(), page + "/edit", form("version", "0", "text", "Mitt blad /solna"))
                .then()
                .statusCode(400)
                .body(containsString("Nytt blad"))
                .body(containsString("kl 17.30"))
                .body(containsString("Mitt blad"))
                .body(containsString("name=\"version\" value=\"1\""));
    }

    @Test
    void itIsPausedResumedAndEndedOnItsPage() {
        var page = written();
        StaffFixtures.post(browser(), page + "/do/pause", Map.of()).then().statusCode(303);
        browser().get(page).then().body(containsString("pausat")).body(containsString("Fortsätt"));
        StaffFixtures.post(browser(), page + "/do/resumption", Map.of()).then().statusCode(303);
        browser().get(page).then().body(containsString("pågår")).body(containsString("Pausa"));
        StaffFixtures.post(browser(), page + "/do/ending", Map.of()).then().statusCode(303);
        StaffFixtures.post(browser(), page + "/do/pause", Map.of()).then().statusCode(303);
        browser().get(page + "/edit").then().statusCode(303);
        browser()
                .get(page)
                .then()
                .body(containsString("avslutat"))
                .body(not(containsString("/do/pause")))
                .body(not(containsString("/do/ending")));
    }

    @Test
    void whatWasMadeAndWhatWasSkippedIsListed() {
        var id = written(newsletter());
        at(DECEMBER.minus(Duration.ofDays(3)));
        at(DECEMBER.plus(Duration.ofDays(40)));
        asa = staff.session(staff.staff("bo@example.org", SOLNA, Role.ORGANIZER));

        browser()
                .get("/o/solna/recurring/" + id)
                .then()
                .statusCode(200)
                .body(containsString("December 2026"))
                .body(containsString("/o/solna/broadcasts/"))
                .body(containsString("Januari 2027"))
                .body(containsString("hoppades över: det kunde inte göras i tid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit"})
    void anothersIsNoPage(String below) {
        a.organization("malmo");
        var page = written();
        var mia = StaffFixtures.browser(staff.session(staff.staff("mia@example.org", "malmo", Role.ADMINISTRATOR)));

        mia.get(page + below).then().statusCode(404);
        mia.get(page.replace("/o/solna", "/o/malmo") + below).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"do/pause", "do/resumption", "do/ending", "edit"})
    void nothingIsDoneWithAnothers(String what) {
        a.organization("malmo");
        var page = written();
        var mia = StaffFixtures.browser(staff.session(staff.staff("mia@example.org", "malmo", Role.ADMINISTRATOR)));

        StaffFixtures.post(mia, page.replace("/o/solna", "/o/malmo") + "/" + what, form("version", "0"))
                .then()
                .statusCode(404);
        StaffFixtures.visitor().get(page).then().statusCode(303).header("Location", containsString("/sign-in"));
    }
}
