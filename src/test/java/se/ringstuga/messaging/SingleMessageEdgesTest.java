package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that comes twice, and one that comes at night. */
@QuarkusTest
class SingleMessageEdgesTest extends SmsCostTest {

    private long bo;

    @BeforeEach
    void aMember() {
        bo = person("Bo", 30);
    }

    private ValidatableResponse send(String key, String purpose, String text) {
        return as(token)
                .header("Idempotency-Key", key)
                .body(Map.of("personId", bo, "channel", "SMS", "purpose", purpose, "text", text))
                .post(in("solna", "/messages"))
                .then();
    }

    @Test
    void theSameRequestWithTheSameKeyIsOneMessage() {
        var id = send("k", "NOTICE", "Hej").statusCode(201).extract().jsonPath().getInt("id");
        send("k", "NOTICE", "Hej").statusCode(201).body("id", equalTo(id));
        sendAll();
        send("k", "NOTICE", "Hej").statusCode(201).body("id", equalTo(id));
        sendAll();

        assertThat(arrived()).containsExactly("Hej");
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        send("k", "NOTICE", "Hej").statusCode(201);
        send("k", "NOTICE", "Hej då").statusCode(422);
        sendAll();

        assertThat(arrived()).containsExactly("Hej");
    }

    @Test
    void aCallIsNoPurposeOfAMessage() {
        send("k", "CALL", "Hej").statusCode(400).body("violations.field", contains("purpose"));
        send("l", "REQUESTED", "Hej").statusCode(201).body("purpose", equalTo("REQUESTED"));
    }

    @Test
    void atNightOnlyWhatWasAskedForIsSent() {
        clock.set(Instant.parse("2026-11-20T22:00:00Z"));
        for (var purpose : new String[] {"NOTICE", "REMINDER", "REQUESTED", "WELCOME", "INFORMATION"}) {
            send(purpose, purpose, purpose).statusCode(201);
        }
        sendAll();
        assertThat(arrived()).containsExactly("REQUESTED");

        clock.set(Instant.parse("2026-11-21T12:00:00Z"));
        sendAll();
        assertThat(arrived()).containsExactlyInAnyOrder("REQUESTED", "NOTICE", "REMINDER", "WELCOME", "INFORMATION");
    }
}
