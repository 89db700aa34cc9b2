package se.ringstuga.webhooks;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Base of the tests of webhooks: an association, a token with every right, and a tool that listens. */
abstract class WebhookTest extends ApiTest {

    static final String SOLNA = "solna";

    @Inject
    WebhookDispatch dispatch;

    @Inject
    Sql sql;

    long solna;
    String token;
    Listener listener;

    @BeforeEach
    void anAssociationAndAListener() throws IOException {
        solna = a.organization(SOLNA);
        token = a.token(SOLNA);
        listener = new Listener();
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    ValidatableResponse add(String address, String... types) {
        return as(token)
                .body(Map.of("title", "Kalkylark", "address", address, "types", List.of(types)))
                .post(in(SOLNA, "/webhook-endpoints"))
                .then();
    }

    long endpoint(String... types) {
        return add(listener.address(), types)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    ValidatableResponse patch(long endpoint, String body) {
        return as(token)
                .body(body)
                .patch(in(SOLNA, "/webhook-endpoints/" + endpoint))
                .then();
    }

    /** Goes on failing until nothing is tried any more; how often it was tried. */
    int failUntilItEnds() {
        for (var round = 0; round < 400 && count("webhook_delivery where state = 'WAITING'") > 0; round++) {
            sendAll();
            clock.advance(Duration.ofMinutes(20));
        }
        return listener.heard().size();
    }

    /** Sends what is due, and waits for what comes of it. */
    void sendAll() {
        dispatch.run();
        dispatch.awaitQuiet();
    }

    ValidatableResponse deliveries(String query) {
        return as(token).get(in(SOLNA, "/webhook-deliveries" + query)).then().statusCode(200);
    }

    long person(String name) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Ek"))
                .post(in(SOLNA, "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    long count(String from) {
        return sql.first(NamedSql.of("select count(*) as n from " + from), Map.of(), row -> row.number("n"))
                .orElseThrow();
    }
}
