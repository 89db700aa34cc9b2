package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Rule 41: the register leaves with a reason that the administrators are told, and whoever opens very many people is told of. */
@QuarkusTest
class PeopleExportTest extends ApiTest {

    private static final String REASON = "Årsmötets röstlängd";

    @Inject
    StaffFixtures staff;

    @Inject
    StoredRows rows;

    private String token;
    private String anna;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        token = a.token("solna");
        anna = staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR));
    }

    @Test
    void theFileHasEverybodyButTheProtectedAndTheAdministratorsAreToldBefore() {
        imported(
                "1;Åsa;Ek;070-174 06 05;asa@example.org;Huvudsta\n2;Bo;Berg;;bo@example.org;\n3;Cia;Dal;;cia@example.org;\n");
        rows.change("update person set given_name = '=cmd|''/c calc''!A1', city = ' +46' where external_id = '2'");
        rows.change("update person set restricted_at = created_at where external_id = '3'");

        var answer = StaffFixtures.post(StaffFixtures.browser(anna), "/o/solna/export", Map.of("reason", REASON));
        answer.then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"solna.csv\"")
                .header("Cache-Control", containsString("no-store"));
        var lines = answer.asString().split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("\uFEFFMedlemsnummer;Förnamn;Efternamn;Mobiltelefon;");
        assertThat(lines[1])
                .startsWith("1;Åsa;Ek;070-174 06 05;;asa@example.org;")
                .contains(";huvudsta;");
        assertThat(lines[2]).contains("'=cmd|", ";' +46;").doesNotContain(";=");
        assertThat(rows.values("select details ->> 'why' from notice where kind = 'people-exported'"))
                .containsExactly(REASON);
        assertThat(
                        rows.value(
                                "select cast(max(cardinality(person_ids)) as text) from access_log where action = 'people.export'"))
                .isEqualTo("2");
        StaffFixtures.browser(anna)
                .get("/")
                .then()
                .body(containsString("anna har tagit ut registret från solna som en fil. Skälet: " + REASON));
    }

    @Test
    void whatWasTakenOutIsReadBackByAnImportWithoutAChange() {
        imported("1;Åsa;Ek;070-174 06 05;asa@example.org;Huvudsta\n2;Bo;Berg;;bo@example.org;\n");
        var file = as(token)
                .body(Map.of("reason", REASON))
                .post(in("solna", "/people/exports"))
                .asByteArray();

        given().header("Authorization", "Bearer " + token)
                .contentType("text/csv")
                .body(file)
                .post(in("solna", "/people/imports"))
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "för", "gäller 19640823-3234"})
    void withoutAReasonNothingLeavesAndNobodyIsTold(String reason) {
        as(token)
                .body(Map.of("reason", reason))
                .post(in("solna", "/people/exports"))
                .then()
                .statusCode(400);
        StaffFixtures.post(StaffFixtures.browser(anna), "/o/solna/export", Map.of("reason", reason))
                .then()
                .statusCode(400)
                .body(containsString("Skriv i några ord varför du behöver filen"));
        assertThat(rows.count("notice")).isZero();
    }

    @Test
    void onlyAdministratorsTakeTheRegisterOut() {
        var path = in("solna", "/people/exports");
        var wanted = Map.of("reason", REASON);
        given().contentType("application/json").body(wanted).post(path).then().statusCode(401);
        as(a.token("solna", Permission.PEOPLE_READ))
                .body(wanted)
                .post(path)
                .then()
                .statusCode(403);
        as(a.token("solna", Permission.PEOPLE_READ, Permission.PEOPLE_IMPORT))
                .body(wanted)
                .post(path)
                .then()
                .statusCode(403);
        as(a.token("boras")).body(wanted).post(path).then().statusCode(404);
        staff.browserOf("olle@example.org", "solna", Role.ORGANIZER)
                .get("/o/solna/export")
                .then()
                .statusCode(403);
        StaffFixtures.browser(anna)
                .get("/o/solna/export")
                .then()
                .statusCode(200)
                .body(containsString("alla administratörer får veta"));
        assertThat(rows.count("notice")).isZero();
    }

    @Test
    void whoeverOpensMoreThanAHundredPeopleInAnHourIsToldOfOnce() {
        imported(IntStream.rangeClosed(1, 103)
                .mapToObj(i -> i + ";M" + i + ";Ek;;;\n")
                .collect(Collectors.joining()));
        var people = rows.values("select cast(id as text) from person order by id");
        var olle = staff.session(staff.staff("olle@example.org", "solna", Role.ORGANIZER));

        people.subList(0, 100).forEach(id -> open(olle, id));
        people.subList(0, 5).forEach(id -> open(olle, id));
        StaffFixtures.browser(olle).get("/o/solna/people").then().statusCode(200);
        assertThat(told()).isZero();

        people.subList(100, 103).forEach(id -> open(olle, id));
        assertThat(told()).isEqualTo(1);
        StaffFixtures.browser(anna)
                .get("/")
                .then()
                .body(containsString("olle har öppnat 101 personer hos solna på en timme."));
    }

    @Test
    void aBrowserThatAsksTheApiForAListHasOpenedThem() {
        imported(IntStream.rangeClosed(1, 103)
                .mapToObj(i -> i + ";M" + i + ";Ek;;;\n")
                .collect(Collectors.joining()));
        as(token).queryParam("limit", 200).get(in("solna", "/people")).then().statusCode(200);
        assertThat(told()).isZero();
        StaffFixtures.browser(anna)
                .queryParam("limit", 200)
                .get(in("solna", "/people"))
                .then()
                .statusCode(200);
        assertThat(told()).isEqualTo(1);
    }

    private void open(String session, String id) {
        StaffFixtures.browser(session).get("/o/solna/people/" + id).then().statusCode(200);
    }

    private long told() {
        return Long.parseLong(rows.value("select cast(count(*) as text) from notice where kind = 'people-opened'"));
    }

    private void imported(String lines) {
        given().header("Authorization", "Bearer " + token)
                .contentType("text/csv; charset=utf-8")
                .body("Medlemsnummer;Förnamn;Efternamn;Mobiltelefon;E-post;Partiförening\n" + lines)
                .post(in("solna", "/people/imports"))
                .then()
                .statusCode(200);
    }
}
