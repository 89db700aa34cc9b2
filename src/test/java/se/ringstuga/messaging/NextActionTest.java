package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the account of a broadcast to the next action: a segment, another broadcast, a list to call. */
@QuarkusTest
class NextActionTest extends BroadcastTest {

    private long sent;

    @BeforeEach
    void aBroadcastThatDidNotReachEverybody() {
        person("Anna", "+46701740605");
        person("Bo", "+46701740605");
        person("Cecilia", "+46846500400");
        withdraw(person("David", "+46701740606"), "SMS");
        sent = draft("Välkomna");
        act(sent, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        person("Eva", "+46701740607");
    }

    private Map<String, Object> became(String outcome) {
        return Map.of("type", "message", "broadcastId", sent, "outcome", outcome);
    }

    @Test
    void eachNumberOfTheAccountIsASegment() {
        for (var expected : Map.of(
                        "delivered", List.of("Anna Ek"),
                        "skipped", List.of("Bo Ek", "Cecilia Ek", "David Ek"),
                        "notReached", List.of("Cecilia Ek", "David Ek"),
                        "failed", List.of())
                .entrySet()) {
            as(token)
                    .body(Map.of("filter", became(expected.getKey())))
                    .post(in(SOLNA, "/segments/preview"))
                    .then()
                    .statusCode(200)
                    .body("items.name", containsInAnyOrder(expected.getValue().toArray()));
        }
        as(token)
                .body(Map.of(
                        "filter",
                        Map.of(
                                "type",
                                "message",
                                "broadcastId",
                                sent,
                                "outcome",
                                "skipped",
                                "reasons",
                                List.of("NO_ADDRESS"))))
                .post(in(SOLNA, "/segments/preview"))
                .then()
                .body("items.name", contains("Cecilia Ek"));
        as(token)
                .body(Map.of("filter", Map.of("type", "messaged", "channel", "SMS", "withinDays", 1)))
                .post(in(SOLNA, "/segments/preview"))
                .then()
                .body("items.name", contains("Anna Ek"));
    }

    @Test
    void whoDidNotGetTheSmsIsCalled() {
        as(token)
                .body(Map.of("title", "Ring dem som inte fick sms", "target", became("notReached")))
                .post(in(SOLNA, "/call-assignments"))
                .then()
                .statusCode(201);
        assertThat(count("call_queue_entry")).isEqualTo(2);
    }

    @Test
    void whoDidNotGetItIsWrittenToAgain() {
        var wanted = broadcast("Välkomna ändå");
        wanted.put("filter", became("notReached"));

        as(token)
                .body(wanted)
                .post(in(SOLNA, "/broadcasts?dryRun=true"))
                .then()
                .statusCode(200)
                .body("targeted", equalTo(2));
    }

    @Test
    void whySomebodyIsInOrOutIsTold() {
        var cecilia = as(token)
                .body(Map.of(
                        "filter",
                        Map.of("type", "personField", "field", "givenName", "operator", "equals", "value", "Cecilia")))
                .post(in(SOLNA, "/segments/preview"))
                .jsonPath()
                .getLong("items[0].id");

        as(token)
                .body(Map.of("filter", became("notReached"), "personId", cecilia))
                .post(in(SOLNA, "/segments/explanation"))
                .then()
                .statusCode(200)
                .body("matches", equalTo(true))
                .body("filter.type", equalTo("message"))
                .body("filter.found", equalTo("SMS skipped NO_ADDRESS"));
        as(token)
                .body(Map.of("filter", Map.of("type", "messaged"), "personId", cecilia))
                .post(in(SOLNA, "/segments/explanation"))
                .then()
                .body("matches", equalTo(false))
                .body("filter.found", equalTo("0 sent"));
    }

    @Test
    void anothersBroadcastLooksAsIfItDidNotExistAndOneBelowCounts() {
        a.organization("taby");
        a.organizationBelow(SOLNA, "huvudsta");
        for (var slug : List.of("taby", "huvudsta")) {
            as(a.token(slug))
                    .body(Map.of("filter", became("skipped")))
                    .post(in(slug, "/segments/preview"))
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("filter.broadcastId"))
                    .body("violations[0].message", containsString("there is no broadcast"));
        }
    }
}
