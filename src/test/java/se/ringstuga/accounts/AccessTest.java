package se.ringstuga.accounts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class AccessTest extends ApiTest {

    @BeforeEach
    void twoTrees() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
    }

    @Test
    void aTokenOpensItsOrganizationAndThoseBelowIt() {
        var token = a.token("solna");

        as(token).get(in("solna", "")).then().statusCode(200).body("slug", equalTo("solna"));
        as(token).get(in("huvudsta", "")).then().statusCode(200).body("slug", equalTo("huvudsta"));
    }

    @Test
    void upwardsAndSidewaysLookLikeNothing() {
        var token = a.token("huvudsta");

        as(token).get(in("solna", "")).then().statusCode(404);
        as(token).get(in("boras", "")).then().statusCode(404);
        as(token).get(in("no-such", "")).then().statusCode(404);
    }

    @Test
    void withoutACredentialNothingIsTold() {
        given().get(in("solna", "")).then().statusCode(401);
        as("wrong").get(in("solna", "")).then().statusCode(401);
    }

    @Test
    void anExpiredTokenIsRefused() {
        var token = a.token("solna");
        clock.advance(Duration.ofDays(31));

        as(token).get(in("solna", "")).then().statusCode(401);
    }

    @Test
    void aTokenWithoutTheScopeIsRefusedNamingIt() {
        var token = a.token("solna", Permission.PEOPLE_READ);

        as(token)
                .get(in("solna", ""))
                .then()
                .statusCode(403)
                .body("detail", equalTo("This needs the right `organization:read`; ask an administrator for it."));
    }
}
