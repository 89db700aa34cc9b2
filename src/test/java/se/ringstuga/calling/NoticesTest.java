package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** What calls leave to look at, where staff see it: on their home page, and in the API. */
@QuarkusTest
class NoticesTest extends CallTest {

    @Inject
    StaffFixtures staff;

    private String administrator;
    private String organizer;

    @BeforeEach
    void staffOfADistrict() {
        a.organizationBelow(SOLNA, "huvudsta");
        a.organization("boras");
        administrator = staff.session(staff.staff("anna@example.org", SOLNA, Role.ADMINISTRATOR));
        organizer = staff.session(staff.staff("olle@example.org", SOLNA, Role.ORGANIZER));
    }

    @Test
    void aThreatIsReadByAdministratorsOnTheirHomePageAndOrganizersLearnThatItWaits() {
        threat();

        home(administrator, "sv")
                .body(containsString("Att titta på"), containsString("En ringare har rapporterat ett hot."))
                .body(containsString("Hotade mig"), containsString("/o/solna/notices/"));
        assertThat(calls.count("select count(*) from access_log where action = 'notice.read'"
                        + " and person_ids = array(select id from person)"))
                .isEqualTo(1);
        home(organizer, "sv")
                .body(containsString("Något om ett hot väntar på att en administratör tittar på det."))
                .body(not(containsString("Hotade")), not(containsString("Anna")), not(containsString("/notices/")));
        home(organizer, "en").body(containsString("Something about a threat waits for an administrator"));
    }

    @Test
    void aLimitIsToldToTheOrganizersAboveUntilSomebodyMarksItAsHandled() {
        limit("huvudsta", "SKIPS_IN_A_ROW");
        home(organizer, "sv").body(containsString("Bo &lt;b&gt; har hoppat över flera personer i rad"));
        home(organizer, "en")
                .body(containsString("has skipped several people in a row"), containsString("huvudsta · "));

        var path = "/o/huvudsta/notices/" + onlyNotice() + "/handled";
        StaffFixtures.post(browser(organizer).header("Sec-Fetch-Site", "cross-site"), path, Map.of())
                .then()
                .statusCode(403);
        StaffFixtures.post(browser(organizer), path, Map.of()).then().statusCode(303);

        home(organizer, "sv").body(not(containsString("Att titta på")));
        assertThat(calls.count(
                        "select count(*) from notice where handled_at is not null and handled_by like 'staff:%'"))
                .isEqualTo(1);
    }

    @Test
    void anotherOrganizationsNoticesAreNeitherSeenNorHandled() {
        limit("boras", "CLAIMS_AN_HOUR");
        limit(SOLNA, "CLAIMS_AN_HOUR");
        var theirs = calls.count("select min(id) as count from notice");

        home(administrator, "sv").body(containsString("solna · "), not(containsString("boras")));
        StaffFixtures.post(browser(administrator), "/o/boras/notices/" + theirs + "/handled", Map.of())
                .then()
                .statusCode(404);
        StaffFixtures.post(browser(administrator), "/o/solna/notices/" + theirs + "/handled", Map.of())
                .then()
                .statusCode(404);
        as(token).put(in(SOLNA, "/notices/" + theirs + "/handled")).then().statusCode(404);
        as(token).get(in("boras", "/notices")).then().statusCode(404);
        notices(a.token("huvudsta"), "huvudsta").body("items", hasSize(0));
        assertThat(calls.count("select count(*) from notice where handled_at is not null"))
                .isZero();
    }

    @Test
    void aToolIsToldWhatItsTokenMaySee() {
        threat();
        limit("huvudsta", "SKIPS_AN_EVENING");
        var tool = a.token(SOLNA, Permission.ORGANIZATION_READ, Permission.CALLS_MANAGE);

        notices(token, SOLNA)
                .body("items.kind", contains("CALLER_LIMIT", "THREAT"))
                .body("items.organization", contains("huvudsta", SOLNA))
                .body("items[1].words", equalTo("Hotade mig Sade namnet"))
                .body("items[1].subject", notNullValue());
        notices(tool, SOLNA)
                .body("items.forAdministrators", contains(false, true))
                .body("items[1].words", nullValue())
                .body("items[1].subject", nullValue());
        var ids = notices(tool, SOLNA).extract().jsonPath().getList("items.id", Long.class);
        as(tool).put(in(SOLNA, "/notices/" + ids.getLast() + "/handled")).then().statusCode(404);
        as(a.token(SOLNA, Permission.ORGANIZATION_READ))
                .put(in(SOLNA, "/notices/" + ids.getFirst() + "/handled"))
                .then()
                .statusCode(403);
        ids.forEach(id ->
                as(token).put(in(SOLNA, "/notices/" + id + "/handled")).then().statusCode(204));
        notices(token, SOLNA).body("items", hasSize(0));
        as(a.token(SOLNA, Permission.CALLS_READ))
                .get(in(SOLNA, "/notices"))
                .then()
                .statusCode(403);
        as("none").get(in(SOLNA, "/notices")).then().statusCode(401);
    }

    @Test
    void fiftyAreShownAtOnceAndTheRestBehindALink() {
        for (int i = 0; i < 51; i++) {
            limit(SOLNA, "CLAIMS_AN_HOUR");
        }

        var next = home(organizer, "sv")
                .body(containsString("Visa fler"))
                .extract()
                .htmlPath()
                .getString("**.find { it.@href.toString().startsWith('/?cursor=') }.@href");

        browser(organizer)
                .get(next)
                .then()
                .statusCode(200)
                .body(containsString("Att titta på"), not(containsString("Visa fler")));
    }

    @Test
    void handlingAThreatWhereItWasToldHandlesItsNoticeToo() {
        var assignment = threat();
        var item = as(token)
                .get(in(SOLNA, "/call-assignments/" + assignment + "/follow-ups"))
                .then()
                .extract()
                .jsonPath()
                .getLong("[0].id");

        as(token)
                .put(in(SOLNA, "/call-assignments/" + assignment + "/follow-ups/MESSAGE/" + item + "/handling"))
                .then()
                .statusCode(204);

        notices(token, SOLNA).body("items", hasSize(0));
    }

    private long threat() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        report(
                        claimed(assignment).getLong("id"),
                        "{\"outcome\":\"REACHED\",\"personFact\":\"THREAT\",\"organizerMessage\":\"Hotade mig\","
                                + "\"note\":\"Sade namnet\"}")
                .statusCode(200);
        return assignment;
    }

    private void limit(String slug, String limit) {
        calls.change("""
                insert into notice (organization_id, audience, kind, subject, details, created_at)
                select id, 'ORGANIZERS', 'caller-limit', 'caller:1',
                  jsonb_build_object('limit', cast(:limit as text), 'name', 'Bo <b>'), :now
                from organization where slug = :slug""", Map.of("slug", slug, "limit", limit, "now", clock.instant()));
    }

    private long onlyNotice() {
        return calls.count("select id as count from notice");
    }

    private ValidatableResponse notices(String who, String slug) {
        return as(who).get(in(slug, "/notices")).then().statusCode(200);
    }

    private static ValidatableResponse home(String session, String language) {
        return browser(session)
                .header("Accept-Language", language)
                .get("/")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification browser(String session) {
        return StaffFixtures.browser(session);
    }
}
