package se.ringstuga.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class AccountPagesTest extends ApiTest {

    private static final String NEW_PASSWORD = "tre blå båtar i hamnen";

    @Inject
    StaffFixtures staff;

    @Inject
    Sessions sessions;

    private long anna;
    private String here;
    private String elsewhere;

    @BeforeEach
    void annaInTwoBrowsers() {
        a.organization("solna");
        anna = staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);
        elsewhere = staff.session(anna);
        clock.advance(Duration.ofSeconds(5));
        here = staff.session(anna);
    }

    @Test
    void aSessionElsewhereIsEndedAtOnce() {
        StaffFixtures.browser(elsewhere).get("/account").then().statusCode(200);
        var other = sessions.livingOfStaff(anna).getLast().id();
        StaffFixtures.browser(here).get("/account").then().body(containsString("/account/sessions/" + other + "/end"));

        StaffFixtures.browser(here)
                .post("/account/sessions/" + other + "/end")
                .then()
                .statusCode(303);
        StaffFixtures.browser(elsewhere).get("/account").then().statusCode(303);
        StaffFixtures.browser(here).get("/account").then().statusCode(200);
    }

    @Test
    void nobodyEndsTheSessionsOfOthers() {
        var olle = staff.staff("olle@example.org", "solna", Role.ORGANIZER);
        staff.session(olle);
        var olles = sessions.livingOfStaff(olle).getFirst().id();

        StaffFixtures.browser(here)
                .post("/account/sessions/" + olles + "/end")
                .then()
                .statusCode(404);
        assertThat(sessions.livingOfStaff(olle)).hasSize(1);
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
        change("fel", NEW_PASSWORD, 400, "stämmer inte");
        change(StaffFixtures.PASSWORD, "kort", 400, "Minst 12 tecken");
        var changed = change(StaffFixtures.PASSWORD, NEW_PASSWORD, 200, "Lösenordet är bytt");

        StaffFixtures.browser(elsewhere).get("/account").then().statusCode(303);
        StaffFixtures.browser(here).get("/account").then().statusCode(303);
        StaffFixtures.browser(changed).get("/account").then().statusCode(200);
        StaffFixtures.post(
                        StaffFixtures.visitor(),
                        "/sign-in",
                        Map.of("email", "anna@example.org", "password", NEW_PASSWORD))
                .then()
                .statusCode(303);
    }

    @Test
    void aRecoveryCodeOpensOnceAndNewOnesReplaceTheOld() {
        var codes = renewCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        signInWith(codes[0], 303);
        signInWith(codes[0], 400);
        clock.advance(Duration.ofMinutes(5));
        var fresh = renewCodes();
        signInWith(codes[1], 400);
        signInWith(fresh[0].toUpperCase(Locale.ROOT).replace('-', ' '), 303);
    }

    @Test
    void newRecoveryCodesNeedACode() {
        StaffFixtures.post(StaffFixtures.browser(here), "/account/recovery-codes", Map.of("code", "000000"))
                .then()
                .statusCode(400)
                .body(containsString("Koden stämmer inte"));
    }

    @Test
    void aPageOfOnesOwnNeedsASession() {
        StaffFixtures.visitor().get("/account").then().statusCode(303);
        StaffFixtures.visitor().get("/").then().statusCode(303);
    }

    private String change(String current, String wanted, int status, String said) {
        var answer = StaffFixtures.post(
                StaffFixtures.browser(here), "/account/password", Map.of("current", current, "password", wanted));
        answer.then().statusCode(status).body(containsString(said));
        return answer.getCookie("ringstuga");
    }

    private String[] renewCodes() {
        var page = StaffFixtures.post(
                StaffFixtures.browser(here), "/account/recovery-codes", Map.of("code", staff.code()));
        page.then().statusCode(200);
        return Pattern.compile("<code>([a-z2-7-]+)</code>")
                .matcher(page.asString())
                .results()
                .map((MatchResult code) -> code.group(1))
                .toArray(String[]::new);
    }

    private void signInWith(String code, int status) {
        var waiting = StaffFixtures.post(
                        StaffFixtures.visitor(),
                        "/sign-in",
                        Map.of("email", "anna@example.org", "password", StaffFixtures.PASSWORD))
                .getCookie("ringstuga");
        StaffFixtures.post(StaffFixtures.browser(waiting), "/sign-in/code", Map.of("code", code))
                .then()
                .statusCode(status);
    }
}
