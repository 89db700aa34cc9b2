package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.contact.Channel;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.sms.SmsGateways;

/** What is in line when an instance starts without anybody to carry it: it waits there, and is not given up. */
@QuarkusTest
class GatewayTakenAwayTest extends BroadcastTest {

    @Inject
    SmsGateways sms;

    @Inject
    EmailGateways email;

    @Inject
    MessageClaims claims;

    @Inject
    Dispatch dispatch;

    @Inject
    OverdueMessages overdue;

    @Inject
    StaffFixtures staff;

    private long text;
    private long letter;

    @BeforeEach
    void anSmsAndAnEmailAreInLine() {
        var anna = person("Anna", "+46701740605", "anna@example.org");
        text = inLine(anna, "SMS");
        letter = inLine(anna, "EMAIL");
    }

    private long inLine(long person, String channel) {
        var message = new HashMap<String, Object>(
                Map.of("personId", person, "channel", channel, "purpose", "REQUESTED", "text", "Hej du"));
        message.put("subject", channel.equals("EMAIL") ? "Hej" : null);
        return as(token)
                .body(message)
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private void carried(Channel... channels) {
        QuarkusMock.installMockForType(new CarriesOnly(sms, email, clock, channels), Carriers.class);
    }

    private void untouched(long message) {
        as(token)
                .get(in(SOLNA, "/messages/" + message))
                .then()
                .body("state", equalTo("QUEUED"))
                .body("events", empty());
    }

    private void is(long message, String state) {
        as(token).get(in(SOLNA, "/messages/" + message)).then().body("state", equalTo(state));
    }

    @Test
    void itStaysInLineUntilSomebodyCarriesItAgain() {
        carried();
        assertThat(dispatcher.sendOneBatch()).isFalse();
        untouched(text);
        untouched(letter);

        carried(Channel.SMS, Channel.EMAIL);
        sendAll();
        is(text, "DELIVERED");
        is(letter, "ACCEPTED");
    }

    @Test
    void whatSomebodyCarriesIsSentMeanwhile() {
        carried(Channel.EMAIL);
        sendAll();

        untouched(text);
        is(letter, "ACCEPTED");
    }

    @Test
    void whatWasTakenAllTheSameIsPutBackAndSentLater() throws InterruptedException {
        var takenAt = System.nanoTime();
        var taken = List.of(
                claims.take(1).attempts().getFirst(), claims.take(1).attempts().getFirst());
        carried();
        var told = new CountDownLatch(taken.size());
        dispatch.send(taken, takenAt, _ -> told.countDown());
        told.await();

        for (var message : List.of(text, letter)) {
            as(token)
                    .get(in(SOLNA, "/messages/" + message))
                    .then()
                    .body("state", equalTo("QUEUED"))
                    .body("events.status", contains("QUEUED"));
        }
        carried(Channel.SMS, Channel.EMAIL);
        sendAll();
        is(text, "DELIVERED");
        is(letter, "ACCEPTED");
    }

    @Test
    void whatWaitedTooLongForThemExpires() {
        carried();
        clock.advance(Duration.ofDays(3));
        sendAll();
        overdue.expire();

        is(text, "EXPIRED");
        is(letter, "EXPIRED");
    }

    @Test
    void theQueueSaysForWhichChannelThereIsNobody() {
        carried(Channel.EMAIL);
        staff.browserOf("asa@example.org", SOLNA, Role.ORGANIZER)
                .get("/o/solna/sending")
                .then()
                .statusCode(200)
                .body(containsString("Ingen leverantör är vald för SMS"))
                .body(not(containsString("Ingen leverantör är vald för e-post")));
    }
}
