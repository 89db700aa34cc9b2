package se.ringstuga.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.Refusal;
import se.ringstuga.messaging.sms.StubFate.Answer;

/** Against a Twilio that stumbles, over HTTP. */
class TwilioGatewayTest {

    private static final String TO = "+46701740605";
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(10);

    private TwilioStub stub;
    private Wire wire;
    private Wire impatient;

    @BeforeEach
    void start() throws IOException {
        stub = new TwilioStub(StubSettings.of("hang=20000", "reports=0"));
        wire = new Wire(new Wire.Limits(LONG, LONG, 4));
        impatient = new Wire(new Wire.Limits(SHORT, SHORT, 4));
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        impatient.close();
        stub.close();
    }

    @Test
    void anAcceptedMessageHasTheProvidersId() {
        assertThat(send(sms("Hej")))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.providerId())
                                .isEqualTo(
                                        stub.log().lines("accepted").getFirst().get("sid"))
                                .matches("SM[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Answer.class,
            names = {
                "FAILED_BEFORE",
                "UNAVAILABLE",
                "FAILED_AFTER",
                "HUNG_THEN_ACCEPTED",
                "DROPPED_BEFORE",
                "DROPPED_AFTER",
                "HALF_ANSWERED"
            })
    void whatMayHaveBeenSentIsUnknownAndPostedOnce(Answer answer) {
        stub.script(TO, answer);
        var gateway = gateway(answer == Answer.HUNG_THEN_ACCEPTED ? impatient : wire, stub.baseUrl());

        assertThat(gateway.send(sms("Hej"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(stub.log().lines("posted")).hasSize(1);
    }

    @Test
    void whereTheProviderAsksForAPauseNothingWasSent() {
        stub.script(TO, Answer.TOO_MANY);

        assertThat(send(sms("Hej"))).isEqualTo(new Outcome.TryLater(Duration.ofSeconds(2), "HTTP 429"));
        assertThat(stub.log().lines("posted")).hasSize(1);
    }

    @Test
    void whereNobodyListensNothingWasSentAndThePauseGrows() throws IOException {
        stub.close();

        assertThat(send(sms("Hej")))
                .isInstanceOfSatisfying(
                        Outcome.TryLater.class,
                        later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(1)));
        assertThat(send(new OutgoingSms(7, 4, "Foreningen", TO, "Hej", Duration.ofHours(1))))
                .isInstanceOfSatisfying(
                        Outcome.TryLater.class,
                        later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(8)));
    }

    @Test
    void aTimeOutCountsFromTheBeginningAndNotFromTheLastByte() {
        stub.script(TO, Answer.HUNG_THEN_ACCEPTED);
        var before = System.nanoTime();

        assertThat(gateway(impatient, stub.baseUrl()).send(sms("Hej")))
                .isEqualTo(new Outcome.Unknown("no answer in time"));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(SHORT, LONG);
    }

    @Test
    void aProviderThatDripsItsAnswerIsGivenUpToo() throws IOException {
        try (var dripping = new Dripping()) {
            var gateway = gateway(impatient, dripping.baseUrl());
            var before = System.nanoTime();

            assertThat(gateway.send(sms("Hej"))).isInstanceOf(Outcome.Unknown.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(SHORT, LONG);
        }
    }

    @Test
    void whoFindsNoFreeConnectionHasSentNothing() throws IOException {
        try (var narrow = new Wire(new Wire.Limits(Duration.ofMillis(500), SHORT, 1));
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var gateway = gateway(narrow, stub.baseUrl());
            stub.script(TO, Answer.HUNG_THEN_ACCEPTED, Answer.HUNG_THEN_ACCEPTED);
            var outcomes = IntStream.range(0, 2)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> gateway.send(sms("Hej")), others))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(outcomes)
                    .hasAtLeastOneElementOfType(Outcome.TryLater.class)
                    .hasAtLeastOneElementOfType(Outcome.Unknown.class);
            assertThat(stub.log().lines("posted")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "21610, OPTED_OUT",
        "21211, BAD_NUMBER",
        "21614, BAD_NUMBER",
        "21408, UNREACHABLE_COUNTRY",
        "21612, UNREACHABLE_COUNTRY",
        "21606, SENDER",
        "30018, SENDER",
        "21617, CONTENT",
        "20003, ACCOUNT",
        "21608, ACCOUNT",
        "29999, OTHER"
    })
    void aRefusalIsToldInOurWordsWithTheirCode(String code, Refusal kind) {
        stub.refuse(TO, code);

        assertThat(send(sms("Hej"))).isEqualTo(new Outcome.Refused(code, kind));
        assertThat(stub.log().lines("posted")).hasSize(1);
    }

    @Test
    void aFullQueueAtTheProviderPasses() {
        stub.refuse(TO, "21611");

        assertThat(send(sms("Hej"))).isEqualTo(new Outcome.TryLater(Duration.ofMinutes(10), "21611"));
    }

    @Test
    void wrongCredentialsAreTheAccountsMatter() {
        var account = new SmsSetup.TwilioAccount(StubSettings.ACCOUNT_SID, List.of("another token"), stub.baseUrl());
        var gateway = new TwilioGateway(SmsGateways.client(account, wire), "http://localhost/hooks");

        assertThat(gateway.send(sms("Hej"))).isEqualTo(new Outcome.Refused("20003", Refusal.ACCOUNT));
    }

    @Test
    void swedishAndEmojiArriveAsWritten() {
        var text = "Åsa & Örjan: är ni med på mötet? 100 % säkert + kaffe €5 🚌\nHälsningar";

        send(sms(text));

        assertThat(stub.forms().getFirst().first("Body")).contains(text);
        assertThat(stub.forms().getFirst().first("SmartEncoded")).contains("false");
    }

    @Test
    void ourIdAndTheAttemptTravelInTheAddressThatReportsGoTo() {
        send(new OutgoingSms(4711, 3, "Foreningen", TO, "Hej", Duration.ofHours(1)));

        assertThat(stub.forms().getFirst().first("StatusCallback"))
                .contains("https://ring.example.se/hooks/twilio/abc/status?a=3&m=4711#rc=5&rp=all");
        assertThat(stub.forms().getFirst().first("From")).contains("Foreningen");
        assertThat(stub.forms().getFirst().first("To")).contains(TO);
    }

    @Test
    void aMessagingServiceMaySendInsteadOfANumber() {
        var service = "MG" + "0123456789abcdef".repeat(2);

        send(new OutgoingSms(1, 1, service, TO, "Hej", Duration.ofHours(1)));

        assertThat(stub.forms().getFirst().first("MessagingServiceSid")).contains(service);
        assertThat(stub.forms().getFirst().first("From")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT5M,300", "PT10H,36000", "P3D,36000", "PT1M,60", "PT1H0.9S,3600"})
    void theValidityIsAlwaysSaidAndKeptWithinTheProvidersBounds(Duration validity, String seconds) {
        send(new OutgoingSms(1, 1, "Foreningen", TO, "Hej", validity));

        assertThat(stub.forms().getFirst().first("ValidityPeriod")).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59.999S", "PT0S", "PT-1H"})
    void lessThanAMinuteIsNeverLengthenedToOne(Duration validity) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OutgoingSms(1, 1, "Foreningen", TO, "Hej", validity));
    }

    @Test
    void nothingOfAMessageIsKeptByTheSdk() {
        var account =
                new SmsSetup.TwilioAccount(StubSettings.ACCOUNT_SID, List.of(StubSettings.AUTH_TOKEN), stub.baseUrl());
        var client = SmsGateways.client(account, wire);

        new TwilioGateway(client, "http://localhost/hooks").send(sms("Hej"));

        assertThat(client.getHttpClient().getLastRequest()).isNull();
        assertThat(client.getHttpClient().getLastResponse()).isNull();
    }

    @Test
    void anotherMessageAfterALostConnectionGoesThrough() {
        stub.script(TO, Answer.CREATED, Answer.DROPPED_BEFORE, Answer.CREATED, Answer.CREATED);

        assertThat(IntStream.range(0, 4)
                        .mapToObj(_ -> send(sms("Hej")))
                        .map(Outcome::getClass)
                        .map(Class::getSimpleName))
                .containsExactly("Accepted", "Unknown", "Accepted", "Accepted");
    }

    private Outcome send(OutgoingSms sms) {
        return gateway(wire, stub.baseUrl()).send(sms);
    }

    private static TwilioGateway gateway(Wire wire, String baseUrl) {
        var account = new SmsSetup.TwilioAccount(StubSettings.ACCOUNT_SID, List.of(StubSettings.AUTH_TOKEN), baseUrl);
        return new TwilioGateway(SmsGateways.client(account, wire), "https://ring.example.se/hooks/twilio/abc/status");
    }

    private static OutgoingSms sms(String text) {
        return new OutgoingSms(1, 1, "Foreningen", TO, text, Duration.ofHours(1));
    }

    /** Answers one byte each 100 ms, for ever. */
    private static final class Dripping implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0);
        private final StubTimer timer = new StubTimer();

        Dripping() throws IOException {
            Thread.startVirtualThread(() -> {
                try {
                    var out = socket.accept().getOutputStream();
                    out.write(
                            "HTTP/1.1 201 Created\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    timer.every(100, () -> {
                        try {
                            out.write(' ');
                        } catch (IOException gone) {
                            throw new UncheckedIOException(gone);
                        }
                    });
                } catch (IOException _) {
                    // The test is over.
                }
            });
        }

        String baseUrl() {
            return "http://localhost:" + socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            timer.close();
            socket.close();
        }
    }
}
