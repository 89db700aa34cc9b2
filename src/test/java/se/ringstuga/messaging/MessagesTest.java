package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Single messages from the request to what the provider tells in the end. */
@QuarkusTest
class MessagesTest extends ApiTest {

    @Inject
    Dispatcher dispatcher;

    @Inject
    HookReader hooks;

    @Inject
    UnsureMessages unsure;

    @Inject
    MessageClaims claims;

    @Inject
    Sql sql;

    private String token;
    private long anna;

    @BeforeEach
    void anAssociationThatCanSend() {
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        anna = person("Anna", "+46701740605");
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201)
                .body("canBeAnswered", equalTo(true));
    }

    private long person(String name, String phone) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Ek", "phone", phone))
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private long send(long person, String text) {
        return as(token)
                .body(Map.of("personId", person, "channel", "SMS", "text", text, "purpose", "REQUESTED"))
                .post(in("solna", "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private String state(long message) {
        return as(token).get(in("solna", "/messages/" + message)).jsonPath().getString("state");
    }

    private void sendAll() {
        while (dispatcher.sendOneBatch()) {
            // Until nothing is due.
        }
        hooks.read();
    }

    private List<String> arrived() {
        return sql.list(NamedSql.of("select text from sandbox_sms order by id"), Map.of(), row -> row.text("text"));
    }

    @Test
    void aMessageIsSentOnceAndEverythingKnownOfItIsTold() {
        var message = send(anna, "Hej!");

        sendAll();
        sendAll();

        assertThat(arrived()).containsExactly("solna: Hej!");
        as(token)
                .get(in("solna", "/messages/" + message))
                .then()
                .body("state", equalTo("DELIVERED"))
                .body("address", equalTo("+46701740605"))
                .body("events.status", contains("ACCEPTED", "DELIVERED"))
                .body("events.source", contains("dispatcher", "sandbox"))
                .body("events[0].at", notNullValue());
    }

    @Test
    void whoeverSaidNoIsNotSentToAndTheReasonStands() {
        var message = send(anna, "Hej!");
        withdraw(anna);
        sendAll();

        assertThat(arrived()).isEmpty();
        as(token)
                .get(in("solna", "/messages/" + message))
                .then()
                .body("state", equalTo("SKIPPED"))
                .body("reason", equalTo("OPTED_OUT"));
        as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "text", "Hej"))
                .post(in("solna", "/messages"))
                .then()
                .statusCode(201)
                .body("state", equalTo("SKIPPED"))
                .body("reason", equalTo("OPTED_OUT"));
    }

    private void withdraw(long person) {
        sql.update(NamedSql.of("""
                insert into contact_state (organization_id, person_id, channel, purpose, decision, since)
                select organization_id, id, 'SMS', 'ANY', 'WITHDRAWN', created_at from person where id = :person"""), Map.of("person", person));
    }

    @Test
    void aLandlineGetsNoSms() {
        var bo = person("Bo", "+46846500400");

        assertThat(state(send(bo, "Hej!"))).isEqualTo("SKIPPED");
        assertThat(arrived()).isEmpty();
    }

    @Test
    void whatIsRefusedHasFailedWithTheProvidersCode() {
        var message = send(anna, "Hej [REFUSED]");
        sendAll();

        as(token)
                .get(in("solna", "/messages/" + message))
                .then()
                .body("state", equalTo("FAILED"))
                .body("code", equalTo("sandbox-refused"));
    }

    @Test
    void whatMayHaveBeenSentIsNeverSentAgainByItself() {
        var message = send(anna, "Hej [SILENT]");
        sendAll();
        clock.advance(Duration.ofHours(2));
        sendAll();
        assertThat(state(message)).isEqualTo("UNKNOWN");

        clock.advance(Duration.ofHours(23));
        unsure.giveUp();

        as(token)
                .get(in("solna", "/messages/" + message))
                .then()
                .body("state", equalTo("FAILED"))
                .body("code", equalTo("NEVER_CONFIRMED"))
                .body("events.status", contains("UNKNOWN", "FAILED"));
    }

    @Test
    void whatTheProviderAsksToWaitWithIsTriedAgainLaterAndExpiresWhenItsTimeIsOver() {
        var message = send(anna, "Hej [BUSY]");
        sendAll();
        assertThat(state(message)).isEqualTo("QUEUED");
        sendAll();
        assertThat(events(message)).hasSize(1);

        clock.advance(Duration.ofSeconds(31));
        sendAll();
        assertThat(events(message)).hasSize(2);

        clock.advance(Duration.ofDays(3));
        sendAll();
        assertThat(state(message)).isEqualTo("EXPIRED");
    }

    private List<String> events(long message) {
        return as(token).get(in("solna", "/messages/" + message)).jsonPath().getList("events.status");
    }

    @Test
    void anInstanceThatDiesBetweenTakingAndTellingLeavesAMessageOfUnknownFate() {
        var message = send(anna, "Hej!");
        assertThat(claims.take(10).attempts()).hasSize(1);

        clock.advance(Duration.ofMinutes(4));
        sendAll();
        assertThat(state(message)).isEqualTo("DISPATCHING");
        assertThat(unsure.sweep()).isEqualTo(1);

        sendAll();
        assertThat(state(message)).isEqualTo("UNKNOWN");
        assertThat(arrived()).isEmpty();
    }

    @Test
    void severalInstancesSendEachMessageOnce() throws Exception {
        for (var i = 0; i < 40; i++) {
            send(anna, "Nummer " + i);
        }
        var start = new CountDownLatch(1);
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = IntStream.range(0, 6)
                    .<Future<?>>mapToObj(n -> instances.submit(() -> {
                        start.await();
                        sendAll();
                        return n;
                    }))
                    .toList();
            start.countDown();
            for (var one : running) {
                one.get();
            }
        }
        sendAll();

        assertThat(arrived()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void noSenderSendsFasterThanItsRateHoweverManyInstancesThereAre() {
        sql.update(NamedSql.of("update sms_sender set per_second = 2, tokens = 2"), Map.of());
        for (var i = 0; i < 5; i++) {
            send(anna, "Nummer " + i);
        }
        sendAll();
        sendAll();
        assertThat(arrived()).hasSize(2);

        clock.advance(Duration.ofMillis(499));
        sendAll();
        assertThat(arrived()).hasSize(2);

        clock.advance(Duration.ofMillis(1));
        sendAll();
        assertThat(arrived()).hasSize(3);

        clock.advance(Duration.ofMinutes(5));
        sendAll();
        assertThat(arrived()).as("a second's worth is saved up at most").hasSize(5);
    }

    @Test
    void whatWouldComeAtNightWaitsForTheMorning() {
        clock.set(Instant.parse("2026-11-20T20:00:00Z"));
        as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "text", "Hej", "purpose", "INFORMATION"))
                .post(in("solna", "/messages"))
                .then()
                .statusCode(201)
                .body("notBefore", equalTo("2026-11-21T08:00:00Z"));
        sendAll();
        assertThat(arrived()).isEmpty();

        clock.set(Instant.parse("2026-11-21T08:00:01Z"));
        sendAll();
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void messagesBelongToTheirOrganizationAndNeedTheRight() {
        a.organization("taby");
        var stranger = a.token("taby");
        var message = send(anna, "Hej!");

        as(stranger).get(in("taby", "/messages/" + message)).then().statusCode(404);
        as(stranger).get(in("solna", "/messages/" + message)).then().statusCode(404);
        as(stranger)
                .body(Map.of("personId", anna, "channel", "SMS", "text", "Hej"))
                .post(in("taby", "/messages"))
                .then()
                .statusCode(400);
        as(a.token("solna", Permission.PEOPLE_READ))
                .body(Map.of("personId", anna, "channel", "SMS", "text", "Hej"))
                .post(in("solna", "/messages"))
                .then()
                .statusCode(403);
    }
}
