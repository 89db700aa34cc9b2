package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

@QuarkusTest
class PeopleResourceTest extends ApiTest {

    private static final String ASA = """
            {"givenName": "Åsa", "familyName": "O'Brien-Öberg", "phone": "070-174 06 05", "altPhone": "08-465 004 00",
             "email": "Asa@Example.org", "externalId": "M-17", "postalCode": "12931", "birthYear": 1967, "language": "sv"}""";

    @Inject
    StoredRows rows;

    private String token;

    @BeforeEach
    void anAssociationWithALocalGroup() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        token = a.token("solna");
    }

    @Test
    void aPersonIsCreatedAndReadBack() {
        int id = created(ASA);

        as(token)
                .get(in("solna", "/people/" + id))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo("Åsa O'Brien-Öberg"))
                .body("phone", equalTo("+46701740605"))
                .body("phoneKind", equalTo("MOBILE"))
                .body("altPhone", equalTo("+46846500400"))
                .body("altPhoneKind", equalTo("LANDLINE"))
                .body("email", equalTo("Asa@example.org"))
                .body("postalCode", equalTo("129 31"))
                .body("membership.organization.slug", equalTo("solna"))
                .body("membership.joinedOn", nullValue())
                .body("tags", empty())
                .body("restricted", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asa",
                "ÅSA obrien",
                "oberg",
                "öb",
                "Å ö",
                "070/1740605",
                "+46 (0)70 174 06 05",
                "0046701740605",
                "46500400",
                "asa@example.org",
                "m-17",
                "brien-ob"
            })
    void aPersonIsFoundHoweverTheyAreWritten(String search) {
        created(ASA);
        created("{\"givenName\": \"Bo\", \"familyName\": \"Ek\", \"phone\": \"070-174 06 99\"}");

        as(token)
                .queryParam("search", search)
                .get(in("solna", "/people"))
                .then()
                .statusCode(200)
                .body("items.givenName", contains("Åsa"));
    }

    @Test
    void aSearchWithoutAnyMatchIsEmptyAndWildcardsAreText() {
        created(ASA);

        as(token)
                .queryParam("search", "%")
                .get(in("solna", "/people"))
                .then()
                .statusCode(200)
                .body("items", empty());
        as(token).queryParam("search", "zzz").get(in("solna", "/people")).then().body("items", empty());
    }

    @Test
    void aListIsPagedInSwedishOrderAndCounted() {
        for (String name : List.of("Öberg", "Ek", "Åberg", "Zorn", "Ängman")) {
            created("{\"familyName\": \"" + name + "\"}");
        }
        List<String> names = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = as(token)
                    .queryParam("limit", 2)
                    .queryParam("cursor", next)
                    .queryParam("count", true)
                    .get(in("solna", "/people"))
                    .then()
                    .statusCode(200)
                    .body("count", equalTo(5))
                    .extract()
                    .jsonPath();
            names.addAll(page.getList("items.familyName"));
            next = page.getString("next");
        }

        assertThat(names).containsExactly("Ek", "Zorn", "Åberg", "Ängman", "Öberg");
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        int id = created(ASA);

        patch(id, "\"0\"", "{\"city\": \"Solna\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("city", equalTo("Solna"));
        patch(id, "\"0\"", "{\"city\": \"Borås\"}")
                .statusCode(412)
                .body("type", equalTo("https://ringstuga.se/problems/changed-meanwhile"))
                .body("current.city", equalTo("Solna"));
    }

    @Test
    void whatCannotBeStoredIsRefusedNamingTheField() {
        int id = created(ASA);

        patch(id, null, "{\"phone\": \"070174O612\", \"email\": \"a@b\", \"shoeSize\": 38}")
                .statusCode(400)
                .body("violations.field", hasItems("phone", "email", "shoeSize"));
        patch(id, null, "{\"givenName\": \"640823-3234\"}").statusCode(400);
        patch(id, null, "{\"givenName\": \"=1+1\"}").statusCode(400);
        as(token)
                .body("{}")
                .post(in("solna", "/people"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("givenName"));
        as(token).body("{\"shoeSize\": 38}").post(in("solna", "/people")).then().statusCode(400);
        assertThat(rows.value("select version from person")).isEqualTo("0");
    }

    @Test
    void aMemberNumberBelongsToOnePerson() {
        created(ASA);

        as(token)
                .body("{\"givenName\": \"Bo\", \"externalId\": \"M-17\"}")
                .post(in("solna", "/people"))
                .then()
                .statusCode(409)
                .body("type", equalTo("https://ringstuga.se/problems/external-id-taken"));
        as(token)
                .body("{\"city\": \"Solna\"}")
                .put(in("solna", "/people/by-external-id/M-17"))
                .then()
                .statusCode(200);
        as(token)
                .body("{\"givenName\": \"Bo\"}")
                .put(in("solna", "/people/by-external-id/M-18"))
                .then()
                .statusCode(201);
    }

    @Test
    void aCorrectionIsListedUntilItIsMadeInTheRegister() {
        int id = created(ASA);
        patch(id, null, "{\"email\": \"ny@example.org\"}").statusCode(200);

        as(token)
                .get(in("solna", "/people/corrections"))
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].externalId", equalTo("M-17"))
                .body("items[0].field", equalTo("email"))
                .body("items[0].oldValue", equalTo("Asa@example.org"))
                .body("items[0].newValue", equalTo("ny@example.org"));
        as(token)
                .put(in("solna", "/people/corrections/" + id + "/email/done"))
                .then()
                .statusCode(204);
        as(token).get(in("solna", "/people/corrections")).then().body("items", empty());
    }

    @Test
    void anImportKeepsWhatWasCorrectedHere() {
        int id = created(ASA);
        patch(id, null, "{\"email\": \"ny@example.org\", \"phone\": \"070-174 06 06\"}")
                .statusCode(200);

        register("Medlemsnummer;Förnamn;Mobil;E-post\nM-17;Åsa;070-174 06 05;Asa@example.org\n")
                .body("unchanged", equalTo(1))
                .body("problems.code", contains("kept-correction", "kept-correction"))
                .body("problems.column", hasItems("Mobil", "E-post"));
        register("Medlemsnummer;Förnamn;Mobil;E-post\nM-17;Åsa;070-174 06 06;tredje@example.org\n")
                .body("updated", equalTo(1));

        as(token).get(in("solna", "/people/" + id)).then().body("email", equalTo("tredje@example.org"));
        as(token).get(in("solna", "/people/corrections")).then().body("items", empty());
    }

    @Test
    void aWrongNumberStaysWrongUntilTheRegisterBringsAnother() {
        int id = created(ASA);
        rows.change("update person set phone_wrong_at = created_at");

        register("Medlemsnummer;Mobil\nM-17;070-174 06 05\n");
        as(token).get(in("solna", "/people/" + id)).then().body("phoneWrong", equalTo(true));

        register("Medlemsnummer;Mobil\nM-17;070-174 06 06\n");
        as(token)
                .get(in("solna", "/people/" + id))
                .then()
                .body("phoneWrong", equalTo(false))
                .body("phone", equalTo("+46701740606"));
    }

    @Test
    void theTimelineTellsWhatHappened() {
        int id = created(ASA);
        clock.advance(java.time.Duration.ofMinutes(1));
        patch(id, null, "{\"city\": \"Solna\"}").statusCode(200);
        clock.advance(java.time.Duration.ofMinutes(1));
        register("Medlemsnummer;Förnamn;Postnummer\nM-17;Åsa;503 30\n").body("updated", equalTo(1));

        var first = as(token)
                .queryParam("limit", 2)
                .get(in("solna", "/people/" + id + "/timeline"))
                .then()
                .statusCode(200)
                .body("items.kind", contains("IMPORTED", "EDITED"))
                .body("items[0].details.fields", contains("postalCode"))
                .body("items[1].details.fields", contains("city"));
        as(token)
                .queryParam("cursor", first.extract().<String>path("next"))
                .get(in("solna", "/people/" + id + "/timeline"))
                .then()
                .statusCode(200)
                .body("items.kind", contains("CREATED"))
                .body("next", nullValue());
    }

    @Test
    void everyReadAndChangeIsInTheAccessLog() {
        int id = created(ASA);
        patch(id, null, "{\"city\": \"Solna\"}");
        as(token).get(in("solna", "/people/" + id));
        as(token).get(in("solna", "/people"));

        assertThat(rows.values("select action || ' ' || cast(person_ids as text) from access_log order by id"))
                .containsExactly(
                        "person.created {" + id + "}",
                        "person.changed {" + id + "}",
                        "person.read {" + id + "}",
                        "people.list {" + id + "}");
    }

    @Test
    void withoutTheRightNothingHappens() {
        given().get(in("solna", "/people")).then().statusCode(401);
        var reader = a.token("solna", Permission.PEOPLE_READ);
        as(reader).body(ASA).post(in("solna", "/people")).then().statusCode(403);
        var writer = a.token("solna", Permission.PEOPLE_WRITE);
        as(writer).get(in("solna", "/people")).then().statusCode(403);
        as(token).queryParam("cursor", "!").get(in("solna", "/people")).then().statusCode(400);
        as(token).queryParam("limit", 201).get(in("solna", "/people")).then().statusCode(400);
        as(token).get(in("solna", "/people")).then().body("items.id", everyItem(equalTo(0)));
    }

    private int created(String person) {
        return as(token)
                .body(person)
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse patch(int id, @org.jspecify.annotations.Nullable String ifMatch, String changes) {
        var request = as(token).body(changes);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch(in("solna", "/people/" + id)).then();
    }

    private ValidatableResponse register(String file) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("text/csv; charset=utf-8")
                .body(file)
                .post(in("solna", "/people/imports"))
                .then()
                .statusCode(200);
    }
}
