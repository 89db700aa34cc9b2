package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AutomationVersionsTest extends AutomationTest {

    @Test
    void whoeverSavesSecondIsToldAndOtherMembersAreRefused() {
        var id = written(definition(joined(), wait(1)));
        var tag = as(token).get(in(SOLNA, "/automations/" + id)).header("ETag");
        var wanted = map("title", "Ny", "definition", definition(joined(), wait(2)));
        as(token)
                .header("If-Match", tag)
                .body(wanted)
                .put(in(SOLNA, "/automations/" + id))
                .then()
                .statusCode(200);
        as(token)
                .header("If-Match", tag)
                .body(wanted)
                .put(in(SOLNA, "/automations/" + id))
                .then()
                .statusCode(412);
        as(token)
                .body(map("title", "Ny", "definition", definition(joined(), wait(2)), "oops", 1))
                .put(in(SOLNA, "/automations/" + id))
                .then()
                .statusCode(400);
    }

    /** Between two steps at the moment at which somebody moves them, as whoever has their turn. */
    @Test
    void whoHasTheirTurnJustNowIsMovedToo() {
        var id = running(definition(joined(), wait(1), map("type", "wait", "key", "sen", "days", 5)));
        imported(member(5, "Anna", 0));
        goOn();
        var moving = QuarkusTransaction.requiringNew().call(() -> {
            change("update automation_enrolment set step = 'sen', state = 'ACTIVE', waiting_for = null");
            var change = CompletableFuture.runAsync(() ->
                    change(id, definition(joined(), wait(1), map("type", "wait", "key", "sen", "days", 7)), "MOVE"));
            var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (number("select count(*) as n from pg_locks where not granted") == 0) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
            return change;
        });
        moving.join();

        assertThat(number("select version as n from automation_enrolment")).isEqualTo(2);
        assertThat(place("Anna")).isEqualTo("ACTIVE sen");
    }

    @Test
    void aChangeMakesANewVersionOnlyWhereSomebodyWasIn() {
        var id = running(definition(joined(), wait(1)));
        change(id, definition(joined(), wait(2)), "FINISH").body("number", equalTo(1));
        imported(member(5, "Anna", 0));
        goOn();

        change(id, definition(joined(), wait(3)), "FINISH").body("number", equalTo(2));

        as(token)
                .get(in(SOLNA, "/automations/" + id + "/versions"))
                .then()
                .statusCode(200)
                .body("items.number", contains(2, 1))
                .body("items.people", contains(0, 1));
        as(token)
                .get(in(SOLNA, "/automations/" + id + "/versions/1"))
                .then()
                .statusCode(200)
                .body("definition.steps[0].days", equalTo(2));
        as(token).get(in(SOLNA, "/automations/" + id + "/versions/7")).then().statusCode(404);
    }

    @Test
    void whoIsInFinishesTheOldVersionOrMovesByChoice() {
        var id = running(definition(joined(), wait(2), sms("Två dagar")));
        imported(member(5, "Anna", 0), member(6, "Bo", 0));
        goOn();
        var longer = definition(
                joined(),
                map("type", "wait", "key", "wait", "days", 5),
                map("type", "sms", "key", "sms", "text", "Fem dagar"));
        change(id, longer, "FINISH");
        goOn(Duration.ofDays(2));
        same(phones(), "Två dagar", "Två dagar");

        imported(member(7, "Cia", 0));
        goOn();
        var shorter = definition(
                joined(),
                map("type", "wait", "key", "wait", "days", 1),
                map("type", "sms", "key", "sms", "text", "En dag"));
        change(id, shorter, "MOVE");
        goOn(Duration.ofDays(1));
        assertThat(phones()).hasSize(3).last().isEqualTo("En dag");
        assertThat(
                        number(
                                "select e.version as n from automation_enrolment e join person p on p.id = e.person_id where given_name = 'Cia'"))
                .isEqualTo(3);
    }

    @Test
    void aStepThatWasPassedInOneVersionDoesNotHappenAgainInAnother() {
        var id = running(definition(joined(), sms("Hej!"), wait(1)));
        imported(member(5, "Anna", 0));
        goOn();
        var turned = definition(
                joined(),
                map("type", "wait", "key", "wait", "days", 1),
                map("type", "sms", "key", "sms", "text", "Hej!"),
                map("type", "sms", "key", "sist", "text", "Sist"));
        change(id, turned, "MOVE");

        goOn(Duration.ofDays(1));

        same(phones(), "Hej!", "Sist");
        same(log("Anna"), "sms DONE", "wait DONE", "sist DONE");
    }

    private ValidatableResponse change(long id, Map<String, Object> definition, String people) {
        return as(token)
                .body(map("title", "Flöde", "definition", definition, "people", people))
                .put(in(SOLNA, "/automations/" + id))
                .then()
                .statusCode(200);
    }
}
