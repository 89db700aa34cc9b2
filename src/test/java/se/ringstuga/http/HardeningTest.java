package se.ringstuga.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;

@QuarkusTest
class HardeningTest extends ApiTest {

    private String token;

    @BeforeEach
    void organization() {
        a.organization("solna");
        token = a.token("solna");
    }

    @Test
    void everyAnswerIsHardened() {
        for (Response answer : new Response[] {
            as(token).get(in("solna", "")),
            as("wrong").get(in("solna", "")),
            given().get("/no/such/page"),
            given().get("/sign-in"),
            given().get("/icon.svg"),
            given().get("/q/health/ready"),
            given().get("/q/metrics")
        }) {
            answer.then()
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Permissions-Policy", containsString("camera=()"))
                    .header("Cross-Origin-Opener-Policy", "same-origin")
                    .header("Cross-Origin-Resource-Policy", "same-origin")
                    .header("Strict-Transport-Security", nullValue());
        }
    }

    @Test
    void whatMayBeAboutPeopleIsStoredNowhere() {
        as(token).get(in("solna", "")).then().header("Cache-Control", "no-store");
        as("wrong").get(in("solna", "")).then().header("Cache-Control", "no-store");
        given().get("/sign-in").then().header("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "cross-site, -, 403",
                "same-site, -, 403",
                "cross-site, own, 403",
                "-, https://elsewhere.example, 403",
                "-, null, 403",
                "-, -, 403",
                "same-origin, -, 401",
                "none, -, 401",
                "-, own, 401",
            })
    void changesWithACookieComeFromOurOwnSiteAlone(String site, String origin, int status) {
        RequestSpecification request = given().cookie("ringstuga", "some session");
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.equals("own") ? "http://localhost:" + RestAssured.port : origin);
        }

        request.contentType("application/json")
                .body("{}")
                .post(in("solna", "/tokens"))
                .then()
                .statusCode(status);
    }

    /** Safari before 16.4: no Sec-Fetch-Site, and a null origin from pages that send no referrer. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, null, own page, 401",
                "-, null, -, 403",
                "cross-site, null, own page, 403",
                "same-site, null, own page, 403",
                "same-origin, null, -, 401",
                "-, https://elsewhere.example, own page, 403",
                "-, -, own page, 403",
            })
    void aBrowserThatSaysNothingBringsTheMarkOfOurOwnPages(String site, String origin, String mark, int status) {
        RequestSpecification request = given().cookie("ringstuga", "some session");
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (mark != null) {
            request.cookie("ringstuga_own", "1");
        }

        request.contentType("application/json")
                .body("{}")
                .post(in("solna", "/tokens"))
                .then()
                .statusCode(status);
    }

    @Test
    void theMarkIsGivenByPagesAndNeverSentByOtherSites() {
        var mark = given().accept("text/html").get("/sign-in").detailedCookie("ringstuga_own");
        assertThat(mark.getSameSite()).isEqualTo("Strict");
        assertThat(mark.isHttpOnly()).isTrue();
        assertThat(mark.isSecured()).isFalse();
        assertThat(given().accept("text/html")
                        .header("Host", "ringstuga.example.org")
                        .get("/sign-in")
                        .detailedCookie("ringstuga_own")
                        .isSecured())
                .isTrue();
        assertThat(given().accept("text/html")
                        .header("Sec-Fetch-Site", "none")
                        .get("/sign-in")
                        .cookies())
                .isEmpty();
        assertThat(as(token).get(in("solna", "")).cookies()).isEmpty();
    }

    @Test
    void anOldBrowserSignsInFromOurPageAndNotFromAnothers() {
        given().header("Origin", "null")
                .accept("text/html")
                .formParam("email", "anna@example.org")
                .post("/sign-in")
                .then()
                .statusCode(403);
        given().header("Origin", "null")
                .accept("text/html")
                .cookie("ringstuga_own", "1")
                .formParam("email", "anna@example.org")
                .post("/sign-in")
                .then()
                .statusCode(400)
                .body(containsString("Logga in"));
    }

    @Test
    void aTokenMayBeSentFromAnywhere() {
        as(token)
                .header("Sec-Fetch-Site", "cross-site")
                .body("{}")
                .post(in("solna", "/tokens"))
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"Basic eDp5, /api/organizations/solna/tokens", "Bearer x, /sign-out"})
    void whatABrowserMayAddByItselfIsNoToken(String authorization, String path) {
        given().header("Authorization", authorization)
                .header("Sec-Fetch-Site", "cross-site")
                .cookie("ringstuga", "some session")
                .post(path)
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/cross-site"));
    }

    @Test
    void anotherSitesSignInFormIsRefusedToo() {
        given().header("Sec-Fetch-Site", "cross-site")
                .formParam("email", "anna@example.org")
                .post("/sign-in")
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/cross-site"));
    }

    @Test
    void metricsNeedTheirToken() {
        given().get("/q/metrics").then().statusCode(404);
        given().header("Authorization", "Bearer wrong").get("/q/metrics").then().statusCode(404);
        given().header("Authorization", "Bearer a metrics token for tests")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("jvm_"));
        given().get("/q/../q/metrics").then().statusCode(404);
        given().get("/q//metrics").then().statusCode(404);
    }

    @Test
    void readinessIsToldOnTheMainPort() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8::a:b:c:d, 20010db800000000",
        "2001:db8::1, 20010db800000000",
        "0:0:0:0:0:0:0:1, 0000000000000000",
        "unknown, unknown"
    })
    void anIpV6AddressCountsWithItsNetwork(String address, String counted) {
        assertThat(ClientAddress.network(address)).isEqualTo(counted);
    }

    @Test
    void theSecondOfTwoChangesIsToldThatItIsLate() {
        EntityVersion.require(null, 3);
        EntityVersion.require("*", 3);
        EntityVersion.require("\"2\", \"3\"", 3);

        assertThatThrownBy(() -> EntityVersion.require("\"2\"", 3))
                .isInstanceOfSatisfying(EntityVersion.ChangedSince.class, late -> {
                    assertThat(late.status()).isEqualTo(412);
                    assertThat(late.members()).containsEntry("currentVersion", "\"3\"");
                });
    }
}
