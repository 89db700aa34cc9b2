package se.ringstuga.messaging;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Base of the tests about the life of a broadcast: an association at noon that can send SMS through the sandbox. */
abstract class BroadcastTest extends ApiTest {

    static final String SOLNA = "solna";

    /** Friday noon in Stockholm, in November. */
    static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

    @Inject
    Dispatcher dispatcher;

    @Inject
    HookReader hooks;

    @Inject
    Sql sql;

    String token;

    @BeforeEach
    void anAssociationThatCanSend() {
        clock.set(NOON);
        a.organization(SOLNA);
        token = a.token(SOLNA);
        as(token)
                .body(Map.of("address", "Solna", "perSecond", 1000))
                .post(in(SOLNA, "/sms-senders"))
                .then()
                .statusCode(201);
    }

    /** @param phoneOrEmail one or several; what has an @ is an address */
    long person(String name, String... phoneOrEmail) {
        var person = new HashMap<String, Object>(Map.of("givenName", name, "familyName", "Ek"));
        Stream.of(phoneOrEmail).forEach(value -> person.put(value.contains("@") ? "email" : "phone", value));
        var id = as(token)
                .body(person)
                .post(in(SOLNA, "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        sql.update(NamedSql.of("""
                insert into membership (organization_id, person_id, placed_in) select organization_id, id, organization_id from person
                where id = :person on conflict do nothing"""), Map.of("person", id));
        return id;
    }

    void withdraw(long person, String channel) {
        sql.update(NamedSql.of("""
                insert into contact_state (organization_id, person_id, channel, purpose, decision, since)
                select organization_id, id, :channel, 'ANY', 'WITHDRAWN', created_at from person where id = :person"""), Map.of("person", person, "channel", channel));
    }

    static Map<String, Object> broadcast(String text) {
        return new HashMap<>(Map.of(
                "title",
                "Medlemsmöte",
                "channel",
                "SMS",
                "purpose",
                "NOTICE",
                "filter",
                Map.of("type", "all", "filters", List.of()),
                "text",
                text));
    }

    long draft(String text) {
        return draft(broadcast(text));
    }

    long draft(Map<String, Object> wanted) {
        return as(token)
                .body(wanted)
                .post(in(SOLNA, "/broadcasts"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    ValidatableResponse act(long id, String what) {
        return as(token)
                .post(in(SOLNA, "/broadcasts/" + id + "/" + what))
                .then()
                .statusCode(200);
    }

    ValidatableResponse read(long id) {
        return as(token).get(in(SOLNA, "/broadcasts/" + id)).then().statusCode(200);
    }

    void sendAll() {
        while (dispatcher.sendOneBatch()) {
            // Until nothing is due.
        }
        hooks.read();
    }

    List<String> arrived() {
        return sql.list(NamedSql.of("select text from sandbox_sms order by id"), Map.of(), row -> row.text("text"));
    }

    long count(String from) {
        return sql.first(NamedSql.of("select count(*) as n from " + from), Map.of(), row -> row.number("n"))
                .orElseThrow();
    }

    /** The same by several at the same moment; what each was answered. */
    static <T> List<T> atOnce(int many, Callable<T> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = Stream.generate(() -> people.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .limit(many)
                    .toList();
            start.countDown();
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /** A token that may read messages and not send any. */
    String reader() {
        return a.token(SOLNA, Permission.MESSAGES_READ);
    }
}
