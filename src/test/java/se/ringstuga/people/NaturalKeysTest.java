package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

@QuarkusTest
class NaturalKeysTest extends ApiTest {

    private static final String ASA = """
            {"givenName": "Åsa", "familyName": "Ek", "phone": "070-174 06 05", "email": "asa@example.org",
             "externalId": "M-17"}""";

    @Inject
    StoredRows rows;

    private String token;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        a.organization("boras");
        token = a.token("solna");
    }

    @Test
    void aPersonIsFoundByMemberNumberThenEmailThenNameAndPhone() {
        int id = find(ASA)
                .statusCode(201)
                .body("created", equalTo(true))
                .body("matchedBy", nullValue())
                .extract()
                .path("person.id");

        is(id, "EXTERNAL_ID", "{\"externalId\": \" M-17\", \"givenName\": \"Någon\"}");
        is(id, "EMAIL", "{\"email\": \"ASA@Example.org\"}");
        is(id, "EMAIL", "{\"email\": \"ASA@Example.org\", \"givenName\": \"asa\"}");
        is(id, "NAME_AND_PHONE", "{\"givenName\": \"åsa\", \"familyName\": \"EK\", \"altPhone\": \"0701740605\"}");
        assertThat(rows.count("person")).isEqualTo(1);
        assertThat(rows.values("select action from access_log order by id"))
                .containsExactly("person.created", "person.read", "person.read", "person.read", "person.read");
    }

    @Test
    void whoeverSharesAnAddressOrANumberIsSomebodyElse() {
        find(ASA).statusCode(201);

        find("{\"givenName\": \"Bo\", \"email\": \"asa@example.org\"}").statusCode(201);
        find("{\"givenName\": \"Bo\", \"familyName\": \"Ek\", \"phone\": \"0701740605\"}")
                .statusCode(201);
        find("{\"givenName\": \"Åsa\", \"email\": \"asa@example.org\", \"externalId\": \"M-18\"}")
                .statusCode(201);
    }

    @Test
    void aProtectedPersonIsFoundByNobodyButAdministrators() {
        int id = find(ASA).extract().path("person.id");
        rows.change("update person set restricted_at = created_at, restricted_by = 'staff:1', external_id = null");

        is(id, "EMAIL", "{\"email\": \"asa@example.org\"}");
        token = a.token("solna", Permission.PEOPLE_WRITE);
        find("{\"email\": \"asa@example.org\"}").statusCode(201);
    }

    @Test
    void theSameKeyTellsTheSameAgain() {
        int id = keyed("k1", ASA).statusCode(201).extract().path("person.id");

        keyed("k1", ASA)
                .statusCode(201)
                .body("created", equalTo(true))
                .body("matchedBy", nullValue())
                .body("person.id", equalTo(id));
        keyed("k2", ASA).statusCode(200).body("matchedBy", equalTo("EXTERNAL_ID"));
        rows.change("update person set external_id = 'M-99'");
        keyed("k2", ASA).statusCode(200).body("created", equalTo(false)).body("person.id", equalTo(id));
        keyed("k2", "{\"givenName\": \"Bo\"}").statusCode(422);
        assertThat(rows.count("person")).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsRefusedNamingTheField() {
        find("{\"shoeSize\": 38}")
                .statusCode(400)
                .body("violations[0].field", equalTo("shoeSize"))
                .body("violations[0].in", equalTo("body"));
        find("{\"phone\": \"070\"}").statusCode(400).body("violations[0].field", equalTo("phone"));
        find("{}").statusCode(400);
        as(token)
                .urlEncodingEnabled(false)
                .body("{\"givenName\": \"Bo\"}")
                .put(in("solna", "/people/by-external-id/%20"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("externalId"))
                .body("violations[0].in", equalTo("path"));
    }

    @Test
    void withoutTheRightNobodyIsFound() {
        given().contentType(ContentType.JSON)
                .body(ASA)
                .post(in("solna", "/people/find-or-create"))
                .then()
                .statusCode(401);
        as(token).body(ASA).post(in("boras", "/people/find-or-create")).then().statusCode(404);
        token = a.token("solna", Permission.PEOPLE_READ);
        find(ASA).statusCode(403);
    }

    @Test
    void aRepeatedRequestMakesOnePersonAndOneTag() {
        for (var path : new String[] {"/people", "/tags"}) {
            var body = path.equals("/tags") ? "{\"title\": \"Kan baka\"}" : ASA;
            int id = repeat(path, body).statusCode(201).extract().path("id");
            repeat(path, body).statusCode(201).body("id", equalTo(id));
            repeat(path, body.replace("Åsa", "Bo").replace("baka", "koka"))
                    .statusCode(422)
                    .body("type", endsWith("/problems/idempotency-key-reused"));
        }
        assertThat(rows.count("person")).isEqualTo(1);
        assertThat(rows.count("tag")).isEqualTo(1);
    }

    private void is(int id, String key, String described) {
        find(described)
                .statusCode(200)
                .body("person.id", equalTo(id))
                .body("created", equalTo(false))
                .body("matchedBy", equalTo(key));
    }

    private ValidatableResponse find(String described) {
        return as(token)
                .body(described)
                .post(in("solna", "/people/find-or-create"))
                .then();
    }

    private ValidatableResponse keyed(String key, String described) {
        return as(token)
                .header("Idempotency-Key", key)
                .body(described)
                .post(in("solna", "/people/find-or-create"))
                .then();
    }

    private ValidatableResponse repeat(String path, String body) {
        return as(token)
                .header("Idempotency-Key", "once")
                .body(body)
                .post(in("solna", path))
                .then();
    }
}
