package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.accounts.Upkeep;

/** A register comes in through the pages: checked first, then imported, and nothing of the file is kept readable. */
@QuarkusTest
class ImportPagesTest extends ApiTest {

    private static final String FILE = """
            Medlemsnummer;Förnamn;Efternamn;Mobilnr privat;E-post;Anteckning
            1;Åsa;Ek;070-174 06 05;asa@example.org;ringde 19640823-3234
            2;=cmd|x;Berg;070-174 06 06;ingen adress;
            3;;;;;
            """;

    @Inject
    StaffFixtures staff;

    @Inject
    StoredRows rows;

    @Inject
    Upkeep upkeep;

    private String anna;
    private String key = "";

    @BeforeEach
    void anAdministrator() {
        a.organization("solna");
        a.organization("boras");
        anna = staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR));
    }

    @Test
    void aFileIsCheckedFirstThenImportedAndTheResultSaysWhatCameOfIt() {
        var address = sent(FILE.getBytes(Charset.forName("windows-1252")));
        checked(address)
                .body(
                        containsString("Så här blir det"),
                        containsString("<span class=\"sign\">=</span> 3"),
                        containsString("Läs in filen"),
                        containsString("Raden har varken namn, telefon eller e-post"));
        assertThat(rows.count("person")).isZero();

        post(address + "/import", Map.of());
        checked(address).body(containsString("Så här blev det"), containsString("Till medlemmarna"));
        assertThat(rows.count("person")).isEqualTo(2);
        assertThat(rows.value("select cast(content is null as text) from register_upload"))
                .isEqualTo("true");
        post(address + "/import", Map.of());
        checked(address);
        assertThat(rows.count("people_import")).isEqualTo(1);
    }

    @Test
    void whoeverWaitsSeesHowManyRowsAreRead() {
        var lines = new StringBuilder("Medlemsnummer;Förnamn\n");
        IntStream.range(0, 2500).forEach(i -> lines.append(i).append(";M\n"));
        var address = sent(utf8(lines.toString()));
        checked(address);
        assertThat(rows.value("select rows_read || ' av ' || rows_total from register_upload"))
                .isEqualTo("2500 av 2500");

        rows.change("update register_upload set state = 'CHECKING', rows_read = 2000");
        var seen = browser()
                .get(address)
                .then()
                .body(containsString("2000 av 2500 rader lästa"), containsString("value=\"2000\" max=\"2500\""))
                .extract()
                .asString()
                .replaceAll("(?s).*progress\\?([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        var progress = address + "/progress?";
        browser().get(progress + seen).then().statusCode(204).header("HX-Refresh", nullValue());
        rows.change("update register_upload set rows_read = 2500");
        browser()
                .get(progress + seen)
                .then()
                .statusCode(200)
                .body(containsString("Alla 2500 rader är lästa. Jämför med registret…"), not(containsString("<html")));
        rows.change("update register_upload set state = 'CHECKED'");
        browser().get(progress + seen).then().statusCode(204).header("HX-Refresh", "true");
    }

    @Test
    void theColumnsCanBeChangedAndTheFileCheckedAgain() {
        var address = sent(utf8(FILE));
        checked(address).body(containsString("Mobilnr privat"));

        var twice = post(address + "/check", Map.of("c0", "externalId", "c1", "givenName", "c2", "givenName"));
        twice.then().statusCode(400).body(containsString("Två kolumner kan inte vara samma sak."));

        post(
                        address + "/check",
                        Map.of(
                                "c0",
                                "externalId",
                                "c1",
                                "givenName",
                                "c2",
                                "familyName",
                                "c3",
                                "mobile",
                                "c4",
                                "",
                                "c5",
                                ""))
                .then()
                .statusCode(303);
        checked(address).body(not(containsString("E-postadressen går inte att läsa")));
        post(address + "/import", Map.of());
        checked(address);
        assertThat(rows.values("select phone from person order by external_id"))
                .containsExactly("+46701740605", "+46701740606");
        assertThat(rows.values("select email from person where email is not null"))
                .isEmpty();
    }

    @Test
    void theProblemsAreFilteredAndDownloadedWithoutWhatTheCellsSaid() {
        var address = sent(utf8(FILE));
        checked(address + "?kind=formula")
                .body(containsString("Cellen innehåller en formel"), not(containsString("<td class=\"n\">4</td>")));
        var csv = browser()
                .get(address + "/problems.csv?kind=formula")
                .then()
                .statusCode(200)
                .extract();
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString())
                .contains("Rad;Kolumn;Vad som är fel", "3;Förnamn;")
                .doesNotContain("cmd", "E-post");
        assertThat(browser().get(address + "/problems.csv").asString())
                .contains("2;Anteckning;", "4;hela raden;")
                .doesNotContain("640823");
    }

    @Test
    void ofTheFileNothingIsReadableInTheDatabaseAndAnotherBrowserDoesNotOpenIt() {
        var address = sent(utf8(FILE));
        checked(address);

        assertThat(rows.value("""
                select encode(content, 'escape') || encode(report, 'escape') from register_upload""")).doesNotContain("Anteckning", "640823", "asa@example.org");
        StaffFixtures.browser(anna)
                .get(address)
                .then()
                .statusCode(200)
                .body(
                        containsString("bara öppnas i webbläsaren som den skickades från"),
                        not(containsString("Läs in filen")));
        StaffFixtures.browser(anna).get(address + "/problems.csv").then().statusCode(404);
        StaffFixtures.post(StaffFixtures.browser(anna), address + "/import", Map.of())
                .then()
                .statusCode(303);
        assertThat(rows.count("people_import")).isZero();
    }

    @Test
    void aFileThatNobodyImportsIsForgottenAfterADayAndASecondOneReplacesTheFirst() {
        sent(utf8(FILE));
        var second = sent(utf8(FILE));
        checked(second);
        assertThat(rows.count("register_upload")).isEqualTo(1);
        browser().get("/o/solna/imports").then().body(containsString("Du har en fil på gång"), containsString(second));

        clock.advance(Duration.ofHours(11));
        upkeep.forget();
        assertThat(rows.count("register_upload")).isEqualTo(1);
        clock.advance(Duration.ofHours(13));
        upkeep.forget();
        assertThat(rows.count("register_upload")).isZero();
    }

    @Test
    void aDiscardedFileIsGone() {
        var address = sent(utf8(FILE));
        checked(address);
        post(address + "/discard", Map.of()).then().statusCode(303);
        browser().get(address).then().statusCode(404);
        assertThat(rows.count("register_upload")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "PK\u0003\u0004 kalkylblad",
                "färg;form\nröd;rund\n",
                "namn;ort;e-post\n\"Åsa;Solna;\nBo;Solna;\n"
            })
    void aFileThatIsNoRegisterIsRefusedWithWhatToDo(String content) {
        if (content.isEmpty()) {
            upload(utf8(content)).then().statusCode(400).body(containsString("Välj en fil först."));
            return;
        }
        checked(sent(utf8(content)))
                .body(allOf(containsString("class=\"notice warn\""), not(containsString("Läs in filen"))));
        assertThat(rows.count("person")).isZero();
    }

    @Test
    void whatStandsWhereHeadersShouldIsShownToTheOneWhoSentItAndStoredNowhere() {
        var address = sent(utf8("Åsa;Ek;070-174 06 05;19640823-3234\n"));
        checked(address)
                .body(
                        containsString("Ingen kolumn med namn, telefon eller e-post känns igen"),
                        not(containsString("640823")));
        post(address + "/check", Map.of("c0", "givenName", "c1", "familyName", "c2", "", "separator", "semicolon"));
        checked(address).body(containsString("Så här blir det"));
    }

    @Test
    void anImportIsUndoneOnItsPageAndSaysWhyWhenItCannotBe() {
        var address = sent(utf8(FILE));
        checked(address);
        post(address + "/import", Map.of());
        checked(address);
        var page = "/o/solna/imports/" + rows.value("select cast(id as text) from people_import");
        browser().get(page).then().body(containsString("Ja, ångra inläsningen"));

        post(page + "/reversal", Map.of()).then().statusCode(303);
        browser().get(page).then().body(containsString("Inläsningen är ångrad"), not(containsString("Ja, ångra")));
        assertThat(rows.count("person")).isZero();
    }

    @Test
    void whoeverIsMissingIsEndedOnlyWhenTheCountIsTyped() {
        var token = a.token("solna");
        for (int i = 1; i <= 4; i++) {
            as(token)
                    .body("{\"externalId\": \"" + i + "\", \"givenName\": \"M\"}")
                    .post(in("solna", "/people"));
        }
        key = "";
        var address = sent(utf8("Medlemsnummer;Förnamn\n1;M\n2;M\n"), true);
        checked(address).body(containsString("2 medlemmar står inte i filen."));
        post(address + "/import", Map.of());
        checked(address);
        var page = "/o/solna/imports/" + rows.value("select cast(id as text) from people_import");
        browser().get(page).then().body(containsString("Det är mer än var femte medlem."));

        post(page + "/ended-memberships", Map.of("count", "3"))
                .then()
                .statusCode(400)
                .body(containsString("Antalet stämmer inte. Det är 2."));
        post(page + "/ended-memberships", Map.of("count", "2")).then().statusCode(303);
        browser().get(page).then().body(containsString("Medlemskapen avslutades"), containsString("har avslutats"));
        assertThat(rows.value("select cast(count(*) as text) from membership where left_on is not null"))
                .isEqualTo("2");
    }

    @Test
    void onlyAdministratorsComeHereAndNobodyToAnothersFile() {
        var address = sent(utf8(FILE));
        var page = "/o/solna/imports";
        StaffFixtures.visitor().get(page).then().statusCode(303).header("Location", containsString("/sign-in"));
        staff.browserOf("olle@example.org", "solna", Role.ORGANIZER)
                .get(page)
                .then()
                .statusCode(403);
        staff.browserOf("olle2@example.org", "solna", Role.ORGANIZER)
                .get("/o/solna/people")
                .then()
                .body(not(containsString("/imports")));
        staff.browserOf("bo@example.org", "boras", Role.ADMINISTRATOR)
                .get(page)
                .then()
                .statusCode(404);
        staff.browserOf("eva@example.org", "solna", Role.ADMINISTRATOR)
                .get(address)
                .then()
                .statusCode(404);
        staff.browserOf("bo2@example.org", "boras", Role.ADMINISTRATOR)
                .get(address.replace("solna", "boras"))
                .then()
                .statusCode(404);
        browser().get("/o/solna/imports/4711").then().statusCode(404);
    }

    private RequestSpecification browser() {
        var browser = StaffFixtures.browser(anna);
        return key.isEmpty() ? browser : browser.cookie("ringstuga_file", key);
    }

    private Response post(String path, Map<String, String> form) {
        return StaffFixtures.post(browser(), path, form);
    }

    private Response upload(byte[] file) {
        return StaffFixtures.browser(anna)
                .multiPart("file", "register.csv", file, "text/csv")
                .post("/o/solna/imports");
    }

    private String sent(byte[] file) {
        return sent(file, false);
    }

    private String sent(byte[] file, boolean complete) {
        var answer = StaffFixtures.browser(anna)
                .multiPart("file", "register.csv", file, "text/csv")
                .multiPart("complete", String.valueOf(complete))
                .post("/o/solna/imports");
        answer.then().statusCode(303);
        key = answer.cookie("ringstuga_file");
        return answer.header("Location").replaceAll("^https?://[^/]+", "");
    }

    /** The page once nobody is reading the file any more. */
    private ValidatableResponse checked(String address) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < deadline) {
            if (rows.value(
                            "select cast(count(*) as text) from register_upload where state in ('CHECKING', 'IMPORTING')")
                    .equals("0")) {
                return browser().get(address).then().statusCode(200);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the file is still being read");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
