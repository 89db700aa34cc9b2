package se.ringstuga.organizations;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

@QuarkusTest
class OrganizationsResourceTest extends ApiTest {

    private String token;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        token = a.token("solna");
    }

    @Test
    void anOrganizationIsAddedBelowAndReachedFromAbove() {
        as(token)
                .body("""
                        {"kind": "LOCAL_GROUP", "name": "Huvudsta", "slug": "huvudsta"}""")
                .post(in("solna", "/organizations"))
                .then()
                .statusCode(201)
                .body("timeZone", equalTo("Europe/Stockholm"));

        as(token).get(in("solna", "/organizations")).then().statusCode(200).body("slug", contains("huvudsta"));
        as(token).get(in("huvudsta", "")).then().statusCode(200);
    }

    @Test
    void aTakenSlugIsRefusedNamingIt() {
        as(token)
                .body("""
                        {"kind": "LOCAL_GROUP", "name": "Solna igen", "slug": "solna"}""")
                .post(in("solna", "/organizations"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("slug"));
    }

    @Test
    void settingsChangeOneByOne() {
        change("""
                {"callingHours": {"from": "10:00", "to": "19:00"}, "callUnder16": true}""")
                .statusCode(200)
                .body("callingFrom", equalTo("10:00"))
                .body("callUnder16", equalTo(true))
                .body("name", equalTo("solna"));
        change("""
                {"callingHours": {"inherited": true}}""").statusCode(200).body("callingFrom", nullValue()).body("callUnder16", equalTo(true));
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreRefused() {
        change("""
                {"callingHours": {"from": "20:00", "to": "09:00"}}""").statusCode(400).body("violations.field", hasItem("callingHours.to"));
    }

    @Test
    void anUnknownTimeZoneIsRefused() {
        change("""
                {"timeZone": "Europe/Solna"}""").statusCode(400).body("violations.field", hasItem("timeZone"));
    }

    @Test
    void changingNeedsTheRight() {
        token = a.token("solna", Permission.ORGANIZATION_READ);

        change("""
                {"name": "Ny"}""").statusCode(403);
    }

    @Test
    void anotherTreeIsNotFound() {
        a.organization("boras");

        as(a.token("boras")).body("{}").patch(in("solna", "")).then().statusCode(404);
    }

    private ValidatableResponse change(String body) {
        return as(token).body(body).patch(in("solna", "")).then();
    }
}
