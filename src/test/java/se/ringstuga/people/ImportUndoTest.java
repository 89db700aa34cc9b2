package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Upkeep;

/** The latest import is taken back while nothing has been built on it. */
@QuarkusTest
class ImportUndoTest extends ApiTest {

    private static final String HEADER =
            "Medlemsnummer;Förnamn;Efternamn;Mobiltelefon;E-post;Partiförening;Betald t.o.m.\n";
    private static final String FIRST = HEADER
            + "1;Åsa;Ek;070-174 06 05;asa@example.org;Huvudsta;2025-12-31\n"
            + "2;Bo;Berg;070-174 06 06;bo@example.org;;2025-12-31\n";

    /** Everything about people that an import may touch, as text; the version alone may differ afterwards. */
    private static final List<String> EVERYTHING = List.of(
            "select cast(to_jsonb(p) - 'version' - 'updated_at' as text) from person p order by p.id",
            "select cast(to_jsonb(m) as text) from membership m order by m.person_id",
            "select cast(to_jsonb(c) as text) from person_connection c order by c.person_id, c.connected_to",
            "select cast(to_jsonb(c) as text) from person_correction c order by c.person_id, c.field");

    @Inject
    StoredRows rows;

    @Inject
    Upkeep upkeep;

    private String token;

    @BeforeEach
    void aRegister() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        token = a.token("solna");
        imported(FIRST, "");
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void whomItCreatedIsGoneAndWhomItChangedIsAsBefore() {
        as(token).body("{\"email\": \"asa.ek@example.org\"}").patch(in("solna", "/people/" + person("1")));
        as(token).body("{\"leftOn\": \"2026-01-01\"}").patch(in("solna", "/people/" + person("2")));
        var before = everything();

        int id = imported(
                HEADER + "1;Åsa;Ek-Berg;070-174 06 07;asa.ek@example.org;;2026-12-31\n"
                        + "3;Cia;Dal;070-174 06 08;cia@example.org;Huvudsta;2026-12-31\n",
                "?complete=true");
        assertThat(everything()).isNotEqualTo(before);

        undo(id).statusCode(200).body("removed", equalTo(1)).body("restored", equalTo(2));
        assertThat(everything()).isEqualTo(before);
        as(token)
                .get(in("solna", "/people/imports"))
                .then()
                .body("items.undoneAt", contains(notNullValue(), nullValue()));
        as(token)
                .get(in("solna", "/people/" + person("1") + "/timeline"))
                .then()
                .body("items[0].kind", equalTo("IMPORT_UNDONE"));
        as(token).get(in("solna", "/people")).then().body("lastCompleteImportAt", nullValue());
    }

    @Test
    void onceUndoneTheSameFileCanBeImportedAgainAndTheOneBeforeIsTheLatest() {
        int second = imported(HEADER + "3;Cia;Dal;070-174 06 08;;;\n", "");
        undo(second).statusCode(200);
        undo(second).statusCode(409).body("reason", equalTo("UNDONE_ALREADY"));

        assertThat(imported(HEADER + "3;Cia;Dal;070-174 06 08;;;\n", "")).isGreaterThan(second);
        assertThat(rows.count("person")).isEqualTo(3);
    }

    @Test
    void whoeverWasChangedSinceKeepsTheImport() {
        int id = imported(HEADER + "1;Åsa;Ek;070-174 06 07;;;\n3;Cia;Dal;070-174 06 08;;;\n", "");
        as(token)
                .body("{\"city\": \"Solna\"}")
                .patch(in("solna", "/people/" + person("1")))
                .then()
                .statusCode(200);

        undo(id).statusCode(409).body("reason", equalTo("PEOPLE_CHANGED")).body("people", equalTo(1));
        assertThat(rows.count("person")).isEqualTo(3);
    }

    @Test
    void whoeverOfTheNewIsSpokenOfElsewhereKeepsTheImport() {
        int id = imported(HEADER + "3;Cia;Dal;070-174 06 08;;;\n4;Dag;Ek;070-174 06 09;;;\n", "");
        int tag =
                as(token).body("{\"title\": \"Ny\"}").post(in("solna", "/tags")).path("id");
        as(token)
                .put(in("solna", "/people/" + person("3") + "/tags/" + tag))
                .then()
                .statusCode(204);

        undo(id).statusCode(409).body("reason", equalTo("PEOPLE_USED")).body("people", equalTo(1));

        as(token).delete(in("solna", "/people/" + person("3") + "/tags/" + tag));
        undo(id).statusCode(200).body("removed", equalTo(2));
    }

    @Test
    void endedMembershipsALaterFileAndAMonthKeepTheImport() {
        int complete = imported(HEADER + "1;Åsa;Ek;070-174 06 05;;;\n", "?complete=true");
        as(token).body("{\"count\": 1}").post(in("solna", "/people/imports/" + complete + "/ended-memberships"));
        undo(complete).statusCode(409).body("reason", equalTo("MEMBERSHIPS_ENDED"));

        int late = imported(HEADER + "3;Cia;Dal;070-174 06 08;;;\n", "");
        int latest = imported(HEADER + "4;Dag;Ek;070-174 06 09;;;\n", "");
        undo(late).statusCode(409).body("reason", equalTo("LATER_IMPORT"));

        clock.advance(Duration.ofDays(31));
        as(a.token("solna"))
                .post(in("solna", "/people/imports/" + latest + "/reversal"))
                .then()
                .statusCode(409)
                .body("reason", equalTo("TOO_OLD"));
    }

    @Test
    void whatPeopleWereIsKeptForTheLatestImportAloneAndForAMonth() {
        imported(HEADER + "1;Åsa;Ek;070-174 06 07;;;\n2;Bo;Berg;070-174 06 08;;;\n", "");
        assertThat(rows.count("people_import_image")).isEqualTo(2);
        imported(HEADER + "1;Åsa;Ek;070-174 06 09;;;\n", "");
        assertThat(rows.count("people_import_image")).isEqualTo(1);
        given().header("Authorization", "Bearer " + token)
                .contentType("text/csv; charset=utf-8")
                .body(HEADER + "2;Bo;Berg;070-174 06 10;;;\n")
                .post(in("solna", "/people/imports?dryRun=true"))
                .then()
                .statusCode(200);
        assertThat(rows.count("people_import_image")).isEqualTo(1);

        clock.advance(Duration.ofDays(31));
        upkeep.forget();
        assertThat(rows.count("people_import_image")).isZero();
    }

    @Test
    void onlyWhoMayImportUndoesAndOnlyTheirOwn() {
        int id = imported(HEADER + "3;Cia;Dal;070-174 06 08;;;\n", "");
        String path = in("solna", "/people/imports/" + id + "/reversal");

        given().post(path).then().statusCode(401);
        as(a.token("solna", Permission.PEOPLE_READ)).post(path).then().statusCode(403);
        as(a.token("boras"))
                .post(in("boras", "/people/imports/" + id + "/reversal"))
                .then()
                .statusCode(404);
        as(token)
                .post(in("huvudsta", "/people/imports/" + id + "/reversal"))
                .then()
                .statusCode(404);
        undo(id).statusCode(200);
    }

    private List<List<String>> everything() {
        return EVERYTHING.stream().map(rows::values).toList();
    }

    private String person(String number) {
        return rows.value("select cast(id as text) from person where external_id = '" + number + "'");
    }

    private int imported(String file, String query) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("text/csv; charset=utf-8")
                .body(file)
                .post(in("solna", "/people/imports" + query))
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private ValidatableResponse undo(int id) {
        return as(token)
                .post(in("solna", "/people/imports/" + id + "/reversal"))
                .then();
    }
}
