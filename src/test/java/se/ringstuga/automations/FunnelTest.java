package se.ringstuga.automations;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
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
    void thePeriodIsBounded() {
        imported(member(5, "Anna", 20));
        as(token)
                .get(in(SOLNA, "/automations/funnel?from=2020-01-01"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("from"));
        as(token).get(in(SOLNA, "/automations/funnel?from=x")).then().statusCode(400);
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
