package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

/** Rule 1: a row without member number is matched by email, then by name and phone, from one import to the next. */
@QuarkusTest
class RowsWithoutNumberTest extends ApiTest {

    private static final String HEADER = "Medlemsnummer;Förnamn;Efternamn;Mobil;E-post;Ort\n";

    @Inject
    StoredRows rows;

    private String token;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        token = a.token("solna");
    }

    @Test
    void aRowIsMatchedByEmailThenByNameAndPhone() {
        imported(";Åsa;Ek;070-174 06 05;asa@example.org;\n").body("created", equalTo(1));

        imported(";Åsa;Ek;;ASA@example.org;Solna\n").body("updated", equalTo(1));
        imported(";Åsa;Ek;070-174 06 05;;Borås\n").body("updated", equalTo(1));
        imported(";Åsa;Ek;070-174 06 05;ny@example.org;\n").body("updated", equalTo(1));
        imported(";Bo;Ek;070-174 06 05;ny@example.org;\n").body("created", equalTo(1));
        imported("7;Åsa;Ek;070-174 06 05;;\n").body("updated", equalTo(1));
        imported(";Åsa;Ek;070-174 06 05;;\n").body("unchanged", equalTo(1));
        imported("8;Åsa;Ek;070-174 06 05;ny@example.org;\n").body("created", equalTo(1));

        assertThat(rows.values(
                        "select concat_ws(' ', external_id, given_name, phone, email, city) from person order by id"))
                .containsExactly(
                        "7 Åsa +46701740605 ny@example.org Borås",
                        "Bo +46701740605 ny@example.org",
                        "8 Åsa +46701740605 ny@example.org");
    }

    @Test
    void aCorrectionOfSomebodyWithoutNumberStaysTooAndIsNobodyNew() {
        imported(";Åsa;Ek;070-174 06 05;asa@example.org;\n");
        int id = Integer.parseInt(rows.value("select id from person"));
        as(token)
                .body("{\"email\": \"ny@example.org\", \"phone\": \"070-174 06 06\", \"city\": \"Solna\"}")
                .patch(in("solna", "/people/" + id))
                .then()
                .statusCode(200);

        imported(";Åsa;Ek;070-174 06 05;asa@example.org;\n")
                .body("unchanged", equalTo(1))
                .body("problems.code", hasItem("kept-correction"));
        imported(";Åsa;Ek;070-174 06 05;;\n").body("unchanged", equalTo(1));

        assertThat(rows.values("select phone || ' ' || email from person"))
                .containsExactly("+46701740606 ny@example.org");
        as(token)
                .get(in("solna", "/people/corrections"))
                .then()
                .body("items.field", contains("city", "email", "phone"));
    }

    @Test
    void aCoupleWithOneAddressStaysTwoAndTheImportSaysSo() {
        imported(";Åsa;Ek;;ek@example.org;\n").body("created", equalTo(1));

        imported(";Bo;Ek;;EK@example.org;\n")
                .body("created", equalTo(1))
                .body("problems.code", hasItem("shared-email"))
                .body("problems.find { it.code == 'shared-email' }.column", equalTo("E-post"));
        imported(";Åsa;Ek;;ek@example.org;\n;Bo;Ek;;ek@example.org;Solna\n")
                .body("created", equalTo(0))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));

        assertThat(rows.values("select concat_ws(' ', given_name, city) from person order by id"))
                .containsExactly("Åsa", "Bo Solna");
    }

    @Test
    void aCoupleInOneFileStaysTwoToo() {
        imported(";Åsa;Ek;;ek@example.org;\n;Bo;Ek;;ek@example.org;\n")
                .body("created", equalTo(2))
                .body("problems.code.count { it == 'shared-email' }", equalTo(2));
    }

    @Test
    void whoeverGotAnotherNameHereIsKnownByTheOldOneOfTheFile() {
        String old = ";Ase;Eck;070-174 06 05;asa@example.org;\n";
        imported(old).body("created", equalTo(1));
        int id = Integer.parseInt(rows.value("select id from person"));
        as(token)
                .body("{\"givenName\": \"Åsa\", \"familyName\": \"Ek\", \"phone\": \"070-174 06 06\"}")
                .patch(in("solna", "/people/" + id))
                .then()
                .statusCode(200);

        imported(old).body("unchanged", equalTo(1)).body("problems.code", hasItem("kept-correction"));
        imported(";Ase;Eck;070-174 06 05;;\n").body("unchanged", equalTo(1));
        imported("7;Ase;Eck;070-174 06 05;;\n").body("updated", equalTo(1));
        imported(";Ase;Ek;070-174 06 06;;\n").body("unchanged", equalTo(1));
        imported(";Åsa;Ek;070-174 06 06;;\n").body("unchanged", equalTo(1));

        assertThat(rows.values("select concat_ws(' ', external_id, given_name, family_name) from person"))
                .containsExactly("7 Åsa Ek");
    }

    private ValidatableResponse imported(String lines) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("text/csv; charset=utf-8")
                .body(HEADER + lines)
                .post(in("solna", "/people/imports"))
                .then()
                .statusCode(200);
    }
}
