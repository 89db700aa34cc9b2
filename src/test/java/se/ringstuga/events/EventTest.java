package se.ringstuga.events;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Base of the tests about events: an association with a meeting to come, and words for what people do about it. */
abstract class EventTest extends ApiTest {

    static final String SOLNA = "solna";

    /** Wednesday 9 December 2026, 18:30 in Stockholm; the clock of the tests stands at 24 November. */
    static final Instant MEETING = Instant.parse("2026-12-09T17:30:00Z");

    static final SignUps.By BY_LINK = new SignUps.By(SignUpSource.LINK, "person:1");

    @Inject
    Sql sql;

    @Inject
    SignUps signUps;

    @Inject
    Transactions transactions;

    @Inject
    Witness witness;

    long solna;
    String token = "";

    @BeforeEach
    void association() {
        witness.forget();
        solna = a.organization(SOLNA);
        token = a.token(SOLNA);
    }

    Map<String, Object> meeting() {
        return new HashMap<>(Map.of(
                "kindId",
                kind("medlemsmote"),
                "title",
                "Decembermöte",
                "place",
                "Folkets hus",
                "startsAtLocal",
                "2026-12-09T18:30",
                "minutes",
                120));
    }

    long kind(String key) {
        return as(token)
                .get(in(SOLNA, "/event-kinds"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("find { it.key == '" + key + "' }.id");
    }

    long made(Map<String, Object> wanted) {
        return as(token)
                .body(wanted)
                .post(in(SOLNA, "/events"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    long published(Map<String, Object> wanted) {
        var id = made(wanted);
        post(id, "publication").statusCode(200);
        return id;
    }

    /** A published meeting with so many places. */
    long places(int capacity) {
        var wanted = meeting();
        wanted.put("capacity", capacity);
        return published(wanted);
    }

    ValidatableResponse event(long id) {
        return as(token).get(in(SOLNA, "/events/" + id)).then().statusCode(200);
    }

    ValidatableResponse post(long id, String what) {
        return as(token).post(in(SOLNA, "/events/" + id + "/" + what)).then();
    }

    ValidatableResponse patch(long id, Map<String, ?> changes) {
        return as(token).body(changes).patch(in(SOLNA, "/events/" + id)).then();
    }

    long person(String givenName) {
        return person(SOLNA, givenName);
    }

    long person(String slug, String givenName) {
        return as(token)
                .body(Map.of("givenName", givenName, "familyName", "Ek", "joinedOn", "2026-01-10"))
                .post(in(slug, "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    Consents.Person known(long person) {
        return sql.first(
                        NamedSql.of("select organization_id from person where id = :id"),
                        Map.of("id", person),
                        row -> new Consents.Person(row.number("organization_id"), person))
                .orElseThrow();
    }

    ValidatableResponse signUp(long event, Map<String, ?> who) {
        return as(token)
                .body(who)
                .post(in(SOLNA, "/events/" + event + "/sign-ups"))
                .then();
    }

    /** By an organizer's tool; answers the sign-up. */
    long signedUp(long event, long person) {
        return signUp(event, Map.of("personId", person))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    SignUpResult byLink(long event, long person) {
        return transactions.in(() -> signUps.signUp(event, known(person), BY_LINK, Wishes.NONE));
    }

    CancelResult cancelled(long event, long person) {
        return transactions.in(() -> signUps.cancel(event, known(person), BY_LINK));
    }

    ValidatableResponse signUps(long event) {
        return as(token).get(in(SOLNA, "/events/" + event + "/sign-ups")).then().statusCode(200);
    }

    List<String> statuses(long event) {
        return signUps(event).extract().jsonPath().getList("items.status");
    }

    /** The clock moves, and whoever had signed in has to do so again. */
    void at(Instant instant) {
        clock.set(instant);
        token = a.token(SOLNA);
    }

    void during() {
        at(MEETING.plus(Duration.ofMinutes(10)));
    }

    /** What so many said who began at the same moment. */
    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        var gate = new CyclicBarrier(work.size());
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var running = new ArrayList<Future<T>>();
            for (var one : work) {
                running.add(threads.submit(() -> {
                    gate.await();
                    return one.call();
                }));
            }
            var said = new ArrayList<T>();
            for (var one : running) {
                said.add(one.get());
            }
            return said;
        }
    }
}
