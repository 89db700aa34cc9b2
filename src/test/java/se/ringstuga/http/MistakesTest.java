package se.ringstuga.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;

@QuarkusTest
class MistakesTest extends ApiTest {

    private String token;

    @BeforeEach
    void organization() {
        a.organization("solna");
        token = a.token("solna");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"DISTRICT\",\"name\":\"A\",\"slug\":\"a\",\"colour\":\"red\"}|colour|is not known here",
                "{\"kind\":\"CITY\",\"name\":\"A\",\"slug\":\"a\"}|kind|must be one of NATIONAL",
                "{\"kind\":1,\"name\":\"A\",\"slug\":\"a\"}|kind|must be one of NATIONAL",
                "{\"kind\":\"DISTRICT\",\"name\":7,\"slug\":\"a\"}|name|must be a text",
                "{\"kind\":\"DISTRICT\",\"name\":[\"A\"],\"slug\":\"a\"}|name|must be a text",
                "{\"kind\":\"DISTRICT\",\"name\":\"A\",\"slug\":\"a\",\"callingFrom\":\"nine\"}|callingFrom|must be a time of day",
                "{\"kind\":\"DISTRICT\",\"name\":\"A\",\"name\":\"B\",\"slug\":\"a\"}|body|is not JSON",
                "{\"kind\":\"DISTRICT\",|body|is not JSON",
                "[]|body|must be an object",
                "{} {}|body|",
                "{\"kind\":\"DISTRICT\",\"name\":\"\",\"slug\":\"a\"}|name|",
                "{\"kind\":\"DISTRICT\",\"name\":\"A\",\"slug\":\"Å\"}|slug|small letters",
            })
    void aFaultyBodyIsToldByTheFieldsOwnName(String body, String field, String message) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/invalid-input"))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].in", equalTo("body"))
                .body("violations[0].message", containsString(message == null ? "" : message));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        post("{\"name\":\"\"}").statusCode(400).body("violations.field", hasItems("kind", "name", "slug"));
    }

    @Test
    void aMissingBodyIsAFaultOfTheClient() {
        as(token)
                .post(in("solna", "/organizations"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("body"));
        post("null").statusCode(400).body("violations[0].field", equalTo("body"));
    }

    @Test
    void aFaultyQueryParameterIsNamedAsSuch() {
        for (var query : new String[] {"limit=0", "limit=many", "limit=201", "cursor=broken"}) {
            as(token)
                    .get(in("solna", "/tokens?" + query))
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo(query.replaceAll("=.*", "")))
                    .body("violations[0].in", equalTo("query"));
        }
    }

    @Test
    void whatTheProtocolRefusesIsAProblemToo() {
        as(token)
                .delete(in("solna", "/organizations"))
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/method-not-allowed"));
        given().header("Authorization", "Bearer " + token)
                .contentType("text/plain")
                .body("x")
                .post(in("solna", "/organizations"))
                .then()
                .statusCode(415)
                .body("type", endsWith("/problems/unsupported-media-type"));
        as(token)
                .get("/api/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/not-found"));
    }

    @Test
    void jsonMayNeitherBeHugeNorBottomless() {
        post("{\"name\":\"" + "x".repeat(StrictJson.LARGEST) + "\"}").statusCode(413);
        post("{\"name\":" + "[".repeat(100) + "]".repeat(100) + "}").statusCode(400);
    }

    @Test
    void anUnexpectedFailureTellsAnIdAndNothingElse() {
        var body = as(token)
                .get("/api/organizations/solna/failure-of-a-test")
                .then()
                .statusCode(500)
                .body("type", endsWith("/problems/unexpected"))
                .extract()
                .asString();
        assertThat(body).contains("\"id\"").doesNotContain("secret table", "Exception");
    }

    private ValidatableResponse post(String body) {
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(in("solna", "/organizations"))
                .then();
    }
}
