package se.ringstuga.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;

/** Deliveries: told at least once, repeated with pauses, put aside in the end, replayed. */
@QuarkusTest
class WebhookDeliveriesTest extends WebhookTest {

    private static final Duration PAST_THE_REST = Duration.ofSeconds(7);

    @Inject
    Outbox outbox;

    @Inject
    DueDeliveries due;

    @Inject
    WebhookDeliveries deliveries;

    private long happens(String type, long number) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.tell(solna, WebhookType.read(type), Map.of("eventId", number)));
        return number;
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        endpoint("event.moved");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.tell(solna, WebhookType.EVENT_MOVED, Map.of("eventId", 7L));
                    throw new IllegalStateException("a mistake afterwards");
                }))
                .hasMessage("a mistake afterwards");
        assertThat(count("webhook_delivery")).isZero();

        happens("event.moved", 8);
        sendAll();
        assertThat(listener.heard()).hasSize(1);
    }

    @Test
    void aFailureIsTriedAgainWithPausesUnderTheSameId() {
        endpoint("event.moved");
        happens("event.moved", 7);
        listener.answers(503, "kaffepaus");

        sendAll();
        sendAll();
        assertThat(listener.heard()).hasSize(1);
        deliveries("")
                .body("items[0].state", equalTo("WAITING"))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].answerStatus", equalTo(503))
                .body("items[0].answer", equalTo("kaffepaus"));
        clock.advance(PAST_THE_REST);
        listener.answers(200, "");
        sendAll();

        assertThat(listener.heard())
                .hasSize(2)
                .extracting(Listener.Heard::id)
                .containsOnly(listener.heard().getFirst().id());
        deliveries("").body("items[0].state", equalTo("DELIVERED"));
        as(token).get(in(SOLNA, "/webhook-endpoints")).then().body("items[0].failures", equalTo(0));
    }

    @Test
    void afterTwoDaysItIsPutAsideAndTheEndpointSwitchedOffAndAdministratorsAreTold() {
        endpoint("event.moved");
        happens("event.moved", 7);
        listener.answers(500, "");

        assertThat(failUntilItEnds()).isBetween(9, 10);

        deliveries("?state=DEAD").body("items", hasSize(1)).body("items[0].nextAt", nullValue());
        as(token)
                .get(in(SOLNA, "/webhook-endpoints"))
                .then()
                .body("items[0].switchedOffBy", nullValue())
                .body("items[0].switchedOffAt", notNullValue());
        assertThat(count("notice where kind = 'webhook-off' and audience = 'ADMINISTRATORS'"))
                .isEqualTo(1);
        happens("event.moved", 8);
        assertThat(count("webhook_delivery")).isEqualTo(1);
    }

    @Test
    void whoeverAnswersGoneIsNotAskedAgain() {
        endpoint("event.moved");
        happens("event.moved", 7);
        happens("event.moved", 8);
        listener.answers(410, "");

        sendAll();

        deliveries("?state=DEAD").body("items", hasSize(2));
        assertThat(count("notice where kind = 'webhook-off'")).isEqualTo(1);
    }

    @Test
    void anEndpointThatFailsIsAskedWithOneAtATimeAndTheOthersGoOn() throws Exception {
        try (var well = new Listener()) {
            endpoint("event.moved");
            add(well.address(), "event.moved").statusCode(201);
            listener.answers(500, "");
            happens("event.moved", 1);
            sendAll();
            for (var number = 2; number <= 30; number++) {
                happens("event.moved", number);
            }
            clock.advance(PAST_THE_REST);
            sendAll();

            assertThat(well.heard()).hasSize(30);
            assertThat(listener.heard()).hasSize(2);
        }
    }

    @Test
    void associationsTakeTurns() throws Exception {
        var gavle = a.organization("gavle");
        try (var theirs = new Listener()) {
            endpoint("event.moved");
            for (var number = 0; number < 100; number++) {
                happens("event.moved", number);
            }
            as(a.token("gavle"))
                    .body(Map.of("title", "G", "address", theirs.address(), "types", List.of("event.moved")))
                    .post(in("gavle", "/webhook-endpoints"))
                    .then()
                    .statusCode(201);
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.tell(gavle, WebhookType.EVENT_MOVED, Map.of("eventId", 1L)));

            clock.advance(Duration.ofMillis(1));
            var first = due.take(8);
            var second = due.take(8);

            assertThat(first).hasSize(8).allMatch(delivery -> delivery.about() == solna);
            assertThat(second).hasSize(1).allMatch(delivery -> delivery.about() == gavle);
        }
    }

    @Test
    void severalInstancesTellEachThingOnce() throws Exception {
        endpoint("event.moved");
        for (var number = 0; number < 60; number++) {
            happens("event.moved", number);
        }

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one = () -> dispatch.run();
            for (var begun : instances.invokeAll(List.of(one, one, one, one))) {
                begun.get();
            }
        }
        dispatch.awaitQuiet();
        sendAll();

        assertThat(listener.heard()).hasSize(60).extracting(Listener.Heard::id).doesNotHaveDuplicates();
    }

    @Test
    void whatSomebodyTookAndDiedWithIsTakenOverWithinAMinute() {
        endpoint("event.moved");
        happens("event.moved", 7);
        var dead = due.take(8).getFirst();
        sendAll();
        assertThat(listener.heard()).isEmpty();

        clock.advance(Duration.ofSeconds(31));
        sendAll();
        assertThat(listener.heard()).hasSize(1);

        // Whoever was taken for dead and comes late changes nothing.
        due.write(dead, new WebhookLine.Answer(null, "no answer in time"));
        deliveries("").body("items[0].state", equalTo("DELIVERED"));
    }

    @Test
    void afterADowntimeEverythingIsToldOnce() {
        endpoint("event.moved");
        for (var number = 0; number < 20; number++) {
            happens("event.moved", number);
        }
        clock.advance(Duration.ofDays(3));

        sendAll();

        assertThat(listener.heard()).hasSize(20);
    }

    @Test
    void aDeadOneIsReplayedAndAllSinceATime() {
        var endpoint = endpoint("event.moved");
        listener.answers(500, "");
        happens("event.moved", 1);
        clock.advance(Duration.ofHours(1));
        happens("event.moved", 2);
        happens("event.moved", 3);
        sql.update(NamedSql.of("update webhook_delivery set state = 'DEAD', ended_at = happened_at"), Map.of());
        listener.answers(200, "");
        var first = deliveries("?state=DEAD").extract().jsonPath().getLong("items[2].id");

        as(token)
                .post(in(SOLNA, "/webhook-deliveries/" + first + "/replay"))
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("attempts", equalTo(0));
        sendAll();
        assertThat(listener.heard()).extracting(Listener.Heard::id).containsExactly("del_" + first);

        as(token)
                .body(Map.of("endpointId", endpoint, "since", "2026-11-24T17:30:00Z"))
                .post(in(SOLNA, "/webhook-deliveries/replay"))
                .then()
                .statusCode(200)
                .body("deliveries", equalTo(2))
                .body("more", equalTo(false));
        sendAll();
        assertThat(listener.heard()).hasSize(3);
        deliveries("").body("items.state", everyItem(equalTo("DELIVERED")));
    }

    @Test
    void aDeliveredOneIsToldAgainWhenSomebodyAsksForIt() {
        endpoint("event.moved");
        happens("event.moved", 1);
        sendAll();
        var id = deliveries("").extract().jsonPath().getLong("items[0].id");

        as(token)
                .post(in(SOLNA, "/webhook-deliveries/" + id + "/replay"))
                .then()
                .statusCode(200);
        sendAll();

        assertThat(listener.heard()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            endpointId | {"since": "2026-11-24T17:30:00Z"}
            since      | {"endpointId": 1}
            endpointId | {"endpointId": 1, "since": "2026-11-24T17:30:00Z"}
            """)
    void aReplayNamesItsEndpointAndTime(String field, String body) {
        as(token)
                .body(body)
                .post(in(SOLNA, "/webhook-deliveries/replay"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void nothingIsReplayedToAnEndpointThatIsOff() {
        var endpoint = endpoint("event.moved");
        happens("event.moved", 1);
        patch(endpoint, "{\"on\": false}").statusCode(200);
        var id = deliveries("?state=DEAD").extract().jsonPath().getLong("items[0].id");

        as(token)
                .post(in(SOLNA, "/webhook-deliveries/" + id + "/replay"))
                .then()
                .statusCode(409);
        as(token)
                .body(Map.of("endpointId", endpoint, "since", "2026-11-24T16:00:00Z"))
                .post(in(SOLNA, "/webhook-deliveries/replay"))
                .then()
                .statusCode(409);
    }

    @Test
    void deliveriesArePagedAndBelongToTheirOrganization() {
        endpoint("event.moved");
        for (var number = 0; number < 5; number++) {
            happens("event.moved", number);
        }
        var page = deliveries("?limit=2").body("items", hasSize(2)).extract().jsonPath();
        deliveries("?limit=2&cursor=" + page.getString("next"))
                .body("items", hasSize(2))
                .body("items[0].id", equalTo(page.getInt("items[1].id") - 1));
        a.organization("gavle");
        var other = a.token("gavle");
        var id = page.getLong("items[0].id");
        as(other).get(in("gavle", "/webhook-deliveries/" + id)).then().statusCode(404);
        as(other)
                .post(in("gavle", "/webhook-deliveries/" + id + "/replay"))
                .then()
                .statusCode(404);
        as(other).get(in("gavle", "/webhook-deliveries")).then().body("items", hasSize(0));
        var reader = a.token(SOLNA, Permission.ORGANIZATION_READ);
        as(reader)
                .post(in(SOLNA, "/webhook-deliveries/" + id + "/replay"))
                .then()
                .statusCode(403);
        as("none").post(in(SOLNA, "/webhook-deliveries/replay")).then().statusCode(401);
    }

    @Test
    void whatIsOverIsForgottenAfterAWhile() {
        endpoint("event.moved");
        happens("event.moved", 1);
        sendAll();
        assertThat(deliveries.forget()).isZero();
        clock.advance(Duration.ofDays(8));

        assertThat(deliveries.forget()).isEqualTo(1);
        deliveries("").body("items", hasSize(0));
    }

    @Test
    void whatARemovedEndpointWasToldIsSeenByNobodyAndForgottenByTheJob() {
        var endpoint = endpoint("event.moved");
        happens("event.moved", 1);
        happens("event.moved", 2);
        sendAll();
        var one = deliveries("").extract().jsonPath().getLong("items[0].id");
        as(token).delete(in(SOLNA, "/webhook-endpoints/" + endpoint)).then().statusCode(204);

        deliveries("").body("items", hasSize(0));
        as(token).get(in(SOLNA, "/webhook-deliveries/" + one)).then().statusCode(404);
        assertThat(deliveries.forget()).isEqualTo(2);
        assertThat(count("webhook_delivery")).isZero();
    }
}
