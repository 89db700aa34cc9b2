package se.ringstuga.messaging;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * Base of the tests about what SMS cost and who may decide it: an association with members, at noon of a Friday. A text that does
 * not name it gets its name before it.
 */
abstract class SmsCostTest extends ApiTest {

    @Inject
    Dispatcher dispatcher;

    @Inject
    HookReader hooks;

    @Inject
    Sql sql;

    String token;

    @BeforeEach
    void anAssociationThatCanBeAnswered() {
        clock.set(Instant.parse("2026-11-20T11:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        sender("+46701740699");
    }

    long sender(String address) {
        return as(token)
                .body(Map.of("address", address, "perSecond", 10_000))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    long person(String name, int number) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Ek", "phone", "+467017406%02d".formatted(number)))
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    void people(int count) {
        for (var i = 0; i < count; i++) {
            person("Anna", 5 + i);
        }
    }

    void choose(Map<String, ?> choices) {
        as(token).body(choices).put(in("solna", "/messaging-settings")).then().statusCode(200);
    }

    void budget(double daily, double monthly) {
        choose(Map.of("smsDailyBudget", daily, "smsMonthlyBudget", monthly));
    }

    Map<String, Object> broadcast(String text) {
        return new HashMap<>(Map.of(
                "title",
                "Möte",
                "channel",
                "SMS",
                "purpose",
                "NOTICE",
                "filter",
                Map.of("type", "hasPhone"),
                "text",
                text));
    }

    ValidatableResponse dryRun(String text) {
        return as(token)
                .body(broadcast(text))
                .post(in("solna", "/broadcasts?dryRun=true"))
                .then();
    }

    long draft(Map<String, ?> broadcast) {
        return as(token)
                .body(broadcast)
                .post(in("solna", "/broadcasts"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    ValidatableResponse act(long broadcast, String what) {
        return as(token)
                .post(in("solna", "/broadcasts/" + broadcast + "/" + what))
                .then();
    }

    ValidatableResponse single(long person, String text) {
        return as(token)
                .body(Map.of("personId", person, "channel", "SMS", "text", text, "purpose", "REQUESTED"))
                .post(in("solna", "/messages"))
                .then();
    }

    ValidatableResponse message(long id) {
        return as(token).get(in("solna", "/messages/" + id)).then();
    }

    ValidatableResponse spent() {
        return as(token).get(in("solna", "/messaging-budget")).then().statusCode(200);
    }

    void sendAll() {
        while (dispatcher.sendOneBatch()) {
            // Until nothing is due.
        }
        hooks.read();
    }

    List<String> arrived() {
        return sql.list(
                NamedSql.of("select text from sandbox_sms order by id"),
                Map.of(),
                row -> row.text("text").replace("solna: ", ""));
    }
}
