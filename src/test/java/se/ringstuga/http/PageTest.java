package se.ringstuga.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class PageTest extends ApiTest {

    private static final String NOWHERE = "/no/such/page";

    @Test
    void aPageThatDoesNotExistSaysSoInSwedishAndInEnglish() {
        given().accept(ContentType.HTML)
                .get(NOWHERE)
                .then()
                .statusCode(404)
                .contentType(ContentType.HTML)
                .body(containsString("<html lang=\"sv\">"), containsString("Sidan finns inte"));
        given().accept(ContentType.HTML)
                .header("Accept-Language", "en-GB,en;q=0.8")
                .get(NOWHERE)
                .then()
                .statusCode(404)
                .body(containsString("<html lang=\"en\">"), containsString("There is no such page"));
    }

    @Test
    void programsKeepTheirProblemDocument() {
        given().accept("text/html, application/json")
                .get("/api/organizations/nowhere/people")
                .then()
                .contentType("application/problem+json");
    }

    @Test
    void aPageIsNeverStoredTellsNobodyAndRunsNothingInline() {
        given().accept(ContentType.HTML)
                .get(NOWHERE)
                .then()
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(not(containsString("style=")), not(containsString("<script>")));
    }

    @Test
    void theLinkThatSwitchesLanguageRemembersAndComesBackToTheSamePage() {
        var switched = given().redirects().follow(false).get(NOWHERE + "?day=2&lang=en");
        switched.then().statusCode(303).header("Location", containsString(NOWHERE + "?day=2"));
        assertThat(switched.getHeader("Location")).doesNotContain("lang");
        given().accept(ContentType.HTML)
                .cookie("language", switched.getCookie("language"))
                .header("Accept-Language", "sv")
                .get(NOWHERE)
                .then()
                .body(containsString("There is no such page"));
    }

    @Test
    void theStyleSheetIsFetchedOnceForEachContent() {
        String page = given().accept(ContentType.HTML).get(NOWHERE).asString();
        String address = page.replaceAll("(?s).*href=\"(/assets/[0-9a-f]+/ringstuga\\.css)\".*", "$1");
        given().get(address)
                .then()
                .statusCode(200)
                .contentType("text/css")
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                .body(containsString("--accent"));
        given().get("/assets/0000000000000000/ringstuga.css")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache");
        given().get("/assets/0000000000000000/htmx.js").then().statusCode(200);
        given().get("/assets/0000000000000000/nothing.css").then().statusCode(404);
    }
}
