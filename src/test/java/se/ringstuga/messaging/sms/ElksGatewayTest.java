package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.ProviderEvent;
import se.ringstuga.messaging.gateway.Refusal;

class ElksGatewayTest {

    private static final String TO = "+46701740605";
    private static final OutgoingSms SMS =
            new OutgoingSms(4711, 2, "Foreningen", TO, "Hej Åsa! € & 1+1 🚌", Duration.ofHours(1));

    private ElksStub stub;
    private ReportReceiver receiver;
    private Wire wire;
    private HookAddresses addresses;
    private ElksWebhook webhook;

    @BeforeEach
    void start() throws IOException {
        stub = new ElksStub(0);
        receiver = new ReportReceiver();
        wire = new Wire(new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 4));
        addresses = addresses("a secret");
        webhook = new ElksWebhook(addresses);
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        stub.close();
        receiver.close();
    }

    @Test
    void aMessageIsTakenOnceAndAsWritten() {
        assertThat(gateway(false).send(SMS)).isInstanceOf(Outcome.Accepted.class);

        var form = stub.forms().getFirst();
        assertThat(stub.forms()).hasSize(1);
        assertThat(form.first("message")).contains("Hej Åsa! € & 1+1 🚌");
        assertThat(form.first("from")).contains("Foreningen");
        assertThat(form.first("to")).contains(TO);
        assertThat(form.first("dryrun")).isEmpty();
    }

    @Test
    void theTextIsNotKeptInTheProvidersLog() {
        gateway(false).send(SMS);

        assertThat(stub.forms().getFirst().first("dontlog")).contains("message");
    }

    @Test
    void aDryRunSendsNothingAndIsTakenForAccepted() {
        assertThat(gateway(true).send(SMS)).isEqualTo(new Outcome.Accepted("dryrun-4711-2"));
        assertThat(stub.forms().getFirst().first("dryrun")).contains("yes");
    }

    @Test
    void whatADryRunCarriesIsNeverTakenForSent() {
        assertThat(SmsGateways.isDryRun(gateway(true).name())).isTrue();
        assertThat(SmsGateways.isDryRun(gateway(false).name())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"400, OTHER", "401, ACCOUNT", "402, ACCOUNT", "403, ACCOUNT", "404, OTHER"})
    void aRefusalIsDefinite(int status, Refusal kind) {
        stub.answer(status);

        assertThat(gateway(false).send(SMS)).isEqualTo(new Outcome.Refused("HTTP " + status, kind));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408})
    void whatMayHaveBeenSentIsUnknownAndPostedOnce(int status) {
        stub.answer(status);

        assertThat(gateway(false).send(SMS)).isEqualTo(new Outcome.Unknown("HTTP " + status));
        assertThat(stub.forms()).hasSize(1);
    }

    @Test
    void aDroppedConnectionIsUnknownAndPostedOnce() {
        stub.drop();

        assertThat(gateway(false).send(SMS)).isInstanceOf(Outcome.Unknown.class);
        assertThat(stub.forms()).hasSize(1);
    }

    @Test
    void anAnswerThatCannotBeReadIsUnknown() {
        stub.answer(200);

        assertThat(gateway(false).send(SMS)).isEqualTo(new Outcome.Unknown("an answer without an id"));
    }

    @Test
    void whereTheProviderAsksForAPauseNothingWasSent() {
        stub.answer(429);

        assertThat(gateway(false).send(SMS)).isEqualTo(new Outcome.TryLater(Duration.ofSeconds(2), "HTTP 429"));
    }

    @Test
    void whereNobodyListensNothingWasSent() {
        stub.close();

        assertThat(gateway(false).send(SMS)).isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void wrongCredentialsAreTheAccountsMatter() {
        var account = new ElksGateway.Account(stub.baseUrl(), ElksStub.USERNAME, "wrong", false);

        assertThat(new ElksGateway(wire, account, "http://localhost/hooks").send(SMS))
                .isEqualTo(new Outcome.Refused("HTTP 401", Refusal.ACCOUNT));
    }

    @Test
    void whatBecomesOfAMessageIsReportedUnderOurIds() throws InterruptedException {
        var sent = (Outcome.Accepted) gateway(false).send(SMS);

        for (int i = 0; i < 2; i++) {
            var call = receiver.next();
            assertThat(webhook.isGenuine(call)).isTrue();
            assertThat(webhook.status(call)).get().satisfies(event -> {
                assertThat(event.providerId()).isEqualTo(sent.providerId());
                assertThat(event.messageId()).isEqualTo(4711);
                assertThat(event.attempt()).isEqualTo(2);
                assertThat(event.status()).isIn(DeliveryStatus.SENT, DeliveryStatus.DELIVERED);
            });
        }
    }

    @Test
    void whoDoesNotKnowTheAddressIsNotTakenForTheProvider() {
        var body = StubReports.encoded(Map.of("id", "s1", "status", "delivered"));
        var path = addresses.path("46elks");

        assertThat(webhook.isGenuine(new ProviderCall(path + "/status", "a=1&m=1", body, null)))
                .isTrue();
        assertThat(webhook.isGenuine(new ProviderCall(addresses("other").path("46elks") + "/status", null, body, null)))
                .isFalse();
        assertThat(webhook.isGenuine(new ProviderCall(addresses.path("twilio") + "/status", null, body, null)))
                .isFalse();
        assertThat(webhook.isGenuine(new ProviderCall("/hooks/46elks//status", null, body, null)))
                .isFalse();
        assertThat(webhook.isGenuine(new ProviderCall("", null, body, null))).isFalse();
        assertThat(path).matches("/hooks/46elks/[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource({"created, ACCEPTED", "sent, SENT", "delivered, DELIVERED", "failed, FAILED", "teleported,"})
    void eachOfTheirWordsIsOneOfOurs(String word, DeliveryStatus status) {
        var body = StubReports.encoded(Map.of("id", "s1", "status", word));

        assertThat(webhook.status(new ProviderCall("/", "a=2&m=4711", body, null))
                        .map(ProviderEvent::status))
                .isEqualTo(Optional.ofNullable(status));
        assertThat(webhook.status(new ProviderCall("/", null, body, null))).isEmpty();
    }

    @Test
    void anInboundTextIsReadAsItWasWritten() throws InterruptedException {
        stub.text(addresses.inbound("46elks"), TO, "+46701740699", " STOPP! å 🚌");

        var call = receiver.next();

        assertThat(webhook.isGenuine(call)).isTrue();
        assertThat(webhook.inbound(call)).get().satisfies(sms -> {
            assertThat(sms.gateway()).isEqualTo("46elks");
            assertThat(sms.from()).isEqualTo(TO);
            assertThat(sms.to()).isEqualTo("+46701740699");
            assertThat(sms.text()).isEqualTo(" STOPP! å 🚌");
        });
    }

    private ElksGateway gateway(boolean dryRun) {
        var account = new ElksGateway.Account(stub.baseUrl(), ElksStub.USERNAME, ElksStub.PASSWORD, dryRun);
        return new ElksGateway(wire, account, addresses.status("46elks"));
    }

    private HookAddresses addresses(String secret) {
        return new HookAddresses(receiver.url(), purpose -> {
            var key = new byte[32];
            var text = (secret + purpose).getBytes(UTF_8);
            System.arraycopy(text, 0, key, 0, Math.min(32, text.length));
            return key;
        });
    }
}
