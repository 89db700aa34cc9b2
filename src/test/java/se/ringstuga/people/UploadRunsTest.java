package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** A file is read in the background: what stops is begun anew, what is overtaken imports nothing, and much is shown in pages. */
@QuarkusTest
class UploadRunsTest extends ApiTest {

    private static final String FILE = "Förnamn;Efternamn;E-post\nÅsa;Ek;asa@example.org\n";

    @Inject
    StaffFixtures staff;

    @Inject
    StoredRows rows;

    @Inject
    UploadRuns runs;

    private long solna;
    private long anna;
    private String session;
    private String key = "";

    @BeforeEach
    void anAdministrator() {
        solna = a.organization("solna");
        anna = staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);
        session = staff.session(anna);
    }

    @Test
    void aRunThatStoppedIsSaidToHaveAndBegunAnew() {
        var page = sent(FILE);
        rows.change("update register_upload set state = 'CHECKING'");
        get(page).then().body(containsString("Filen kontrolleras"), containsString("hx-get"));
        get(page + "/progress?seen=CHECKING.1").then().statusCode(204).header("HX-Refresh", (String) null);
        get(page + "/progress?seen=CHECKING.0").then().statusCode(204).header("HX-Refresh", "true");

        clock.advance(Duration.ofMinutes(16));
        get(page).then().body(containsString("Det stannade av på vägen"), not(containsString("hx-get")));
        post(page + "/retry");
        await();
        get(page).then().body(containsString("Så här blir det"));
        assertThat(rows.value("select cast(run as text) from register_upload")).isEqualTo("2");
    }

    @Test
    void aRunThatWasOvertakenImportsNothing() {
        var page = sent(FILE);
        long id = Long.parseLong(page.replaceAll(".*/", ""));
        rows.change("update register_upload set state = 'IMPORTING', run = 2");
        var order = new RegisterImport.Order(
                solna, new Actor(Actor.Kind.STAFF, anna), ZoneId.of("Europe/Stockholm"), false, false);
        var choices = UploadReport.Choices.detect(false);

        runs.run(new UploadRuns.Run(id, 1, UploadKey.parse(key).orElseThrow(), choices, order, Locale.ENGLISH));
        assertThat(rows.count("person")).isZero();
        assertThat(rows.count("people_import")).isZero();

        runs.run(new UploadRuns.Run(id, 2, UploadKey.parse(key).orElseThrow(), choices, order, Locale.ENGLISH));
        assertThat(rows.count("person")).isEqualTo(1);
        assertThat(rows.value("select state from register_upload")).isEqualTo("IMPORTED");
    }

    @Test
    void manyProblemsAreShownInPagesAndHostileHeadersAsText() {
        var lines = IntStream.range(0, 120)
                .mapToObj(i -> "M" + i + ";Ek;ingen adress;x\n")
                .collect(Collectors.joining());
        var page = sent("Förnamn;Efternamn;E-post;<script>alert(1)</script>\n" + lines);

        get(page + "?kind=invalid-email")
                .then()
                .body(
                        containsString("<td class=\"n\">51</td>"),
                        not(containsString("<td class=\"n\">52</td>")),
                        containsString("from=50"),
                        containsString("&lt;script&gt;"),
                        not(containsString("<script>alert")));
        get(page + "?kind=invalid-email&from=100")
                .then()
                .body(containsString("<td class=\"n\">121</td>"), not(containsString("Visa de följande")));
        get(page + "?kind=%3Cscript%3E&from=999999999").then().statusCode(200).body(not(containsString("<script>")));
        assertThat(get(page + "/problems.csv?kind=invalid-email").asString().lines())
                .hasSize(121);
    }

    private String sent(String file) {
        var answer = StaffFixtures.browser(session)
                .multiPart("file", "register.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/o/solna/imports");
        answer.then().statusCode(303);
        key = answer.cookie("ringstuga_file");
        await();
        return answer.header("Location").replaceAll("^https?://[^/]+", "");
    }

    private void await() {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < deadline) {
            if (rows.values("select state from register_upload where state in ('CHECKING', 'IMPORTING')")
                    .isEmpty()) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the file is still being read");
    }

    private Response get(String path) {
        return StaffFixtures.browser(session).cookie("ringstuga_file", key).get(path);
    }

    private void post(String path) {
        StaffFixtures.post(StaffFixtures.browser(session).cookie("ringstuga_file", key), path, Map.of())
                .then()
                .statusCode(303);
    }
}
