package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FunnelTest extends AutomationTest {

    @Test
    void howFarTheNewHaveComeAndWhoIsLate() {
        imported(member(5, "Anna", 20), member(6, "Bo", 18), member(7, "Cia", 3), member(8, "Dag", 200));
        answered("Anna", clock.instant().minus(Duration.ofDays(10)));
        answered("Bo", clock.instant().minus(Duration.ofDays(6)));

        as(token)
                .get(in(SOLNA, "/automations/funnel"))
                .then()
                .statusCode(200)
                .body("joined", equalTo(3))
                .body("stages.stage", contains("WELCOMED", "CALLED", "REACHED", "ANSWERED", "SIGNED_UP", "ATTENDED"))
                .body("stages[3].people", equalTo(2))
                .body("stages[3].medianDays", equalTo(11.5f))
                .body("stages[2].people", equalTo(0))
                .body("stages[2].medianDays", nullValue());
        as(token)
                .get(in(SOLNA, "/automations/funnel/late"))
                .then()
                .statusCode(200)
                .body("items.givenName", contains("Anna", "Bo"))
                .body("items[0].days", equalTo(20));
        var next = as(token)
                .get(in(SOLNA, "/automations/funnel/late?limit=1"))
                .jsonPath()
                .getString("next");
        as(token)
                .get(in(SOLNA, "/automations/funnel/late?limit=1&cursor=" + next))
                .then()
                .body("items.givenName", contains("Bo"));
    }

    @Test
    void everyStageIsCountedWithTheMedianOfItsDaysAndWhoIsReachedIsNotLate() {
        imported(member(5, "Anna", 20), member(6, "Bo", 20));
        welcomed("Anna", 18);
        called("Anna", 17, "NO_ANSWER");
        called("Anna", 15, "REACHED");
        called("Bo", 14, "BUSY");
        came("Anna", 12, 10);

        var stages = as(token)
                .get(in(SOLNA, "/automations/funnel"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(stages.getList("stages.people", Integer.class)).containsExactly(1, 2, 1, 0, 1, 1);
        assertThat(stages.getList("stages.medianDays", Float.class))
                .as("from midnight of the day of joining to noon")
                .containsExactly(2.5f, 5.0f, 5.5f, null, 8.5f, 10.5f);
        as(token).get(in(SOLNA, "/automations/funnel/late")).then().body("items.givenName", contains("Bo"));
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private void welcomed(String name, int daysAgo) {
        change("""
                with lane as (
                  insert into send_lane (organization_id, channel, urgency, served_at) select id, 'EMAIL', 0, timestamptz '%1$s' from organization
                  returning *)
                insert into message (organization_id, root_id, lane_id, source, source_id, occurrence, channel, purpose, person_organization, person_id,
                  address, template, subject, state, rank, not_before, not_after, created_at, created_by, contacted_at)
                select l.organization_id, l.organization_id, l.id, 'AUTOMATION', 1, '', 'EMAIL', 'WELCOME', p.organization_id, p.id, p.email, 'Hej', 'Hej',
                  'DELIVERED', 20, '%1$s', '%1$s', '%1$s', 'system:0', '%1$s'
                from lane l join person p on p.organization_id = l.organization_id where p.given_name = '%2$s'""".formatted(daysAgo(daysAgo), name));
    }

    private void called(String name, int daysAgo, String outcome) {
        if (number("select count(*) as n from caller") == 0) {
            as(token)
                    .body(map("title", "Ring", "target", map("type", "all", "filters", List.of())))
                    .post(in(SOLNA, "/call-assignments"))
                    .then()
                    .statusCode(201);
            as(token)
                    .body(Map.of("name", "Kim"))
                    .post(in(SOLNA, "/call-assignments/" + number("select id as n from call_assignment") + "/callers"))
                    .then()
                    .statusCode(201);
        }
        change("""
                insert into call (organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone, secret_nonce, state,
                  claimed_by, claimed_at, lease_until, ended_at, attempt_at, outcome, reported_at)
                select a.organization_id, a.root_id, a.id, c.id, p.organization_id, p.id, p.phone, '\\x00', 'REPORTED', 'staff:1', t, t, t, t, '%2$s', t
                from call_assignment a join caller c on c.assignment_id = a.id join person p on p.given_name = '%3$s'
                cross join (values (timestamptz '%1$s')) x(t)""".formatted(daysAgo(daysAgo), outcome, name));
    }

    private void came(String name, int signedUp, int attended) {
        as(token).get(in(SOLNA, "/event-kinds")).then().statusCode(200);
        change("""
                with e as (
                  insert into event (organization_id, kind_organization, kind_id, title, starts_at, ends_at, sign_up_closes, visibility,
                    published_at, published_by, uid, changed_at, created_at, created_by)
                  select k.organization_id, k.organization_id, k.id, 'Träff', t, t + interval '2 hours', t, 'MEMBERS', t, 'staff:1', 'u', t, t, 'staff:1'
                  from event_kind k cross join (values (timestamptz '%1$s')) x(t) where k.key = 'pubkvall' returning *)
                insert into sign_up (organization_id, event_id, person_organization, person_id, state, source, signed_up_at, attended_at, created_at,
                  changed_at, changed_by)
                select e.organization_id, e.id, p.organization_id, p.id, 'ATTENDED', 'ORGANIZER', '%2$s', '%1$s', e.created_at, e.created_at, 'staff:1'
                from e join person p on p.given_name = '%3$s'""".formatted(daysAgo(attended), daysAgo(signedUp), name));
    }

    @Test
    void thePeriodIsBounded() {
        imported(member(5, "Anna", 20));
        as(token)
                .get(in(SOLNA, "/automations/funnel?from=2020-01-01"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("from"));
        as(token).get(in(SOLNA, "/automations/funnel?from=x")).then().statusCode(400);
        for (var never : List.of("-999999999-01-01", "%2B999999999-12-31")) {
            RestAssured.given()
                    .urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + token)
                    .get(in(SOLNA, "/automations/funnel?to=" + never))
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("to"));
        }
        as(token).get(in(SOLNA, "/automations/funnel/late?to=x")).then().statusCode(400);
        as(token)
                .get(in(SOLNA, "/automations/funnel/late?from=2026-11-10&to=2026-11-20"))
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private void answered(String name, Instant at) {
        change(
                "insert into submission (organization_id, survey_organization, survey_id, version_number, person_id, source, actor, complete, submitted_at)"
                        + " select organization_id, organization_id, 1, 1, id, 'MEMBER', 'person:1', true, '" + at
                        + "' from person where given_name = '" + name + "'");
    }
}
