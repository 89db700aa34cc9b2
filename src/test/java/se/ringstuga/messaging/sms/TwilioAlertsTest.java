package se.ringstuga.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.Refusal;
import se.ringstuga.messaging.sms.StubFate.Answer;

/** Twilio's log of what it refused, over real HTTP. */
class TwilioAlertsTest {

    private static final String TO = "+46701740605";
    private static final String OTHER = "+46701740606";
    private static final String HERE = "https://ring.example.se/hooks/twilio/abc/status";

    private final Instant now = Clock.systemUTC().instant();
    private TwilioStub stub;
    private Wire wire;
    private TwilioAlerts alerts;

    @BeforeEach
    void start() throws IOException {
        start("listPage=1");
    }

    private void start(String settings) {
        stub = new TwilioStub(StubSettings.of(settings));
        wire = new Wire(new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 4));
        alerts = new TwilioAlerts(SmsGateways.client(account(), wire), HERE);
    }

    private SmsSetup.TwilioAccount account() {
        return new SmsSetup.TwilioAccount(StubSettings.ACCOUNT_SID, List.of(StubSettings.AUTH_TOKEN), stub.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        stub.close();
    }

    private void send(String reportTo, long message, int attempt, String to) {
        new TwilioGateway(SmsGateways.client(account(), wire), reportTo)
                .send(new OutgoingSms(message, attempt, "+46701740699", to, "Årsmöte & fika", Duration.ofHours(1)));
    }

    private Listing<LoggedRefusal> logged() {
        return alerts.first(now.minusSeconds(60), now.plusSeconds(60));
    }

    private List<LoggedRefusal> page() {
        return ((Listing.Page<LoggedRefusal>) logged()).listed();
    }

    @Test
    void anEntrySaysWhatWasRefusedAndWhichAttemptItWas() {
        stub.refuse(TO, "21408");
        send(HERE, 4711, 2, TO);

        assertThat(page()).singleElement().satisfies(entry -> {
            assertThat(entry.refusal()).isEqualTo(new Outcome.Refused("21408", Refusal.UNREACHABLE_COUNTRY));
            assertThat(entry.at()).isBetween(now.minusSeconds(2), now.plusSeconds(60));
            assertThat(alerts.request(entry)).isEqualTo(new RefusalLog.Request.Ours(4711, 2));
        });
        assertThat(alerts.first(now.minusSeconds(7200), now.minusSeconds(3600)))
                .isEqualTo(new Listing.Page<>(List.of(), Optional.empty()));
    }

    @Test
    void aPageLeadsToTheNext() {
        stub.refuse(TO, "21610");
        stub.refuse(OTHER, "21211");
        send(HERE, 1, 1, TO);
        send(HERE, 2, 1, OTHER);

        var first = (Listing.Page<LoggedRefusal>) logged();
        var second = (Listing.Page<LoggedRefusal>) alerts.next(first.next().orElseThrow());

        assertThat(first.listed()).extracting(entry -> entry.refusal().code()).containsExactly("21211");
        assertThat(second.listed()).extracting(entry -> entry.refusal().code()).containsExactly("21610");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void whatAnotherInstallationOfTheAccountWasRefusedIsNotOurs() {
        stub.refuse(TO, "21408");
        send("https://other.example.se/hooks/twilio/def/status", 4711, 2, TO);

        assertThat(page())
                .singleElement()
                .satisfies(entry -> assertThat(alerts.request(entry)).isEqualTo(new RefusalLog.Request.NotOurs()));
    }

    @Test
    void whatMayStillHaveBeenTakenOrIsToBeTriedAgainIsNoRefusal() {
        stub.script(TO, Answer.TOO_MANY, Answer.FAILED_BEFORE, Answer.UNAVAILABLE, Answer.DROPPED_BEFORE);
        for (var attempt = 1; attempt <= 4; attempt++) {
            send(HERE, 1, attempt, TO);
        }
        stub.refuse(OTHER, "21611");
        send(HERE, 2, 1, OTHER);
        stub.refuse(OTHER, "30007");
        send(HERE, 3, 1, OTHER);

        assertThat(page()).isEmpty();
    }

    @Test
    void aLogThatLagsDoesNotHaveItYet() throws IOException {
        stop();
        start("listLag=100000");
        stub.refuse(TO, "21408");
        send(HERE, 4711, 1, TO);

        assertThat(page()).isEmpty();
    }

    @Test
    void aLogThatCannotBeReadIsNoEmptyOne() throws IOException {
        stub.refuse(TO, "21408");
        send(HERE, 4711, 1, TO);
        var entry = page().getFirst();
        stub.close();

        assertThat(logged()).isInstanceOf(Listing.Unavailable.class);
        assertThat(alerts.request(entry)).isInstanceOf(RefusalLog.Request.Unavailable.class);
    }

    @Test
    void anEntryThatIsGoneIsNobodys() {
        var gone = new LoggedRefusal(
                "NO0123456789abcdef0123456789abcdef", new Outcome.Refused("21408", Refusal.OTHER), now);

        assertThat(alerts.request(gone)).isEqualTo(new RefusalLog.Request.NotOurs());
    }

    @Test
    void theLogIsBesideTheApiAlsoInARegionAndAtAStub() {
        assertThat(TwilioHttp.monitorUrl("https://api.twilio.com")).isEqualTo("https://monitor.twilio.com");
        assertThat(TwilioHttp.monitorUrl("https://api.dublin.ie1.twilio.com"))
                .isEqualTo("https://monitor.dublin.ie1.twilio.com");
        assertThat(TwilioHttp.monitorUrl("http://localhost:4020/first")).isEqualTo("http://localhost:4020/first");
    }
}
