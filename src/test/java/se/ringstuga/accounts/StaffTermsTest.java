package se.ringstuga.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

/** Rule 40: access of staff ends and is renewed by another; whoever is removed leaves at once, and says what there is to hand over. */
@QuarkusTest
class StaffTermsTest extends ApiTest {

    private static final Instant LAST_MINUTE = Instant.parse("2027-03-31T21:59:00Z");
    private static final Instant OVER = Instant.parse("2027-03-31T22:00:00Z");

    @Inject
    StaffFixtures staff;

    @Inject
    MockMailbox mailbox;

    private long anna;
    private long eva;
    private long olle;

    @BeforeEach
    void twoAdministratorsAndAnOrganizer() {
        mailbox.clear();
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        anna = staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);
        eva = staff.staff("eva@example.org", "solna", Role.ADMINISTRATOR);
        olle = staff.staff("olle@example.org", "solna", Role.ORGANIZER);
    }

    @Test
    void accessEndsAfterTheLastOfMarchAndAnotherAdministratorRenewsIt() {
        clock.set(LAST_MINUTE);
        var olles = browser(olle);
        olles.get("/o/solna/people").then().statusCode(200);
        browser(anna).get("/o/solna/staff").then().body(containsString("till och med i dag"));

        clock.set(OVER);
        browser(olle).get("/o/solna/people").then().statusCode(404);
        browser(olle).get("/").then().statusCode(200).body(not(containsString("/o/solna/people")));
        browser(anna).get("/o/solna/staff").then().body(containsString("gick ut i går"));
        mailbox.clear();
        StaffFixtures.post(browser(anna), "/o/solna/staff/" + olle + "/renewal", Map.of())
                .then()
                .statusCode(303);

        browser(olle).get("/o/solna/people").then().statusCode(200);
        browser(anna)
                .get("/o/solna/staff")
                .then()
                .body(containsString("olle har fått sin behörighet i solna förlängd till och med 2028-03-31"));
        assertThat(mailbox.getMailsSentTo("olle@example.org")).isEmpty();
    }

    @Test
    void nobodyRenewsTheirOwnNorDoesATokenOfTheirs() {
        StaffFixtures.post(browser(anna), "/o/solna/staff/" + anna + "/renewal", Map.of())
                .then()
                .statusCode(400)
                .body(containsString("förlängs av en annan administratör"));
        var token = tokenOf(anna);
        as(token).post(in("solna", "/staff/" + anna + "/renewal")).then().statusCode(409);
        as(token)
                .post(in("solna", "/staff/" + eva + "/renewal"))
                .then()
                .statusCode(200)
                .body("lastDay", equalTo("2027-03-31"));
    }

    @Test
    void whoeverNobodyCouldLetInAgainKeepsTheAccessUntilSomebodyCan() {
        clock.set(OVER);
        browser(anna).get("/o/solna/staff").then().statusCode(200);

        StaffFixtures.post(browser(anna), "/o/solna/staff/" + eva + "/renewal", Map.of())
                .then()
                .statusCode(303);
        browser(anna).get("/o/solna/staff").then().statusCode(404);
        StaffFixtures.post(browser(eva), "/o/solna/staff/" + anna + "/renewal", Map.of())
                .then()
                .statusCode(303);
        browser(anna).get("/o/solna/staff").then().statusCode(200);
    }

    @Test
    void theLevelAboveRestoresWhoHasLostTheAccess() {
        long below = staff.staff("dag@example.org", "huvudsta", Role.ADMINISTRATOR);
        clock.set(OVER);
        StaffFixtures.post(browser(anna), "/o/solna/staff/" + eva + "/renewal", Map.of());
        browser(below).get("/o/huvudsta/staff").then().statusCode(404);

        StaffFixtures.post(browser(eva), "/o/huvudsta/staff/" + below + "/renewal", Map.of())
                .then()
                .statusCode(303);
        browser(below).get("/o/huvudsta/staff").then().statusCode(200);
        StaffFixtures.post(browser(eva), "/o/huvudsta/staff/" + below + "/removal", Map.of())
                .then()
                .statusCode(303);
        StaffFixtures.post(
                        browser(eva),
                        "/o/huvudsta/staff/invitations",
                        Map.of("email", "dag@example.org", "name", "Dag", "role", "ADMINISTRATOR"))
                .then()
                .statusCode(200);
    }

    @Test
    void whoeverIsRemovedIsSignedOutEverywhereAndTheirTokensAndInvitationsEnd() {
        staff.staff("eva@example.org", "boras", Role.ORGANIZER);
        var evas = staff.session(eva);
        var token = tokenOf(eva);
        var invitation = StaffFixtures.post(
                        StaffFixtures.browser(evas),
                        "/o/solna/staff/invitations",
                        Map.of("email", "ny@example.org", "name", "Ny", "role", "ORGANIZER"))
                .asString()
                .replaceAll("(?s).*(/links/[^<\\s]+)<.*", "$1");
        StaffFixtures.visitor().get(invitation).then().statusCode(200);
        as(token).get(in("solna", "/people")).then().statusCode(200);

        StaffFixtures.post(browser(anna), "/o/solna/staff/" + eva + "/removal", Map.of())
                .then()
                .statusCode(303);

        StaffFixtures.browser(evas)
                .get("/o/boras/people")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in"));
        as(token).get(in("solna", "/people")).then().statusCode(401);
        StaffFixtures.visitor().get(invitation).then().statusCode(404);
        browser(eva).get("/o/boras/people").then().statusCode(200);
        browser(eva).get("/o/solna/people").then().statusCode(404);
    }

    @Test
    void whatTheyHaveUnderWayIsShownBeforeTheyAreRemoved() {
        var token = tokenOf(eva);
        StaffFixtures.browser(staff.session(eva))
                .contentType("application/json")
                .body(Map.of(
                        "title", "Medlemsenkäten", "questions", List.of(Map.of("text", "Hur mår du?", "type", "TEXT"))))
                .post(in("solna", "/surveys"))
                .then()
                .statusCode(201);

        browser(anna)
                .get("/o/solna/staff/" + eva + "/removal")
                .then()
                .statusCode(200)
                .body(containsString("Medlemsenkäten"), containsString("API-nyckel, slutar fungera"));
        as(a.token("solna"))
                .get(in("solna", "/staff/" + eva + "/holdings"))
                .then()
                .body("kind", contains("SURVEY", "TOKEN"))
                .body("organization", contains("solna", "solna"));
        browser(anna)
                .get("/o/solna/staff/" + olle + "/removal")
                .then()
                .body(containsString("Inget är på gång i olles namn."));
        assertThat(token).isNotBlank();
    }

    @Test
    void everyWayNeedsTheRightAndKnowsOnlyItsOwn() {
        long theirs = staff.staff("bo@example.org", "boras", Role.ADMINISTRATOR);
        for (var path : List.of("/renewal", "/holdings")) {
            var own = in("solna", "/staff/" + olle + path);
            var other = in("solna", "/staff/" + theirs + path);
            var post = path.equals("/renewal");
            assertThat(asked(given(), own, post)).isEqualTo(401);
            assertThat(asked(as(a.token("solna", Permission.PEOPLE_READ)), own, post))
                    .isEqualTo(403);
            assertThat(asked(as(a.token("solna")), other, post)).isEqualTo(404);
        }
        browser(olle).get("/o/solna/staff/" + eva + "/removal").then().statusCode(403);
        browser(anna).get("/o/solna/staff/" + theirs + "/removal").then().statusCode(404);
    }

    private static int asked(RequestSpecification who, String path, boolean post) {
        return post ? who.post(path).statusCode() : who.get(path).statusCode();
    }

    /** A session of the moment, since none lasts for months. */
    private RequestSpecification browser(long id) {
        return StaffFixtures.browser(staff.session(id));
    }

    private String tokenOf(long id) {
        return StaffFixtures.browser(staff.session(id))
                .contentType("application/json")
                .body(Map.of(
                        "title",
                        "Verktyg",
                        "scopes",
                        Stream.of(Permission.values()).map(Permission::scope).toList()))
                .post(in("solna", "/tokens"))
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }
}
