package se.ringstuga.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.ProviderEvent;
import se.ringstuga.messaging.sms.StubFate.Telling;

/** From a message sent to what is reported of it, over HTTP in both directions. */
class TwilioReportsTest {

    private static final String FROM = "+46701740699";
    private static final String TO = "+46701740605";

    private TwilioStub stub;
    private ReportReceiver receiver;
    private Wire wire;
    private TwilioWebhook webhook;

    @BeforeEach
    void start() throws IOException {
        stub = new TwilioStub(StubSettings.of("reportStep=20", "late=300", "retryStep=10"));
        receiver = new ReportReceiver();
        wire = new Wire(new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 4));
        webhook = new TwilioWebhook(receiver.url(), List.of(StubSettings.AUTH_TOKEN));
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        stub.close();
        receiver.close();
    }

    @Test
    void whatBecomesOfAMessageIsReportedUnderOurIds() throws InterruptedException {
        var sid = send(4711, 2);

        var events = events(2);

        assertThat(events).extracting(ProviderEvent::providerId).containsOnly(sid);
        assertThat(events).extracting(ProviderEvent::messageId).containsOnly(4711L);
        assertThat(events).extracting(ProviderEvent::attempt).containsOnly(2);
        assertThat(events)
                .extracting(ProviderEvent::status)
                .containsExactlyInAnyOrder(DeliveryStatus.SENT, DeliveryStatus.DELIVERED);
    }

    @Test
    void reportsCanComeInAnyOrder() throws InterruptedException {
        stub.script(TO, Telling.REVERSED);
        send(1, 1);

        assertThat(events(2))
                .extracting(ProviderEvent::status)
                .containsExactlyInAnyOrder(DeliveryStatus.DELIVERED, DeliveryStatus.SENT);
        assertThat(stub.log().lines("status"))
                .extracting(line -> line.get("status"))
                .containsExactly("delivered");
    }

    @Test
    void reportsCanComeTwice() throws InterruptedException {
        stub.script(TO, Telling.DOUBLED);
        send(1, 1);

        assertThat(events(4))
                .extracting(ProviderEvent::status)
                .containsExactlyInAnyOrder(
                        DeliveryStatus.SENT, DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.DELIVERED);
    }

    @Test
    void aReportCanComeBeforeTheAnswer() throws InterruptedException {
        stub.script(TO, Telling.BEFORE_THE_ANSWER);
        send(1, 1);

        assertThat(receiver.isEmpty()).isFalse();
        assertThat(events(2)).extracting(ProviderEvent::messageId).containsOnly(1L);
    }

    @Test
    void aReportThatWasNotTakenComesAgain() throws InterruptedException {
        receiver.refuse(4);
        send(1, 1);

        assertThat(events(2)).extracting(ProviderEvent::status).contains(DeliveryStatus.DELIVERED);
    }

    @Test
    void textsToUsAreSignedToo() throws InterruptedException {
        stub.text(receiver.url() + "/hooks/twilio/abc/inbound", TO, FROM, "STOPP tack, å 🚌");

        var call = receiver.next();

        assertThat(webhook.isGenuine(call)).isTrue();
        assertThat(webhook.inbound(call)).get().satisfies(sms -> {
            assertThat(sms.from()).isEqualTo(TO);
            assertThat(sms.to()).isEqualTo(FROM);
            assertThat(sms.text()).isEqualTo("STOPP tack, å 🚌");
        });
    }

    private String send(long messageId, int attempt) {
        var account =
                new SmsSetup.TwilioAccount(StubSettings.ACCOUNT_SID, List.of(StubSettings.AUTH_TOKEN), stub.baseUrl());
        var gateway = new TwilioGateway(SmsGateways.client(account, wire), receiver.url() + "/hooks/twilio/abc/status");
        var outcome = gateway.send(new OutgoingSms(messageId, attempt, FROM, TO, "Hej", Duration.ofHours(1)));
        return ((Outcome.Accepted) outcome).providerId();
    }

    private List<ProviderEvent> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> {
                    try {
                        var call = receiver.next();
                        assertThat(webhook.isGenuine(call)).isTrue();
                        return webhook.status(call).orElseThrow();
                    } catch (InterruptedException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                })
                .toList();
    }
}
