package se.ringstuga.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** What comes of a call while somebody else has the endpoint or the delivery in hand. */
@QuarkusTest
class WebhookRacesTest extends WebhookTest {

    private static final WebhookLine.Answer BROKEN = new WebhookLine.Answer(500, "");
    private static final WebhookLine.Answer GONE = new WebhookLine.Answer(410, "");

    @Inject
    Outbox outbox;

    @Inject
    DueDeliveries due;

    @Inject
    WebhookEndpoints endpoints;

    private void happens(long number) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.tell(solna, WebhookType.EVENT_MOVED, Map.of("eventId", number)));
    }

    private void change(String statement) {
        sql.update(NamedSql.of(statement), Map.of());
    }

    /** Until somebody waits for a row that this transaction holds. */
    private void awaitWaiting() {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (count("pg_locks where not granted") == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void anEndpointIsSwitchedOffByHandWhileACallToItFails() {
        var endpoint = endpoint("event.moved");
        happens(1);
        happens(2);
        var taken = due.take(1).getFirst();

        var writing = QuarkusTransaction.requiringNew().call(() -> {
            var view = endpoints.lock(solna, endpoint).orElseThrow();
            var late = CompletableFuture.runAsync(() -> due.write(taken, BROKEN));
            awaitWaiting();
            endpoints.change(view, new WebhookEndpointChanges(null, null, null, false), "staff:1");
            return late;
        });
        writing.join();

        deliveries("?state=DEAD").body("items.size()", equalTo(2));
    }

    @Test
    void twoCallsThatAreAnsweredGoneAtOnceSwitchItOffTogether() {
        endpoint("event.moved");
        happens(1);
        happens(2);
        var taken = due.take(2);
        assertThat(taken).hasSize(2);

        taken.stream()
                .map(one -> CompletableFuture.runAsync(() -> due.write(one, GONE)))
                .toList()
                .forEach(CompletableFuture::join);

        deliveries("?state=DEAD").body("items.size()", equalTo(2));
        assertThat(count("notice where kind = 'webhook-off'")).isEqualTo(1);
    }

    @Test
    void whatComesAfterAnotherHasTakenItOverChangesTheEndpointNeither() {
        endpoint("event.moved");
        happens(1);
        var dead = due.take(1).getFirst();
        clock.advance(Duration.ofSeconds(31));
        sendAll();

        due.write(dead, BROKEN);
        due.write(dead, GONE);
        as(token)
                .get(in(SOLNA, "/webhook-endpoints"))
                .then()
                .body("items[0].failures", equalTo(0))
                .body("items[0].switchedOffAt", nullValue());

        change("update webhook_endpoint set failures = 3");
        due.write(dead, new WebhookLine.Answer(200, ""));
        as(token).get(in(SOLNA, "/webhook-endpoints")).then().body("items[0].failures", equalTo(3));
    }

    @Test
    void whatCannotBeSignedIsAFailureLikeEveryOther() {
        endpoint("event.moved");
        happens(1);
        change("update webhook_endpoint set secret = '\\x0001'");

        sendAll();

        deliveries("").body("items[0].attempts", equalTo(1)).body("items[0].answer", equalTo("could not be signed"));
        as(token).get(in(SOLNA, "/webhook-endpoints")).then().body("items[0].failures", equalTo(1));
        assertThat(listener.heard()).isEmpty();
    }

    @Test
    void whatWasBeingWrittenDownWhenItWasSwitchedOffIsNotToldWhenItIsOnAgain() {
        var endpoint = endpoint("event.moved");
        happens(1);
        patch(endpoint, "{\"on\": false}").statusCode(200);
        change("update webhook_delivery set state = 'WAITING', ended_at = null");

        patch(endpoint, "{\"on\": true}").statusCode(200);
        sendAll();

        assertThat(listener.heard()).isEmpty();
        deliveries("?state=DEAD").body("items.size()", equalTo(1));
    }
}
