package se.ringstuga.messaging;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** For tests of sending: somebody to send to, something to send from, and the dispatcher's rounds. */
@ApplicationScoped
public class SendingFixtures {

    private static final int TAKEN_AT_ONCE = 50;

    @Inject
    Dispatcher dispatcher;

    @Inject
    HookReader hooks;

    @Inject
    MessageClaims claims;

    @Inject
    Sql sql;

    private static RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    void sender(String token, String slug) {
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post("/api/organizations/" + slug + "/sms-senders")
                .then()
                .statusCode(201);
    }

    long person(String token, String slug, String phone) {
        return as(token)
                .body(Map.of("givenName", "Anna", "familyName", "Ek", "phone", phone))
                .post("/api/organizations/" + slug + "/people")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    long message(String token, String slug, long person, String text) {
        return as(token)
                .body(Map.of("personId", person, "channel", "SMS", "text", text, "purpose", "REQUESTED"))
                .post("/api/organizations/" + slug + "/messages")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    String state(long message) {
        return sql.first(
                        NamedSql.of("select state from message where id = :id"),
                        Map.of("id", message),
                        row -> row.text("state"))
                .orElseThrow();
    }

    @Transactional
    public void inTransaction(Runnable work) {
        work.run();
    }

    /** Until nothing is due, and everything that the provider told is read. */
    public void sendAll() {
        while (dispatcher.sendOneBatch()) {
            // One batch after the other.
        }
        while (hooks.read() > 0) {
            // One batch after the other.
        }
    }

    /** An instance dies with everything that is due in its hands: nobody knows what became of that. */
    public void takeAndDie() {
        while (claims.take(TAKEN_AT_ONCE).any()) {
            // One batch after the other.
        }
    }

    /** What stands on the sandbox's phones, without the name of the association that each text begins with. */
    List<String> arrived() {
        return sql.list(
                NamedSql.of("select text from sandbox_sms where outgoing order by id"),
                Map.of(),
                row -> row.text("text"));
    }
}
