package se.ringstuga.calling;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Other tools are told of a reported call, once for each report that counts. */
@QuarkusTest
class CallWebhooksTest extends CallTest {

    @Test
    void aReportIsToldOnceAndItsCorrectionToo() {
        as(token)
                .body(Map.of("title", "Ark", "address", "http://127.0.0.1:1/x", "types", List.of("call.reported")))
                .post(in(SOLNA, "/webhook-endpoints"))
                .then()
                .statusCode(201);
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");
        report(claim, outcome("NO_ANSWER")).statusCode(200);
        report(claim, outcome("NO_ANSWER")).statusCode(200);

        told().body("items.type", contains("call.reported")).body("items[0].ids.callId", equalTo((int) claim));

        as(token)
                .body(outcome("BUSY"))
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then()
                .statusCode(200);
        told().body("items", hasSize(2));
    }

    private ValidatableResponse told() {
        return as(token).get(in(SOLNA, "/webhook-deliveries")).then().statusCode(200);
    }
}
