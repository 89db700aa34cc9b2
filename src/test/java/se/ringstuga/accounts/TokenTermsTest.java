package se.ringstuga.accounts;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

/** Rule 40 for what acts in somebody's name: a token has never more than its maker has by now. */
@QuarkusTest
class TokenTermsTest extends ApiTest {

    private static final Instant LAST_MINUTE = Instant.parse("2027-03-31T21:59:00Z");
    private static final Instant OVER = Instant.parse("2027-03-31T22:00:00Z");

    @Inject
    StaffFixtures staff;

    private long anna;
    private long eva;

    @BeforeEach
    void twoAdministrators() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        anna = staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);
        eva = staff.staff("eva@example.org", "solna", Role.ADMINISTRATOR);
    }

    @Test
    void aTokenRestsWhileItsMakersAccessIsOverAndWorksAgainWhenThatIsRenewed() {
        var evas = token(browser(eva), "solna");
        var below = token(browser(eva), "huvudsta");
        var madeWithIt = token(as(evas), "solna");
        clock.set(LAST_MINUTE);
        StaffFixtures.post(browser(eva), "/o/solna/staff/" + anna + "/renewal", Map.of())
                .then()
                .statusCode(303);
        for (var token : List.of(evas, madeWithIt)) {
            as(token).get(in("solna", "/people")).then().statusCode(200);
        }

        clock.set(OVER);
        for (var token : List.of(evas, madeWithIt)) {
            as(token).get(in("solna", "/people")).then().statusCode(401);
        }
        as(below).get(in("huvudsta", "/people")).then().statusCode(401);
        browser(anna)
                .get("/o/solna/tokens")
                .then()
                .statusCode(200)
                .body(containsString(">Vilar<"), containsString("slutar fungera när eva inte har behörighet längre"));
        as(a.token("solna"))
                .get(in("solna", "/tokens?limit=1"))
                .then()
                .body("items[0].maker", nullValue())
                .body("items[0].resting", equalTo(false));

        StaffFixtures.post(browser(anna), "/o/solna/staff/" + eva + "/renewal", Map.of())
                .then()
                .statusCode(303);
        for (var token : List.of(evas, madeWithIt)) {
            as(token).get(in("solna", "/people")).then().statusCode(200);
        }
        browser(anna).get("/o/solna/tokens").then().body(not(containsString(">Vilar<")));
    }

    @Test
    void removedEvenForAMomentTheirTokensAreGoneForGood() {
        var evas = token(browser(eva), "solna");
        var madeWithIt = token(as(evas), "huvudsta");
        StaffFixtures.post(browser(anna), "/o/solna/staff/" + eva + "/removal", Map.of())
                .then()
                .statusCode(303);

        staff.staff("eva@example.org", "solna", Role.ADMINISTRATOR);

        as(evas).get(in("solna", "/people")).then().statusCode(401);
        as(madeWithIt).get(in("huvudsta", "/people")).then().statusCode(401);
    }

    @Test
    void theLinksThatTheyOrTheirTokensMadeLetNobodyInAnyMore() {
        var invitation = as(token(browser(eva), "solna"))
                .body(Map.of("email", "ny@example.org", "name", "Ny", "role", "ADMINISTRATOR"))
                .post(in("huvudsta", "/staff/invitations"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("link");
        var reset = browser(eva)
                .post(in("solna", "/staff/" + anna + "/reset-links"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("link");
        var links = Stream.of(invitation, reset)
                .map(link -> URI.create(link).getPath())
                .toList();
        for (var link : links) {
            StaffFixtures.visitor().get(link).then().statusCode(200);
        }

        StaffFixtures.post(browser(anna), "/o/solna/staff/" + eva + "/removal", Map.of())
                .then()
                .statusCode(303);

        for (var link : links) {
            StaffFixtures.visitor().get(link).then().statusCode(404);
        }
    }

    @Test
    void aTokenOfSomebodyWhoIsNoAdministratorAnyMoreHasNoMoreRightsThanTheyHave() {
        var evas = token(browser(eva), "solna");
        as(evas).get(in("solna", "/staff")).then().statusCode(200);

        StaffFixtures.post(browser(anna), "/o/solna/staff/" + eva + "/role", Map.of("role", "ORGANIZER"))
                .then()
                .statusCode(303);

        as(evas).get(in("solna", "/people")).then().statusCode(200);
        as(evas).get(in("solna", "/staff")).then().statusCode(403);
        as(evas).get(in("solna", "/tokens")).then().statusCode(403);
    }

    @Test
    void whatCameWithTheInstallationFollowsNobody() {
        var own = a.token("solna");
        var madeWithIt = token(as(own), "solna");
        clock.advance(Duration.ofDays(20));

        as(own).get(in("solna", "/people")).then().statusCode(200);
        as(madeWithIt).get(in("solna", "/people")).then().statusCode(200);
    }

    private RequestSpecification browser(long id) {
        return StaffFixtures.browser(staff.session(id)).contentType("application/json");
    }

    private String token(RequestSpecification maker, String slug) {
        return maker.body(Map.of(
                        "title",
                        "Verktyg",
                        "scopes",
                        Stream.of(Permission.values()).map(Permission::scope).toList()))
                .post(in(slug, "/tokens"))
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }
}
