package se.ringstuga.automations;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Base of the tests about pages of automations: an organizer in a browser without script. */
abstract class AutomationPageTest extends AutomationTest {

    @Inject
    StaffFixtures staff;

    String session;

    @BeforeEach
    void anOrganizer() {
        signedIn();
    }

    /** Sessions last for hours, and flows for days. */
    void signedIn() {
        session = staff.session(
                staff.staff("asa" + clock.instant().toEpochMilli() + "@example.org", SOLNA, Role.ORGANIZER));
    }

    RequestSpecification asStaff() {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookie("ringstuga", session)
                .header("Accept", "text/html")
                .header("Accept-Language", "sv")
                .header("Sec-Fetch-Site", "same-origin");
    }

    ValidatableResponse page(String path) {
        return asStaff().get("/o/solna/automations" + path).then();
    }

    ValidatableResponse post(String path, Object... fields) {
        var request =
                asStaff().urlEncodingEnabled(true).contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.formParam((String) fields[i], fields[i + 1]);
        }
        return request.post("/o/solna/automations" + path).then();
    }

    /** Presses “Ändra flödet”, or begins a new one: the path of the draft. */
    String draftOf(long automation) {
        return path(post("/" + automation + "/draft").statusCode(303));
    }

    String begun(String title, String beginning) {
        return path(post("/new", "title", title, "beginning", beginning).statusCode(303))
                .replace("/start", "");
    }

    static String path(ValidatableResponse answer) {
        return answer.extract()
                .header("Location")
                .replaceFirst(".*/o/solna/automations", "")
                .replaceFirst("#.*", "");
    }

    /** The mark of what a form was filled in from. */
    String mark(String path) {
        return page(path)
                .statusCode(200)
                .extract()
                .body()
                .asString()
                .replaceFirst("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
    }
}
