package se.ringstuga.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class TokensResourceTest extends ApiTest {

    @Inject
    StaffFixtures staff;

    private String token;

    @BeforeEach
    void twoTrees() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        token = a.token("solna");
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
        var made = make(token, Map.of("title", "kassan", "scopes", List.of("organization:read")))
                .statusCode(201)
                .body("title", equalTo("kassan"))
                .body("scopes", equalTo(List.of("organization:read")))
                .body("expiresAt", equalTo("2027-11-24T17:00:00Z"))
                .extract();
        String secret = made.path("token");
        int id = made.path("id");

        as(secret).get(in("solna", "")).then().statusCode(200);
        as(secret).get(in("huvudsta", "")).then().statusCode(200);
        as(secret).get(in("boras", "")).then().statusCode(404);
        as(token)
                .get(in("solna", "/tokens"))
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.token", everyItem(nullValue()))
                .body("items[0].lastUsedAt", notNullValue());

        as(token).delete(in("solna", "/tokens/" + id)).then().statusCode(204);
        as(secret).get(in("solna", "")).then().statusCode(401);
        as(token).delete(in("solna", "/tokens/" + id)).then().statusCode(204);
        as(token).get(in("solna", "/tokens")).then().body("items", hasSize(1));
    }

    @Test
    void theSecretItselfIsNotStored() {
        String secret = make(token, Map.of("title", "kassan", "scopes", List.of("people:read")))
                .extract()
                .path("token");

        assertThat(secret).hasSizeGreaterThanOrEqualTo(32);
        as(token).get(in("solna", "/tokens")).then().body(not(containsString(secret)));
    }

    @Test
    void nobodyGivesRightsTheyLack() {
        var poor = a.token("solna", Permission.TOKENS_MANAGE, Permission.PEOPLE_READ);

        make(poor, Map.of("title", "mer", "scopes", List.of("people:read", "people:write")))
                .statusCode(400)
                .body("violations[0].field", equalTo("scopes"));
        make(poor, Map.of("title", "lagom", "scopes", List.of("people:read"))).statusCode(201);
    }

    @Test
    void aTokenHasWhatItsMakerHasButForHandingOutRightsUnlessTold() {
        make(token, Map.of("title", "allt"))
                .statusCode(201)
                .body("scopes", hasItems("people:read", "calls:call"))
                .body("scopes", not(hasItem("tokens:manage")))
                .body("scopes", not(hasItem("staff:manage")));
        make(a.token("solna", Permission.TOKENS_MANAGE, Permission.PEOPLE_READ), Map.of("title", "lite"))
                .statusCode(201)
                .body("scopes", equalTo(List.of("people:read")));
        make(a.token("solna", Permission.TOKENS_MANAGE), Map.of("title", "inget"))
                .statusCode(400)
                .body("violations[0].field", equalTo("scopes"));
    }

    @Test
    void faultsAreNamed() {
        make(token, Map.of("title", "x", "scopes", List.of("people:read", "people:eat")))
                .statusCode(400)
                .body("violations[0].field", equalTo("scopes[1]"))
                .body("violations[0].message", containsString("people:write"));
        make(token, Map.of("title", "x", "scopes", List.of()))
                .statusCode(400)
                .body("violations[0].field", equalTo("scopes"));
        make(token, Map.of("title", "x", "scopes", List.of("people:read"), "expiresInDays", 731))
                .statusCode(400)
                .body("violations[0].field", equalTo("expiresInDays"));
    }

    @Test
    void tokensOfOtherOrganizationsDoNotExist() {
        int foreign = make(a.token("boras"), "boras", Map.of("title", "x", "scopes", List.of("people:read")))
                .extract()
                .path("id");

        as(token).delete(in("solna", "/tokens/" + foreign)).then().statusCode(404);
        as(token).delete(in("boras", "/tokens/" + foreign)).then().statusCode(404);
        as(a.token("solna", Permission.PEOPLE_READ))
                .get(in("solna", "/tokens"))
                .then()
                .statusCode(403);
        given().get(in("solna", "/tokens")).then().statusCode(401);
    }

    @Test
    void anAdministratorsBrowserMakesTokensAndAnOrganizersDoesNot() {
        var administrator = staff.session(staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR));
        var organizer = staff.session(staff.staff("olle@example.org", "solna", Role.ORGANIZER));
        var wanted = Map.of("title", "x", "scopes", List.of("people:read"), "expiresInDays", 1);

        String secret =
                inBrowser(administrator, wanted).statusCode(201).extract().path("token");
        inBrowser(organizer, wanted).statusCode(403).body("type", endsWith("/problems/forbidden"));

        clock.advance(Duration.ofDays(1));
        as(secret).get(in("solna", "/tokens")).then().statusCode(401);
    }

    private static ValidatableResponse inBrowser(String session, Map<String, ?> wanted) {
        return given().cookie("ringstuga", session)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body(wanted)
                .post("/api/organizations/solna/tokens")
                .then();
    }

    private ValidatableResponse make(String by, Map<String, ?> wanted) {
        return make(by, "solna", wanted);
    }

    private ValidatableResponse make(String by, String slug, Map<String, ?> wanted) {
        return as(by).body(wanted).post(in(slug, "/tokens")).then();
    }
}
