package se.ringstuga.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;

@QuarkusTest
class SignInTest extends ApiTest {

    private static final String ANNA = "anna@example.org";

    @Inject
    StaffFixtures staff;

    @BeforeEach
    void anna() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        staff.staff(ANNA, "solna", Role.ADMINISTRATOR);
    }

    @Test
    void passwordAndCodeTogetherOpenTheHomePage() {
        var answer = signIn();

        answer.then().statusCode(303).header("Location", endsWith("/"));
        var cookie = answer.getDetailedCookie("ringstuga");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofHours(12).toSeconds());
        StaffFixtures.browser(cookie.getValue())
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("Hej anna"), containsString("/o/solna/staff"));
    }

    @Test
    void whoIsAskedForTheCodeComesBackToThePageTheyWanted() {
        var waiting = password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga");

        var asked = StaffFixtures.browser(waiting).get("/o/solna/staff?page=2");
        asked.then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in/code?return=%2Fo%2Fsolna%2Fstaff%3Fpage%3D2"));
        StaffFixtures.post(
                        StaffFixtures.browser(waiting),
                        "/sign-in/code",
                        Map.of("code", staff.code(), "return", "/o/solna/staff?page=2"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/o/solna/staff?page=2"));
    }

    @Test
    void theCookieIsSecureOutsideThisMachine() {
        assertThat(password(ANNA, StaffFixtures.PASSWORD)
                        .getDetailedCookie("ringstuga")
                        .isSecured())
                .isFalse();
        var outside = StaffFixtures.post(
                StaffFixtures.visitor().header("Host", "ringstuga.example.org"),
                "/sign-in",
                Map.of("email", ANNA, "password", StaffFixtures.PASSWORD));

        assertThat(outside.getDetailedCookie("ringstuga").isSecured()).isTrue();
    }

    @Test
    void thePasswordAloneOpensNothing() {
        var waiting = password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga");

        StaffFixtures.browser(waiting).get("/").then().statusCode(303).header("Location", endsWith("/sign-in/code"));
        StaffFixtures.browser(waiting)
                .get(in("solna", "/staff"))
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/second-factor-missing"));
    }

    @Test
    void aCodeIsGoodOnce() {
        var code = staff.code();
        code(password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga"), code)
                .then()
                .statusCode(303);

        code(password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga"), code)
                .then()
                .statusCode(400);
    }

    @Test
    void theNeighbouringCodesAreGoodAndOlderOnesAreNot() {
        var code = staff.code();
        clock.advance(Duration.ofSeconds(30));
        code(password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga"), code)
                .then()
                .statusCode(303);
        var old = staff.code();
        clock.advance(Duration.ofSeconds(90));

        code(password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga"), old)
                .then()
                .statusCode(400);
    }

    @Test
    void theSessionGetsANewSecretWithTheCode() {
        var waiting = password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga");
        var session = code(waiting, staff.code()).getCookie("ringstuga");

        assertThat(session).isNotEqualTo(waiting);
        StaffFixtures.browser(waiting).get("/").then().statusCode(303).header("Location", endsWith("/sign-in"));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
        var wrong = password(ANNA, "inte rätt lösenord");
        var unknown = password("nobody@example.org", StaffFixtures.PASSWORD);

        wrong.then().statusCode(400).body(containsString("stämmer inte"));
        unknown.then().statusCode(400);
        assertThat(unknown.asString().replace("nobody@example.org", ANNA)).isEqualTo(wrong.asString());
    }

    @Test
    void guessingAPasswordEndsInWaiting() {
        for (int i = 0; i < 10; i++) {
            password(ANNA, "gissning " + i).then().statusCode(400);
        }

        password(ANNA, StaffFixtures.PASSWORD).then().statusCode(429).header("Retry-After", notNullValue());
        password("other@example.org", StaffFixtures.PASSWORD).then().statusCode(400);
        clock.advance(Duration.ofMinutes(15));
        password(ANNA, StaffFixtures.PASSWORD).then().statusCode(303);
    }

    @Test
    void whoWasInBeforeIsNotLockedOutByGuesses() {
        var known = signIn().getCookie("ringstuga_known");
        for (int i = 0; i < 10; i++) {
            password(ANNA, "gissning " + i);
        }
        password(ANNA, StaffFixtures.PASSWORD).then().statusCode(429);

        fromBrowser(known, ANNA).then().statusCode(303);
        a.organization("malmo");
        staff.staff("olle@example.org", "malmo", Role.ORGANIZER);
        for (int i = 0; i < 10; i++) {
            password("olle@example.org", "gissning " + i);
        }
        fromBrowser(known, "olle@example.org").then().statusCode(429);
    }

    private static Response fromBrowser(String known, String email) {
        return StaffFixtures.post(
                StaffFixtures.visitor().cookie("ringstuga_known", known),
                "/sign-in",
                Map.of("email", email, "password", StaffFixtures.PASSWORD));
    }

    @Test
    void oneCodeSentTwiceAtOnceOpensOnce() throws Exception {
        var code = staff.code();
        var waiting = List.of(
                password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga"),
                password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(waiting.stream()
                    .map(session ->
                            (Callable<Integer>) () -> code(session, code).statusCode())
                    .toList());
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(303, 400);
        }
    }

    @Test
    void guessingACodeEndsInWaiting() {
        var waiting = password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga");
        for (int i = 0; i < 5; i++) {
            code(waiting, "00000" + i).then().statusCode(400);
        }

        code(waiting, staff.code()).then().statusCode(429);
    }

    @Test
    void aPasswordWaitsTenMinutesForItsCode() {
        var waiting = password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga");
        clock.advance(Duration.ofMinutes(10));

        code(waiting, staff.code()).then().statusCode(400).body(containsString("en gång till"));
    }

    @Test
    void aSessionEndsAfterTwelveHours() {
        var session = signIn().getCookie("ringstuga");
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        StaffFixtures.browser(session).get("/").then().statusCode(200);

        clock.advance(Duration.ofSeconds(1));
        StaffFixtures.browser(session).get("/").then().statusCode(303);
        StaffFixtures.browser(session).get(in("solna", "")).then().statusCode(401);
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        var session = signIn().getCookie("ringstuga");
        StaffFixtures.browser(session)
                .post("/sign-out")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in"));

        StaffFixtures.browser(session).get(in("solna", "")).then().statusCode(401);
    }

    @Test
    void whoeverWantedAPageComesBackToIt() {
        StaffFixtures.visitor()
                .get("/o/solna/staff?x=1")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?return=%2Fo%2Fsolna%2Fstaff%3Fx%3D1"));
        var form = Map.of("email", ANNA, "password", StaffFixtures.PASSWORD, "return", "/o/solna/staff");
        var answer = StaffFixtures.post(StaffFixtures.visitor(), "/sign-in", form);
        answer.then().header("Location", endsWith("/sign-in/code?return=%2Fo%2Fsolna%2Fstaff"));
    }

    @ParameterizedTest
    @CsvSource({
        "/o/solna/staff, /o/solna/staff",
        "https://elsewhere.example, /",
        "//elsewhere.example, /",
        "/\\elsewhere.example, /",
        "javascript:alert(1), /",
    })
    void nobodyIsLedToAnotherSite(String wanted, String path) {
        assertThat(ReturnPath.safe(wanted)).isEqualTo(path);
    }

    @Test
    void rightsReachDownwardsAndNowhereElse() {
        var session = signIn().getCookie("ringstuga");

        StaffFixtures.browser(session)
                .get(in("solna", ""))
                .then()
                .statusCode(200)
                .body("slug", equalTo("solna"));
        StaffFixtures.browser(session).get(in("huvudsta", "")).then().statusCode(200);
        StaffFixtures.browser(session).get(in("boras", "")).then().statusCode(404);
        StaffFixtures.browser(session).get("/o/huvudsta/staff").then().statusCode(200);
        StaffFixtures.browser(session)
                .get("/o/boras/staff")
                .then()
                .statusCode(404)
                .body(containsString("<html"));
    }

    @Test
    void theHighestRoleOnTheWayUpCounts() {
        var id = staff.staff("olle@example.org", "huvudsta", Role.ORGANIZER);
        staff.staff("olle@example.org", "solna", Role.ADMINISTRATOR);
        var session = staff.session(id);

        StaffFixtures.browser(session).get(in("huvudsta", "/staff")).then().statusCode(200);
    }

    private Response signIn() {
        return code(password(ANNA, StaffFixtures.PASSWORD).getCookie("ringstuga"), staff.code());
    }

    private Response password(String email, String password) {
        return StaffFixtures.post(StaffFixtures.visitor(), "/sign-in", Map.of("email", email, "password", password));
    }

    private static Response code(String session, String code) {
        return StaffFixtures.post(StaffFixtures.browser(session), "/sign-in/code", Map.of("code", code));
    }
}
