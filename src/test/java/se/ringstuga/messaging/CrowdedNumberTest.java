package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;

/** Several messages to one person or number: how many a week, and how close. */
@QuarkusTest
class CrowdedNumberTest extends SmsCostTest {

    @Inject
    MessageClaims claims;

    private long write(long person, Purpose purpose, String text, Map<String, ?> more) {
        var body = new HashMap<String, Object>(
                Map.of("personId", person, "channel", "SMS", "text", text, "purpose", purpose.name()));
        body.putAll(more);
        return as(token)
                .body(body)
                .post(in("solna", "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private long write(long person, Purpose purpose, String text) {
        return write(person, purpose, text, Map.of());
    }

    private long approved(Map<String, ?> broadcast) {
        var id = draft(broadcast);
        act(id, "approval").statusCode(200);
        return id;
    }

    private long skipped(@Nullable String reason) {
        return sql.first(
                        NamedSql.of("select count(*) as n from message where state = 'SKIPPED' and reason = :reason"),
                        Map.of("reason", reason),
                        row -> row.number("n"))
                .orElseThrow();
    }

    @Test
    void theWeeksLimitHoldsAmongWhatIsDueAtTheSameTime() {
        choose(Map.of("weeklyCap", 3));
        var bo = person("Bo", 30);
        for (var i = 0; i < 10; i++) {
            write(bo, Purpose.INFORMATION, "Nummer " + i);
        }
        sendAll();

        assertThat(arrived()).hasSize(3);
        assertThat(skipped("CONTACTED_RECENTLY_HERE")).isEqualTo(7);
    }

    @Test
    void itHoldsBetweenInstancesThatTakeFromDifferentSendersAtOnce() throws Exception {
        choose(Map.of("weeklyCap", 1));
        var other = sender("+46701740698");
        var people = IntStream.range(10, 40).mapToLong(n -> person("Bo", n)).toArray();
        for (var person : people) {
            write(person, Purpose.INFORMATION, "Av en", Map.of());
            write(person, Purpose.INFORMATION, "Av en annan", Map.of("senderId", other));
        }
        var start = new CyclicBarrier(2);
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, 2)
                    .mapToObj(_ -> instances.submit(() -> {
                        start.await();
                        return claims.take(50);
                    }))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
        while (claims.take(50).any()) {
            // Whoever came while the other held the lanes took nothing.
        }

        assertThat(attemptsByPerson()).hasSize(people.length).containsOnly(1L);
        assertThat(skipped("CONTACTED_RECENTLY_HERE")).isEqualTo(people.length);
    }

    private List<Long> attemptsByPerson() {
        return sql.list(
                NamedSql.of("select count(*) as n from message where state = 'DISPATCHING' group by person_id"),
                Map.of(),
                row -> row.number("n"));
    }

    @Test
    void aHouseholdThatBecameDueTogetherGetsItsTextsTenMinutesApart() {
        person("Anna", 30);
        person("Bo", 30);
        person("Cia", 30);
        var id = approved(broadcast("Hej {förnamn|du}"));
        act(id, "pause").statusCode(200);
        clock.advance(Duration.ofHours(1));
        act(id, "resumption").statusCode(200);

        for (var arrived = 1; arrived <= 3; arrived++) {
            sendAll();
            assertThat(arrived()).hasSize(arrived);
            clock.advance(Duration.ofMinutes(10).minusMillis(1));
            sendAll();
            assertThat(arrived()).hasSize(arrived);
            clock.advance(Duration.ofMillis(1));
        }
    }

    @Test
    void twoBroadcastsToOneNumberAreTenMinutesApart() {
        people(2);
        approved(broadcast("Den första"));
        approved(broadcast("Den andra"));
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        assertThat(arrived()).containsOnly("Den första").hasSize(2);

        clock.advance(Duration.ofMinutes(10));
        sendAll();
        assertThat(arrived()).hasSize(4);
    }

    @Test
    void singleMessagesToTwoOfAHouseholdAreApartAndThoseOfOneConversationAreNot() {
        var anna = person("Anna", 30);
        var bo = person("Bo", 30);
        write(anna, Purpose.NOTICE, "Anna ett");
        write(anna, Purpose.NOTICE, "Anna två");
        var waits = write(bo, Purpose.NOTICE, "Bo ett");
        sendAll();
        assertThat(arrived()).containsExactly("Anna ett", "Anna två");

        write(bo, Purpose.REQUESTED, "Svar till Bo");
        sendAll();
        assertThat(arrived()).hasSize(3).endsWith("Svar till Bo");
        message(waits)
                .body(
                        "notBefore",
                        equalTo(clock.instant().plus(Duration.ofMinutes(10)).toString()));
        clock.advance(Duration.ofMinutes(10));
        sendAll();
        assertThat(arrived()).hasSize(4);
    }

    @Test
    void whatHasNoTimeToWaitEndsWithTheReason() {
        write(person("Anna", 30), Purpose.REMINDER, "Om en kvart");
        Instant soon = clock.instant().plus(Duration.ofMinutes(10));
        var late = write(person("Bo", 30), Purpose.REMINDER, "Om en kvart", Map.of("notAfter", soon.toString()));
        sendAll();

        assertThat(arrived()).hasSize(1);
        message(late).body("state", equalTo("EXPIRED")).body("code", equalTo("NO_TIME"));
    }
}
