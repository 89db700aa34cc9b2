package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;

/** Whatever made an SMS late, it comes in the morning: quiet from 20:30 to 09:00 in Stockholm. */
@QuarkusTest
class SmsAtNightTest extends SmsCostTest {

    private static final Instant EVENING = Instant.parse("2026-11-20T19:30:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-20T21:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");

    @Inject
    MessageClaims claims;

    @Inject
    Dispatch dispatch;

    private long write(long person, Purpose purpose, String text, @Nullable Instant notAfter) {
        var body = new HashMap<String, Object>(
                Map.of("personId", person, "channel", "SMS", "text", text, "purpose", purpose.name()));
        if (notAfter != null) {
            body.put("notAfter", notAfter.toString());
        }
        return as(token)
                .body(body)
                .post(in("solna", "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private long approved(String text) {
        var id = draft(broadcast(text));
        act(id, "approval").statusCode(200);
        return id;
    }

    private void rate(double perSecond) {
        sql.update(NamedSql.of("update sms_sender set per_second = :rate, tokens = 1"), Map.of("rate", perSecond));
    }

    private void nothingMoreUntilMorning(int arrived) {
        sendAll();
        clock.set(NIGHT);
        sendAll();
        assertThat(arrived()).hasSize(arrived);
        assertThat(claims.take(10).any()).as("the loop rests").isFalse();
        clock.set(MORNING.minusSeconds(1));
        sendAll();
        assertThat(arrived()).hasSize(arrived);
        clock.set(MORNING);
    }

    @Test
    void aSlowBroadcastRestsOverNightAndGoesOnInTheMorning() {
        people(5);
        clock.set(EVENING.minusSeconds(300));
        var id = approved("Välkomna");
        rate(1);
        clock.set(EVENING.minusSeconds(62));
        sendAll();
        clock.advance(Duration.ofSeconds(1));
        sendAll();
        assertThat(arrived()).hasSize(2);

        clock.advance(Duration.ofSeconds(2));
        nothingMoreUntilMorning(2);
        rate(1000);
        clock.advance(Duration.ofSeconds(1));
        sendAll();

        assertThat(arrived()).hasSize(5);
        as(token).get(in("solna", "/broadcasts/" + id)).then().body("account.delivered", equalTo(5));
    }

    @Test
    void whatIsResumedAtNightWaitsForTheMorning() {
        people(2);
        var id = approved("Välkomna");
        act(id, "pause").statusCode(200);
        clock.set(NIGHT);
        act(id, "resumption").statusCode(200);

        nothingMoreUntilMorning(0);
        sendAll();

        assertThat(arrived()).hasSize(2);
    }

    @Test
    void aBroadcastWhoseTimeIsOverBeforeTheMorningEndsInTheEvening() {
        people(2);
        var wanted = broadcast("Välkomna");
        wanted.put("notAfter", NIGHT.toString());
        var id = draft(wanted);
        act(id, "approval").statusCode(200);
        clock.set(EVENING);
        sendAll();

        assertThat(arrived()).isEmpty();
        as(token)
                .get(in("solna", "/broadcasts/" + id))
                .then()
                .body("account.failed.QUIET_HOURS", equalTo(2))
                .body("account.waiting", equalTo(0));
    }

    @Test
    void whatIsToBeTriedLaterIsTriedInTheMorning() {
        clock.set(EVENING.minusSeconds(80));
        var message = write(person("Bo", 30), Purpose.INFORMATION, "Hej [BUSY]", null);
        sendAll();
        message(message).body("events", hasSize(1));
        clock.set(EVENING.minusSeconds(40));
        sendAll();
        message(message).body("events", hasSize(1)).body("notBefore", equalTo(MORNING.toString()));

        nothingMoreUntilMorning(0);
        sendAll();
        message(message).body("events", hasSize(2));
    }

    @Test
    void whatCannotWaitForTheMorningExpiresAndWhatWasAskedForComesAtNight() {
        var bo = person("Bo", 30);
        var late = write(bo, Purpose.REMINDER, "Om en timme", NIGHT.plusSeconds(600));
        var patient = write(bo, Purpose.INFORMATION, "I morgon", null);
        clock.set(NIGHT);
        write(bo, Purpose.REQUESTED, "Som du bad om", null);
        sendAll();

        assertThat(arrived()).containsExactly("Som du bad om");
        message(late).body("state", equalTo("EXPIRED")).body("code", equalTo("QUIET_HOURS"));
        message(patient).body("state", equalTo("QUEUED")).body("notBefore", equalTo(MORNING.toString()));
    }

    @Test
    void whatWaitedForTheBudgetIsNotSentAtMidnight() {
        budget(0.5, 100);
        var bo = person("Bo", 30);
        write(bo, Purpose.INFORMATION, "Ett", null);
        write(bo, Purpose.INFORMATION, "Två", null);
        sendAll();
        assertThat(arrived()).containsExactly("Ett");

        clock.set(Instant.parse("2026-11-20T23:00:01Z"));
        sendAll();
        assertThat(arrived()).hasSize(1);
        clock.set(MORNING);
        sendAll();
        assertThat(arrived()).hasSize(2);
    }

    @Test
    void theLastOfAHouseholdIsNotSentAtNight() {
        person("Anna", 30);
        person("Bo", 30);
        clock.set(EVENING.minusSeconds(600));
        approved("Hej {förnamn|du}");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        assertThat(arrived()).containsExactly("Hej Anna");

        nothingMoreUntilMorning(1);
        sendAll();
        assertThat(arrived()).hasSize(2);
    }

    @Test
    void operatorsTryUntilItIsQuietAndNoLonger() {
        clock.set(EVENING.minusSeconds(600));
        var bo = person("Bo", 30);
        var cia = person("Cia", 31);
        write(bo, Purpose.INFORMATION, "Hej", null);
        write(cia, Purpose.REQUESTED, "Hej", null);
        var dan = write(
                person("Dan", 32), Purpose.REQUESTED, "Hej", clock.instant().plusSeconds(59));

        assertThat(claims.take(10).attempts())
                .extracting(Attempt::until)
                .containsExactly(EVENING, clock.instant().plus(Duration.ofDays(2)));
        message(dan).body("state", equalTo("EXPIRED"));
    }

    @Test
    void whatIsOutOfTimeSinceItWasTakenIsNotHandedOver() throws Exception {
        clock.set(EVENING.minusSeconds(61));
        var message = write(person("Bo", 30), Purpose.INFORMATION, "Hej", null);
        var taken = claims.take(10).attempts();
        clock.advance(Duration.ofSeconds(2));
        send(taken);
        message(message).body("state", equalTo("QUEUED"));

        nothingMoreUntilMorning(0);
        sendAll();
        assertThat(arrived()).hasSize(1);
    }

    private void send(List<Attempt> taken) throws InterruptedException {
        var missing = new CountDownLatch(taken.size());
        dispatch.send(taken, System.nanoTime(), _ -> missing.countDown());
        missing.await();
    }
}
