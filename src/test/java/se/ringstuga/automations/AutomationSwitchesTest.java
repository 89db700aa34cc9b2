package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AutomationSwitchesTest extends AutomationTest {

    @Test
    void switchingOnShowsWhomItHitsAndAsksWhatBecomesOfThem() {
        imported(member(5, "Anna", 3), member(6, "Bo", 100));
        var id = written(definition(joined(), sms("Hej!"), map("type", "call", "title", "Ring")));
        as(token)
                .get(in(SOLNA, "/automations/" + id + "/activation"))
                .then()
                .statusCode(200)
                .body("matching.joined", equalTo(1))
                .body("people.givenName", contains("Anna"))
                .body("makes.title", contains("Ring"));
        activate(id, map()).statusCode(400).body("violations[0].field", equalTo("existing"));
        activate(id, map("existing", "ENROL")).statusCode(400).body("violations[0].field", equalTo("count"));
        activate(id, map("existing", "ENROL", "count", 2)).statusCode(409).body("matching", equalTo(1));
        assertThat(number("select count(*) as n from call_assignment")).isZero();

        activate(id, map("existing", "ENROL", "count", 1)).statusCode(200).body("state", equalTo("ON"));
        activate(id, map("existing", "FROM_NOW")).statusCode(409).body("state", equalTo("ON"));
        goOn(Duration.ofMinutes(2));
        same(phones(), "Hej!");
    }

    @Test
    void whoFittedBeforeIsLeftInPeaceWhereOnlyNowCounts() {
        imported(member(5, "Anna", 3));
        after(Duration.ofMinutes(1));
        running(definition(joined(), sms("Hej!")));
        goOn(Duration.ofHours(1));
        as(token)
                .body(Map.of("city", "Solna"))
                .patch(in(SOLNA, "/people/" + person("Anna")))
                .then()
                .statusCode(200);

        goOn(Duration.ofHours(1));

        assertThat(phones()).isEmpty();
    }

    @Test
    void inAPauseTimeStandsStillAndWhatWasAheadIsAsFarAhead() {
        var id = running(definition(joined(), wait(2), sms("Hej!")));
        imported(member(5, "Anna", 0));
        goOn();
        goOn(Duration.ofDays(1));
        act(id, "pause").body("state", equalTo("PAUSED")).body("people.PAUSED", equalTo(1));
        goOn(Duration.ofDays(10));
        assertThat(phones()).isEmpty();

        act(id, "resumption").body("state", equalTo("ON"));
        goOn(Duration.ofHours(23));
        assertThat(phones()).isEmpty();
        goOn(Duration.ofHours(1));
        same(phones(), "Hej!");
    }

    @Test
    void whatWasInLineWhenTheKillSwitchWasPulledStaysUnsentWhenItIsSwitchedOnAgain() {
        at(NOON.plus(Duration.ofHours(10)));
        var id = running(definition(joined(), sms("Fel text")));
        imported(member(5, "Anna", 0));
        goOn();
        assertThat(place("Anna")).isEqualTo("FINISHED");
        as(token).delete(in(SOLNA, "/automations/" + id + "/activation")).then().statusCode(lessThan(300));
        after(Duration.ofMinutes(30));
        activate(id, map("existing", "FROM_NOW")).statusCode(200);
        imported(member(6, "Bo", 0));
        goOn();

        goOn(Duration.ofHours(12));

        same(
                texts("select state || coalesce(' ' || reason, '') as t from message order by person_id"),
                "SKIPPED SWITCHED_OFF",
                "DELIVERED");
    }

    @Test
    void pauseAndResumptionFitTheSwitch() {
        var id = written(definition(joined(), wait(2)));
        as(token)
                .post(in(SOLNA, "/automations/" + id + "/pause"))
                .then()
                .statusCode(409)
                .body("state", equalTo("OFF"));
        as(token).post(in(SOLNA, "/automations/" + id + "/resumption")).then().statusCode(409);
    }

    @Test
    void theKillSwitchTakesEverybodyOutAndWhatWaitsIsNotSent() {
        var id = running(definition(joined(), sms("Hej!"), wait(1), sms("Igen")));
        imported(member(5, "Anna", 0));
        tick.run();

        as(token)
                .delete(in(SOLNA, "/automations/" + id + "/activation"))
                .then()
                .statusCode(200)
                .body("state", equalTo("STOPPED"))
                .body("people.LEFT", equalTo(1));

        sending.sendAll();
        goOn(Duration.ofDays(2));
        assertThat(phones()).isEmpty();
        same(texts("select reason as t from message"), "SWITCHED_OFF");
        assertThat(place("Anna")).isEqualTo("LEFT STOPPED_BY_HAND");
    }

    @Test
    void somebodyIsLetInByHandOnceAndTakenOutAgain() {
        var id = running(definition(map("type", "nothingHeard", "days", 100), wait(1), sms("Hej!")));
        imported(member(5, "Anna", 400));
        var path = in(SOLNA, "/automations/" + id + "/enrolments");
        var made = as(token)
                .header("Idempotency-Key", "k")
                .body(map("personId", person("Anna")))
                .post(path)
                .then()
                .statusCode(201)
                .body("state", equalTo("ACTIVE"))
                .extract()
                .jsonPath()
                .getLong("id");
        as(token)
                .header("Idempotency-Key", "k")
                .body(map("personId", person("Anna")))
                .post(path)
                .then()
                .statusCode(201);
        as(token)
                .body(map("personId", person("Anna")))
                .post(path)
                .then()
                .statusCode(409)
                .body("enrolmentId", equalTo((int) made));
        as(token)
                .body(map("personId", 4711))
                .post(path)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("personId"));
        as(token).body(map()).post(path).then().statusCode(400);

        tick.run();
        as(token)
                .get(path + "?state=WAITING")
                .then()
                .statusCode(200)
                .body("items.personId", hasSize(1))
                .body("items[0].log", nullValue());
        as(token).get(path + "?state=LEFT").then().body("items", empty());
        as(token).get(path + "?step=wait").then().body("items", hasSize(1));
        as(token).delete(path + "/" + made).then().statusCode(204);
        as(token)
                .get(path + "/" + made)
                .then()
                .statusCode(200)
                .body("state", equalTo("LEFT"))
                .body("log", notNullValue());
        as(token).post(path + "/" + made + "/resumption").then().statusCode(409);
        goOn(Duration.ofDays(2));
        assertThat(phones()).isEmpty();
    }

    private ValidatableResponse act(long id, String what) {
        return as(token)
                .post(in(SOLNA, "/automations/" + id + "/" + what))
                .then()
                .statusCode(200);
    }
}
