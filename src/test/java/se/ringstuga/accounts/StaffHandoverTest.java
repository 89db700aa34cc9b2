package se.ringstuga.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Rule 40: what somebody has under way is handed over to another, before they leave or when they have left. */
@QuarkusTest
class StaffHandoverTest extends ApiTest {

    /** One of each kind that can be another's; the draft of a call list was made with a token of hers. */
    private static final String EVERYTHING = """
            with o as (select id from organization where slug = :slug),
            kind as (
              insert into event_kind (organization_id, title, created_at, created_by) select id, 'Möte', :now, :eva from o returning *),
            series as (
              insert into event_series (organization_id, kind_organization, kind_id, title, rule, starts_on, local_start, minutes,
                                        visibility, contact_phone, contact_email, created_at, created_by)
              select organization_id, organization_id, id, 'Varje månad', 'FREQ=MONTHLY', date '2026-12-01', time '18:30', 120,
                     'MEMBERS', '+46701740606', 'eva@example.org', :now, :eva from kind returning *),
            meetings as (
              insert into event (organization_id, kind_organization, kind_id, title, starts_at, ends_at, sign_up_closes, visibility, uid,
                                 series_id, occurrence_on, contact_staff, contact_phone, contact_email, changed_at, created_at, created_by)
              select k.organization_id, k.organization_id, k.id, e.title, :soon, :later, :soon, 'MEMBERS', e.title,
                     case when e.laid_out then s.id end, case when e.laid_out then date '2026-12-01' end, e.contact,
                     '+46701740606', 'eva@example.org', :now, :now, e.maker
              from kind k cross join series s
              cross join (values ('Hennes', false, cast(null as bigint), :eva), ('Utlagt', true, null, 'system:0'),
                                 ('Valt', false, :id, 'system:0')) e (title, laid_out, contact, maker)),
            drafts as (
              insert into broadcast (organization_id, title, channel, purpose, filter, text, personal, created_at, created_by)
              select id, 'Nyheter', 'EMAIL', 'INFORMATION', '{}', 'Hej', false, :now, :eva from o),
            monthly as (
              insert into recurring_broadcast (organization_id, title, channel, purpose, filter, text, personal, day, local_time,
                                               except_months, lead_hours, by_itself, created_at, created_by, changed_by)
              select id, 'Medlemsblad', 'EMAIL', 'INFORMATION', '{}', 'Hej', false, 1, time '17:30', '{}', 72, true, :now, 'staff:0', :eva
              from o),
            flow as (
              insert into automation (organization_id, title, activated_at, activated_by, enter_from, looked_until, look_at, created_at, created_by)
              select id, 'Flöde', :now, :eva, :now, :now, :now, :now, 'staff:0' from o),
            flowing as (
              insert into automation_draft (organization_id, title, definition, changed_at, changed_by)
              select id, 'Nytt flöde', '{}', :now, :eva from o),
            hook as (
              insert into webhook_endpoint (organization_id, title, address, types, secret, served_at, created_at, created_by)
              select id, 'Webben', 'https://example.org', '{x}', 'x', :now, :now, :eva from o),
            asked as (
              insert into survey (organization_id, title, created_at, created_by) select id, 'Enkät', :now, :eva from o),
            list as (
              insert into call_assignment (organization_id, root_id, title, target, cooldown_hours, max_attempts, opened_at, expires_at, created_by)
              select id, id, 'Ringlista', '{}', 24, 3, :now, :later, :eva from o returning *),
            evening as (
              insert into phone_bank (organization_id, assignment_id, title, opens_at, closes_at, link_nonce, created_at, created_by)
              select organization_id, id, 'Ringkväll', :soon, :later, 'x', :now, :eva from list),
            taken as (
              insert into call_follow_up_taking (assignment_id, kind, item_id, taken_by, taken_at)
              select id, 'MESSAGE', 7, :eva, :now from list)
            insert into call_assignment_draft (organization_id, content, created_by, created_at, changed_at)
            select id, '{"title": ["Påbörjad"]}', 'token:' || (select id from api_token where staff_id = :id), :now, :now from o""";

    private static final int THINGS = 14;

    @Inject
    StaffFixtures staff;

    @Inject
    Sql sql;

    @Inject
    MockMailbox mailbox;

    private long anna;
    private long eva;
    private long olle;

    @BeforeEach
    void evaHasEverythingUnderWay() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organization("boras");
        anna = staff.staff("anna@example.org", "solna", Role.ADMINISTRATOR);
        eva = staff.staff("eva@example.org", "solna", Role.ADMINISTRATOR);
        olle = staff.staff("olle@example.org", "solna", Role.ORGANIZER);
        json(eva)
                .body(Map.of("title", "Verktyg", "scopes", List.of("people:read")))
                .post(in("solna", "/tokens"))
                .then()
                .statusCode(201);
        has(eva, "huvudsta");
        mailbox.clear();
    }

    @Test
    void onePersonTakesOverEverythingButTokensAndEachThingIsLogged() {
        holdings(eva).body("kind", hasSize(THINGS + 1));

        json(anna)
                .body(Map.of("to", olle))
                .post(in("solna", "/staff/" + eva + "/handover"))
                .then()
                .statusCode(200)
                .body("things", equalTo(THINGS));

        holdings(eva).body("kind", containsInAnyOrder("TOKEN"));
        holdings(olle)
                .body(
                        "kind",
                        containsInAnyOrder(
                                "ASSIGNMENT",
                                "ASSIGNMENT_DRAFT",
                                "FOLLOW_UP",
                                "RINGSTUGA",
                                "BROADCAST_DRAFT",
                                "RECURRING",
                                "EVENT",
                                "EVENT",
                                "EVENT",
                                "SERIES",
                                "AUTOMATION",
                                "AUTOMATION_DRAFT",
                                "WEBHOOK",
                                "SURVEY"));
        assertThat(number("select count(*) as n from event where contact_staff = " + olle))
                .isEqualTo(3);
        assertThat(number("select count(*) as n from staff_handover where from_staff = " + eva + " and to_staff = "
                        + olle + " and handed_by = 'staff:" + anna + "'"))
                .isEqualTo(THINGS);
        assertThat(mailbox.getMailsSentTo("olle@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getText()).contains("olle har tagit över", "eva", "(14 st)"));
        assertThat(mailbox.getMailsSentTo("anna@example.org")).hasSize(1);
        json(anna)
                .body(Map.of("to", olle))
                .post(in("solna", "/staff/" + eva + "/handover"))
                .then()
                .body("things", equalTo(0));
    }

    @Test
    void theNumberAndAddressOfWhoeverHadAnEventAreNotShownWithTheNameOfTheNewOne() {
        handOver(eva, olle, "");

        for (var table : List.of("event", "event_series")) {
            assertThat(number("select count(*) as n from " + table
                            + " where contact_phone is not null or contact_email is not null"))
                    .isZero();
        }
    }

    @Test
    void aMonthlyTextThatWentOutByItselfWaitsForTheNewOneToSaySo() {
        handOver(eva, olle, "");

        assertThat(number("select count(*) as n from recurring_broadcast where by_itself"))
                .isZero();
        assertThat(number("select count(*) as n from recurring_broadcast where changed_by = 'staff:" + olle
                        + "' and created_by = changed_by and version = 1"))
                .isEqualTo(1);
    }

    @Test
    void thePageHandsOverFirstAndThenRemoves() {
        browser(anna)
                .get("/o/solna/staff/" + eva + "/removal")
                .then()
                .statusCode(200)
                .body(containsString("Ringlista"), containsString("Vem tar över?"), containsString(">olle<"));
        handOver(eva, 0, "removal")
                .then()
                .statusCode(400)
                .body(containsString("Välj vem som tar över."), containsString("Ja, ta bort eva"));

        handOver(eva, anna, "removal")
                .then()
                .statusCode(303)
                .header("Location", containsString("/staff/" + eva + "/removal?handed=" + THINGS));

        browser(anna)
                .get("/o/solna/staff/" + eva + "/removal?handed=" + THINGS)
                .then()
                .body(containsString("14 saker är överlämnade."), not(containsString("Ringlista")));
    }

    @Test
    void whatWasLeftBehindIsShownAndTakenOverAfterwards() {
        has(eva, "solna");
        staff.staff("eva@example.org", "huvudsta", Role.ORGANIZER);
        StaffFixtures.post(browser(anna), "/o/solna/staff/" + eva + "/removal", Map.of())
                .then()
                .statusCode(303);
        browser(anna)
                .get("/o/solna/staff")
                .then()
                .body(containsString("Kvar efter dem som har slutat"), containsString("14 saker"));

        handOver(eva, olle, "").then().statusCode(303).header("Location", containsString("/staff?handed=" + THINGS));

        browser(anna)
                .get("/o/solna/staff?handed=" + THINGS)
                .then()
                .body(containsString("14 saker är överlämnade."), not(containsString("Kvar efter dem som har slutat")));
        assertThat(number("select count(*) as n from survey where created_by = 'staff:" + eva + "'"))
                .as("where she still works everything is hers")
                .isEqualTo(1);
        browser(anna).get("/o/solna/staff/" + eva + "/handover").then().statusCode(404);
    }

    @Test
    void whoseAccessRanOutHasLeftTheirThingsBehindToo() {
        clock.set(Instant.parse("2027-03-31T21:59:00Z"));
        StaffFixtures.post(browser(eva), "/o/solna/staff/" + anna + "/renewal", Map.of());
        sql.update(
                NamedSql.of("update event set ends_at = :until"),
                Map.of("until", Instant.parse("2027-05-01T00:00:00Z")));
        browser(anna).get("/o/solna/staff").then().body(not(containsString("Kvar efter dem som har slutat")));

        clock.set(Instant.parse("2027-03-31T22:00:00Z"));

        browser(anna).get("/o/solna/staff").then().body(containsString("Kvar efter dem som har slutat"));
        handOver(eva, anna, "").then().statusCode(303);
        assertThat(number("select count(*) as n from survey where created_by = 'staff:" + anna + "'"))
                .isEqualTo(1);
    }

    @Test
    void onlySomebodyWithAccessHereTakesOverAndOnlyAdministratorsDecide() {
        long theirs = staff.staff("bo@example.org", "boras", Role.ADMINISTRATOR);
        var path = in("solna", "/staff/" + eva + "/handover");
        for (long nobody : List.of(theirs, eva, 99_999L)) {
            json(anna)
                    .body(Map.of("to", nobody))
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("to"));
        }
        json(anna).body("{}").post(path).then().statusCode(400).body("violations[0].field", equalTo("to"));
        given().contentType("application/json").body("{}").post(path).then().statusCode(401);
        json(olle).body(Map.of("to", anna)).post(path).then().statusCode(403);
        handOver(theirs, anna, "").then().statusCode(404);
        json(anna)
                .body(Map.of("to", anna))
                .post(in("solna", "/staff/" + theirs + "/handover"))
                .then()
                .statusCode(404);
        browser(olle).get("/o/solna/staff/" + eva + "/handover").then().statusCode(403);
        assertThat(number("select count(*) as n from staff_handover")).isZero();
    }

    private void has(long id, String slug) {
        var now = clock.instant();
        sql.update(
                NamedSql.of(EVERYTHING
                        .replace("'Hennes'", "'Hennes " + slug + "'")
                        .replace("'Utlagt'", "'Utlagt " + slug + "'")
                        .replace("'Valt'", "'Valt " + slug + "'")),
                Map.of(
                        "slug",
                        slug,
                        "id",
                        id,
                        "eva",
                        "staff:" + id,
                        "now",
                        now,
                        "soon",
                        now.plus(Duration.ofDays(3)),
                        "later",
                        now.plus(Duration.ofDays(4))));
    }

    private ValidatableResponse holdings(long id) {
        return json(anna).get(in("solna", "/staff/" + id + "/holdings")).then().statusCode(200);
    }

    private Response handOver(long from, long to, String then) {
        return StaffFixtures.post(
                browser(anna),
                "/o/solna/staff/" + from + "/handover",
                Map.of("to", to == 0 ? "" : Long.toString(to), "then", then));
    }

    private long number(String query) {
        return sql.first(NamedSql.of(query), Map.of(), row -> row.number("n")).orElseThrow();
    }

    private RequestSpecification json(long id) {
        return browser(id).contentType("application/json");
    }

    private RequestSpecification browser(long id) {
        return StaffFixtures.browser(staff.session(id));
    }
}
