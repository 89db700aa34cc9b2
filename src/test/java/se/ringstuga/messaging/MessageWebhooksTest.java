package se.ringstuga.messaging;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Other tools are told of what arrived and what did not, once. */
@QuarkusTest
class MessageWebhooksTest extends BroadcastTest {

    @Test
    void whatArrivedAndWhatDidNotIsToldOnce() {
        as(token)
                .body(Map.of(
                        "title",
                        "Ark",
                        "address",
                        "http://127.0.0.1:1/x",
                        "types",
                        List.of("message.delivered", "message.failed")))
                .post(in(SOLNA, "/webhook-endpoints"))
                .then()
                .statusCode(201);
        var anna = person("Anna", "+46701740605");
        var id = as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "text", "Hej", "purpose", "REQUESTED"))
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("id");
        sendAll();
        sendAll();

        as(token)
                .get(in(SOLNA, "/webhook-deliveries"))
                .then()
                .body("items.type", contains("message.delivered"))
                .body("items[0].ids.messageId", equalTo(id));
    }
}
