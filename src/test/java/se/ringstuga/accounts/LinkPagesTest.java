package se.ringstuga.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

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
import se.ringstuga.ApiTest;

@QuarkusTest
class LinkPagesTest extends ApiTest {

    private static final String BETA = "beta@example.org";

    @Inject
    StaffFixtures staff;

    @Inject
    AdministratorReset serverReset;

    private long anna;
    private String annas;

    @BeforeEach
    void anna() {
        a.organization("solna");
        anna = staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);
        annas = staff.session(anna);
    }

    @Test
    void aFormOfWhichNothingIsSentIsToldWhatIsMissing() {
        for (var page : List.of("/o/solna/staff/invitations", "/o/solna/tokens", invite(BETA, "ORGANIZER"))) {
            StaffFixtures.post(StaffFixtures.browser(annas), page, Map.of("other", ""))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void anInvitedAdministratorChoosesPasswordAndCodeAndIsIn() {
        var link = invite(BETA, "ADMINISTRATOR");
        StaffFixtures.visitor()
                .get(link)
                .then()
                .statusCode(200)
                .body(
                        containsString("Du är inbjuden till solna"),
                        containsString("href=\"otpauth://totp/Ringstuga%3Abeta%40example.org?secret="));

        var done = complete(link, Map.of());
        done.then().statusCode(200).body(containsString("reservkoder"));
        StaffFixtures.browser(done.getCookie("ringstuga"))
                .get(in("solna", "/staff"))
                .then()
                .statusCode(200)
                .body("email", hasItem(BETA));
        StaffFixtures.browser(annas).get("/o/solna/staff").then().body(containsString("har tackat ja"));
    }

    @Test
    void aLinkWorksOnceAndLookingAtItChangesNothing() {
        var link = invite(BETA, "ORGANIZER");
        StaffFixtures.visitor().get(link).then().statusCode(200);
        StaffFixtures.visitor().get(link).then().statusCode(200);
        complete(link, Map.of()).then().statusCode(200);

        StaffFixtures.visitor().get(link).then().statusCode(404);
        complete(link, Map.of()).then().statusCode(404);
    }

    @Test
    void aLinkThatTwoCompleteAtOnceLetsOneIn() throws Exception {
        var link = invite(BETA, "ORGANIZER");
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> attempt = () -> complete(link, Map.of()).statusCode();
            var answers = threads.invokeAll(List.of(attempt, attempt));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 404);
        }
    }

    @Test
    void anInvitationEndsWithANewerOneOrWithTheRole() {
        var first = invite(BETA, "ADMINISTRATOR");
        var second = invite(BETA, "ORGANIZER");
        StaffFixtures.visitor().get(first).then().statusCode(404);
        complete(second, Map.of()).then().statusCode(200);

        var olle = staff.staff("olle@example.org", "solna", Role.ADMINISTRATOR);
        var olles = inviteBy(staff.session(olle), "accomplice@example.org", "ADMINISTRATOR");
        StaffFixtures.browser(annas)
                .delete(in("solna", "/staff/" + olle))
                .then()
                .statusCode(204);
        StaffFixtures.visitor().get(olles).then().statusCode(404);
    }

    @Test
    void aLinkLivesADay() {
        var link = invite(BETA, "ORGANIZER");
        clock.advance(Duration.ofHours(24));

        StaffFixtures.visitor().get(link).then().statusCode(404);
    }

    @Test
    void unknownAndExpiredLinksLookTheSameAndGuessingEndsInWaiting() {
        var link = invite(BETA, "ORGANIZER");
        clock.advance(Duration.ofHours(24));
        var expired = StaffFixtures.visitor().get(link);
        for (int i = 1; i < 20; i++) {
            var unknown = StaffFixtures.visitor().get("/links/guess" + i);
            unknown.then().statusCode(404);
            assertThat(unknown.asString()).isEqualTo(expired.asString());
        }

        StaffFixtures.visitor().get("/links/guess").then().statusCode(429);
        clock.advance(Duration.ofMinutes(1));
        StaffFixtures.visitor().get("/links/guess").then().statusCode(404);
    }

    @Test
    void faultsAreSaidBesideTheirFieldsAndTheLinkStillWorks() {
        var link = invite(BETA, "ORGANIZER");

        complete(link, Map.of("password", "kort")).then().statusCode(400).body(containsString("Minst 12 tecken"));
        complete(link, Map.of("password", "password1234!"))
                .then()
                .statusCode(400)
                .body(containsString("andra provar"));
        complete(link, Map.of("code", "000000")).then().statusCode(400).body(containsString("Koden stämmer inte"));
        complete(link, Map.of("name", "")).then().statusCode(400).body(containsString("fyllas i"));
        complete(link, Map.of()).then().statusCode(200);
    }

    @Test
    void thePictureForTheAppComesFromUs() {
        var link = invite(BETA, "ORGANIZER");

        StaffFixtures.visitor()
                .get(link + "/code.svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Cache-Control", "no-store")
                .body(containsString("<path"));
        StaffFixtures.visitor().get("/links/guess/code.svg").then().statusCode(404);
    }

    @Test
    void whoHasAnAccountAcceptsBySigningIn() {
        a.organization("boras");
        var beta = staff.staff(BETA, "boras", Role.ORGANIZER);
        var link = invite(BETA, "ORGANIZER");

        StaffFixtures.visitor()
                .get(link)
                .then()
                .statusCode(200)
                .body(containsString("redan ett konto"), not(containsString("code.svg")));
        complete(link, Map.of()).then().statusCode(303);
        StaffFixtures.browser(annas).post(link + "/acceptance").then().statusCode(404);
        StaffFixtures.browser(staff.session(beta))
                .post(link + "/acceptance")
                .then()
                .statusCode(303);
        StaffFixtures.browser(staff.session(beta)).get(in("solna", "")).then().statusCode(200);
    }

    @Test
    void aResetChangesPasswordAndCodeAndEndsEverySession() {
        var beta = staff.staff(BETA, "solna", Role.ADMINISTRATOR);
        var betas = staff.session(beta);
        String link = StaffFixtures.browser(annas)
                .contentType("application/json")
                .post(in("solna", "/staff/" + beta + "/reset-links"))
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        var done = complete(path(link), Map.of());

        done.then().statusCode(200);
        StaffFixtures.browser(betas).get(in("solna", "")).then().statusCode(401);
        StaffFixtures.browser(done.getCookie("ringstuga"))
                .get(in("solna", ""))
                .then()
                .statusCode(200);
        StaffFixtures.post(
                        StaffFixtures.visitor(),
                        "/sign-in",
                        Map.of("email", BETA, "password", StaffFixtures.NEW_PASSWORD))
                .then()
                .statusCode(303);
        StaffFixtures.post(
                        StaffFixtures.visitor(), "/sign-in", Map.of("email", BETA, "password", StaffFixtures.PASSWORD))
                .then()
                .statusCode(400);
        StaffFixtures.browser(annas).get("/o/solna/staff").then().body(containsString("har valt nytt lösenord"));
    }

    @Test
    void theServersOwnResetLinkWorksToo() {
        var link = path(serverReset.run("anna@example.org"));

        complete(link, Map.of()).then().statusCode(200);
        StaffFixtures.browser(annas).get(in("solna", "")).then().statusCode(401);
    }

    private String invite(String email, String role) {
        return inviteBy(annas, email, role);
    }

    private String inviteBy(String session, String email, String role) {
        String link = StaffFixtures.browser(session)
                .contentType("application/json")
                .body(Map.of("email", email, "name", "Beta", "role", role))
                .post(in("solna", "/staff/invitations"))
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        return path(link);
    }

    private static String path(String text) {
        return text.substring(text.indexOf("/links/")).strip();
    }

    private Response complete(String link, Map<String, String> differently) {
        return staff.complete(link, differently);
    }
}
