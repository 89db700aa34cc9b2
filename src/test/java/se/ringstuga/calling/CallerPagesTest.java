package se.ringstuga.calling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class CallerPagesTest extends CallTest {

    private static final String STOP = "href=\"/ring/stop\"";

    private String link;
    private long assignment;

    @BeforeEach
    void aVolunteersLink() {
        calls.person(SOLNA, "Fatima", CallFixtures.number(7));
        assignment = assignment("");
        link = URI.create(as(token)
                        .body(Map.of("name", "Noor"))
                        .post(in(SOLNA, "/call-assignments/" + assignment + "/callers"))
                        .jsonPath()
                        .getString("joinLink"))
                .getPath();
    }

    private RequestSpecification browser() {
        return given().accept(ContentType.HTML).redirects().follow(false);
    }

    private RequestSpecification joined() {
        String session = browser().post(link).getCookie("caller");
        return browser().cookie("caller", session).header("Sec-Fetch-Site", "same-origin");
    }

    @Test
    void theCookieIsTheBrowsersOwnAndNoScriptReadsIt() {
        browser()
                .post(link)
                .then()
                .statusCode(303)
                .header("Location", containsString("/ring"))
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"));
    }

    @Test
    void outsideLocalhostTheCookieTravelsEncryptedOnly() {
        browser().header("Host", "ring.example.se").post(link).then().header("Set-Cookie", containsString("Secure"));
    }

    @Test
    void whoeverGuessesALinkIsToldNothingAndAfterTwentyMissesToWait() {
        browser().get("/r/guess").then().statusCode(200).body(containsString("Gå med"));
        for (int i = 0; i < 20; i++) {
            browser().post("/r/guess" + i).then().statusCode(404).body(containsString("Sidan finns inte"));
        }
        browser().post("/r/guess").then().statusCode(429).body(containsString("Vänta en minut"));
    }

    @Test
    void withoutASessionThereIsNobodyToSee() {
        for (String page : new String[] {"/ring", "/ring/call", "/ring/practice", "/ring/rang-back", "/ring/stop"}) {
            browser().get(page).then().statusCode(401).body(not(containsString("Fatima")));
        }
    }

    @Test
    void nobodyIsHandedOutBeforeThePromise() {
        var session = joined();
        session.post("/ring/next").then().statusCode(303).header("Location", containsString("/ring"));
        assertThat(calls.count("select count(*) from call")).isZero();
    }

    @Test
    void aPageAboutAPersonIsNeverStoredAndTellsNoOtherSite() {
        var session = joined();
        session.post("/ring/promise");
        session.post("/ring/next").then().statusCode(303);
        session.get("/ring/call")
                .then()
                .statusCode(200)
                .body(containsString("Fatima"), not(containsString("070-174")))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
    }

    @Test
    void anotherSiteCannotActInTheCallersName() {
        var session = joined();
        session.header("Sec-Fetch-Site", "cross-site")
                .post("/ring/promise")
                .then()
                .statusCode(403);
        assertThat(calls.count("select count(*) from caller where promised_at is not null"))
                .isZero();
    }

    @Test
    void aFormWithoutScriptReportsAndKeepsWhatWasTypedWhenSomethingIsWrong() {
        var session = joined();
        session.post("/ring/promise");
        session.post("/ring/next");
        String page = session.get("/ring/call").asString();
        String address = address(session);
        String secret = page.replaceAll("(?s).*name=\"secret\" value=\"([^\"]+)\".*", "$1");
        session.post(address + "/number").then().statusCode(303);
        session.get("/ring/call").then().body(containsString("tel:+467"));

        var form = given().spec(session)
                .contentType(ContentType.URLENC)
                .formParam("secret", secret)
                .formParam("note", "Ring efter sju");
        given().spec(form)
                .formParam("outcome", "CALL_BACK")
                .post(address + "/report")
                .then()
                .statusCode(400)
                .body(containsString("Ring efter sju"), containsString("Välj en tid"));
        given().spec(form)
                .redirects()
                .follow(false)
                .formParam("outcome", "BUSY")
                .post(address + "/report")
                .then()
                .statusCode(303)
                .header("Location", containsString("/ring/thanks"));
        assertThat(calls.count("select count(*) from call_note")).isEqualTo(1);
    }

    @Test
    void howAnUntoldCallWentIsAskedBeforeTheNextPersonIsHandedOut() {
        calls.person(SOLNA, "Bo", CallFixtures.number(8));
        as(token)
                .body("{\"maxAttempts\":2}")
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(200);
        var session = joined();
        session.post("/ring/promise");
        session.post("/ring/next");
        session.post(address(session) + "/number").then().statusCode(303);
        clock.advance(Duration.ofMinutes(46));

        session.post("/ring/next").then().statusCode(303).header("Location", endsWith("/ring"));
        session.get("/ring").then().body(containsString("Hur gick samtalet?"));
        assertThat(calls.count("select count(*) from call")).isEqualTo(1);
        session.post("/ring/next?asked=true").then().statusCode(303).header("Location", endsWith("/ring/call"));
        assertThat(calls.count("select count(*) from call")).isEqualTo(2);
    }

    @Test
    void theFormOfSomebodyWhoRangBackKeepsWhatWasTypedWhenSomethingIsWrong() {
        var session = joined();
        session.post("/ring/promise");
        session.post("/ring/next");
        String address = address(session);
        session.post(address + "/number").then().statusCode(303);
        given().spec(session)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("outcome", "NO_ANSWER")
                .post(address + "/report")
                .then()
                .statusCode(303);
        String rangBack = address.replace("/ring/call/", "/ring/rang-back/") + "/report";
        var form = given().spec(session)
                .contentType(ContentType.URLENC)
                .formParam("note", "Ring efter sju")
                .formParam("outcome", "CALL_BACK");

        given().spec(form)
                .post(rangBack)
                .then()
                .statusCode(400)
                .body(containsString("Ring efter sju"), containsString("Välj en tid"));
        given().spec(form)
                .accept(ContentType.JSON)
                .post(rangBack)
                .then()
                .statusCode(400)
                .body("faults.callBackAt", containsString("Välj en tid"));
        assertThat(calls.count("select count(*) from call where incoming")).isZero();
    }

    @Test
    void thePromiseIsAskedForAgainWhenItIsWordedAnew() {
        var session = joined();
        session.post("/ring/promise");
        session.get("/ring").then().body(containsString("Börja ringa"));

        calls.change("update caller set promise_version = 0", Map.of());
        session.get("/ring").then().body(containsString("Jag lovar"), not(containsString("Börja ringa")));
    }

    @Test
    void stoppingIsOnEveryPage() {
        var session = joined();
        session.get("/ring").then().body(containsString(STOP));
        session.post("/ring/promise");
        for (String page : new String[] {"/ring", "/ring/practice", "/ring/rang-back", "/ring/thanks"}) {
            session.get(page).then().statusCode(200).body(containsString(STOP));
        }
        session.post("/ring/next");
        session.get("/ring/call").then().statusCode(200).body(containsString(STOP));
        session.post(address(session) + "/skip");
        calls.change("update call_assignment set paused_at = opened_at", Map.of());
        session.post("/ring/next").then().statusCode(200).body(containsString(STOP));
    }

    private static String address(RequestSpecification session) {
        return session.get("/ring/call").asString().replaceAll("(?s).*action=\"(/ring/call/\\d+)/report\".*", "$1");
    }

    @Test
    void whoeverGuessesAClaimsSecretIsToldNothingAndAfterTwentyMissesToWait() {
        var claim = claimed(assignment);
        var address = "/ring/call/" + claim.getLong("id") + "/report";
        for (int i = 0; i < 20; i++) {
            browser()
                    .formParam("secret", "guess" + i)
                    .formParam("outcome", "BUSY")
                    .post(address)
                    .then()
                    .statusCode(404);
        }

        browser()
                .formParam("secret", claim.getString("secret"))
                .formParam("outcome", "BUSY")
                .post(address)
                .then()
                .statusCode(429);
        assertThat(calls.count("select count(*) from call where state = 'REPORTED'"))
                .isZero();
    }
}
