package se.ringstuga.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class StaffResourceTest extends ApiTest {

    @Inject
    StaffFixtures staff;

    @Inject
    MockMailbox mailbox;

    private long anna;
    private long olle;
    private String annas;

    @BeforeEach
    void twoOfStaff() {
        mailbox.clear();
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        anna = staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);
        olle = staff.staff("olle@example.org", "solna", Role.ORGANIZER);
        annas = staff.session(anna);
    }

    @Test
    void theListShowsThoseWithRightsFromAboveToo() {
        staff.staff("hulda@example.org", "huvudsta", Role.ORGANIZER);

        asAnna().get(in("huvudsta", "/staff"))
                .then()
                .statusCode(200)
                .body("email", hasItems("anna@example.org", "hulda@example.org"))
                .body("find { it.email == 'anna@example.org' }.inherited", equalTo(true))
                .body("find { it.email == 'hulda@example.org' }.inherited", equalTo(false));
        asAnna().get(in("solna", "/staff"))
                .then()
                .body("email", equalTo(List.of("anna@example.org", "olle@example.org")));
    }

    @Test
    void everyAdministratorIsToldOfAnInvitation() {
        staff.staff("adam@example.org", "solna", Role.ADMINISTRATOR);

        invite("beta@example.org", "ADMINISTRATOR").statusCode(201).body("mailed", equalTo(true));

        assertThat(mailbox.getMailsSentTo("beta@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getText()).contains("/links/"));
        assertThat(mailbox.getMailsSentTo("adam@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getText())
                        .contains("beta@example.org", "administratör")
                        .doesNotContain("/links/"));
        assertThat(mailbox.getMailsSentTo("anna@example.org")).hasSize(1);
        assertThat(mailbox.getMailsSentTo("olle@example.org")).isEmpty();
    }

    @Test
    void organizersAndOutsidersManageNoStaff() {
        var organizer = StaffFixtures.browser(staff.session(olle));
        organizer.get(in("solna", "/staff")).then().statusCode(403);
        given().get(in("solna", "/staff")).then().statusCode(401);
        asAnna().get(in("boras", "/staff")).then().statusCode(404);
        asAnna().delete(in("boras", "/staff/" + olle)).then().statusCode(404);
        asAnna().delete(in("huvudsta", "/staff/" + olle)).then().statusCode(404);
    }

    @Test
    void faultsAreNamed() {
        invite("no address", "ORGANIZER").statusCode(400).body("violations[0].field", equalTo("email"));
        invite("beta@example.org", "KING").statusCode(400).body("violations[0].field", equalTo("role"));
        invite("Olle@example.org", "ORGANIZER").statusCode(400).body("violations[0].field", equalTo("email"));
    }

    @Test
    void aTokenGivesNoMoreThanItHas() {
        var poor = a.token("solna", Permission.STAFF_MANAGE);

        as(poor).body(Map.of("email", "b@example.org", "name", "B", "role", "ADMINISTRATOR"))
                .post(in("solna", "/staff/invitations"))
                .then()
                .statusCode(403);
        as(poor).post(in("solna", "/staff/" + anna + "/reset-links")).then().statusCode(403);
    }

    @Test
    void removingSomebodyEndsTheirSessionsAtOnce() {
        var olles = staff.session(olle);
        StaffFixtures.browser(olles).get(in("solna", "")).then().statusCode(200);

        asAnna().delete(in("solna", "/staff/" + olle)).then().statusCode(204);
        StaffFixtures.browser(olles).get(in("solna", "")).then().statusCode(401);
        asAnna().delete(in("solna", "/staff/" + olle)).then().statusCode(404);
    }

    @Test
    void aRoleChangesAtOnce() {
        var olles = staff.session(olle);
        role(olle, "ADMINISTRATOR").statusCode(204);
        StaffFixtures.browser(olles).get(in("solna", "/staff")).then().statusCode(200);

        role(olle, "ORGANIZER").statusCode(204);
        StaffFixtures.browser(olles).get(in("solna", "/staff")).then().statusCode(403);
    }

    @Test
    void theLastAdministratorCannotLeave() {
        asAnna().delete(in("solna", "/staff/" + anna))
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/last-administrator"));
        role(anna, "ORGANIZER").statusCode(409);
        role(olle, "ADMINISTRATOR").statusCode(204);
        asAnna().delete(in("solna", "/staff/" + anna)).then().statusCode(204);
    }

    @Test
    void twoAdministratorsWhoRemoveEachOtherDoNotBothSucceed() throws Exception {
        staff.staff("olle@example.org", "solna", Role.ADMINISTRATOR);
        var olles = staff.session(olle);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(
                    () -> asAnna().delete(in("solna", "/staff/" + olle)).statusCode());
            var other = threads.submit(() -> StaffFixtures.browser(olles)
                    .delete(in("solna", "/staff/" + anna))
                    .statusCode());
            assertThat(List.of(one.get(), other.get())).contains(204).doesNotHaveDuplicates();
        }
    }

    @Test
    void aResetLinkComesFromAnotherAdministratorWhoSeesAllOfTheirRights() {
        asAnna().post(in("solna", "/staff/" + anna + "/reset-links"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/not-yourself"));
        staff.staff("olle@example.org", "boras", Role.ADMINISTRATOR);
        asAnna().post(in("solna", "/staff/" + olle + "/reset-links"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/staff-elsewhere"));
    }

    @Test
    void aLocalAdministratorCannotResetTheLevelAbove() {
        var local = staff.session(staff.staff("hulda@example.org", "huvudsta", Role.ADMINISTRATOR));
        staff.staff("anna@example.org", "huvudsta", Role.ORGANIZER);

        StaffFixtures.browser(local)
                .post(in("huvudsta", "/staff/" + anna + "/reset-links"))
                .then()
                .statusCode(409);
    }

    @Test
    void aNewResetLinkMakesTheFormerWorthless() {
        String first =
                asAnna().post(in("solna", "/staff/" + olle + "/reset-links")).path("link");
        asAnna().post(in("solna", "/staff/" + olle + "/reset-links")).then().statusCode(201);

        StaffFixtures.visitor()
                .get(first.substring(first.indexOf("/links/")))
                .then()
                .statusCode(404);
    }

    @Test
    void thePageDoesTheSame() {
        asAnna().get("/o/solna/staff").then().statusCode(200).body(containsString("olle@example.org"));
        StaffFixtures.post(asAnna(), "/o/solna/staff/invitations", Map.of("email", "b@example.org", "name", "B"))
                .then()
                .statusCode(200)
                .body(containsString("/links/"));
        StaffFixtures.post(asAnna(), "/o/solna/staff/invitations", Map.of("email", "b", "name", ""))
                .then()
                .statusCode(400)
                .body(containsString("e-postadress"));
        asAnna().post("/o/solna/staff/" + olle + "/reset-links")
                .then()
                .statusCode(200)
                .body(containsString("/links/"));
        StaffFixtures.post(asAnna(), "/o/solna/staff/" + olle + "/role", Map.of("role", "ADMINISTRATOR"))
                .then()
                .statusCode(303);
        asAnna().post("/o/solna/staff/" + olle + "/removal").then().statusCode(303);
        asAnna().post("/o/solna/staff/" + anna + "/removal")
                .then()
                .statusCode(400)
                .body(containsString("sista administratören"));
        asAnna().get(in("solna", "/staff")).then().body("email", hasItem("anna@example.org"));
    }

    private RequestSpecification asAnna() {
        return StaffFixtures.browser(annas);
    }

    private ValidatableResponse invite(String email, String role) {
        return asAnna().contentType("application/json")
                .body(Map.of("email", email, "name", "Beta", "role", role))
                .post(in("solna", "/staff/invitations"))
                .then();
    }

    private ValidatableResponse role(long id, String role) {
        return asAnna().contentType("application/json")
                .body(Map.of("role", role))
                .put(in("solna", "/staff/" + id + "/role"))
                .then();
    }
}
