package se.ringstuga.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.sms.StubFate.Answer;
import se.ringstuga.messaging.sms.StubFate.Telling;

class TwilioMessagesTest {

    private static final String TO = "+46701740605";

    private final Instant now = Clock.systemUTC().instant();
    private TwilioStub stub;
    private Wire wire;
    private TwilioGateway gateway;
    private TwilioMessages messages;

    @BeforeEach
    void start() throws IOException {
        start("reportStep=10");
    }

    private void start(String settings) throws IOException {
        stub = new TwilioStub(StubSettings.of(settings));
        wire = new Wire(new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 4));
        var account =
                new SmsSetup.TwilioAccount(StubSettings.ACCOUNT_SID, List.of(StubSettings.AUTH_TOKEN), stub.baseUrl());
        var client = SmsGateways.client(account, wire);
        gateway = new TwilioGateway(client, "http://localhost:1/hooks/twilio/abc/status");
        messages = new TwilioMessages(client);
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        stub.close();
    }

    @Test
    void whatWasAcceptedWithoutAnAnswerIsFoundByNumberAndText() throws InterruptedException {
        stub.script(TO, Answer.DROPPED_AFTER);
        send(TO, "Årsmöte på torsdag 🚌");
        send("+46701740606", "Någon annan");
        eventually(() -> stub.log().lines("status").size() == 4);

        var found = page(TO).listed();

        assertThat(found).singleElement().satisfies(sms -> {
            assertThat(sms.text()).isEqualTo("Årsmöte på torsdag 🚌");
            assertThat(sms.to()).isEqualTo(TO);
            assertThat(sms.sender()).isEqualTo("+46701740699");
            assertThat(sms.status()).contains(DeliveryStatus.DELIVERED);
            assertThat(sms.price()).isEqualByComparingTo(new BigDecimal("0.055"));
            assertThat(sms.currency()).isEqualTo("USD");
            assertThat(sms.created()).isBetween(now.minusSeconds(2), now.plusSeconds(60));
            assertThat(sms.providerId())
                    .isEqualTo(stub.log().lines("accepted").getFirst().get("sid"));
        });
        assertThat(page(null).listed()).hasSize(2);
        assertThat(stub.log().lines("posted")).hasSize(2);
    }

    @Test
    void aListThatLagsDoesNotHaveItYet() throws IOException, InterruptedException {
        stop();
        start("listLag=100000");
        send(TO, "Hej");
        eventually(() -> stub.log().lines("status").size() == 2);

        assertThat(page(TO).listed()).isEmpty();
    }

    @Test
    void outsideTheWindowNothingIsFound() throws InterruptedException {
        stub.script(TO, Telling.LOST);
        send(TO, "Hej");
        eventually(() -> stub.log().lines("status").size() == 2);

        var earlier = new TwilioMessages.Window(TO, now.minusSeconds(7200), now.minusSeconds(3600));
        assertThat(((Listing.Page<ListedSms>) messages.first(earlier)).listed()).isEmpty();
        assertThat(page(TO).listed()).hasSize(1);
    }

    @Test
    void aListThatCannotBeReadIsNoEmptyList() throws IOException {
        stub.close();

        assertThat(messages.first(new TwilioMessages.Window(null, now.minusSeconds(60), now)))
                .isInstanceOf(Listing.Unavailable.class);
    }

    @Test
    void aPageLeadsToTheNext() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            send(TO, "Hej " + i);
        }
        eventually(() -> stub.log().lines("status").size() == 6);
        var address = "https://api.twilio.com/2010-04-01/Accounts/" + StubSettings.ACCOUNT_SID
                + "/Messages.json?PageSize=2&To=%2B46701740605";

        var first = (Listing.Page<ListedSms>) messages.next(new Listing.Next(address));
        var second = (Listing.Page<ListedSms>) messages.next(first.next().orElseThrow());

        assertThat(first.listed()).extracting(ListedSms::text).containsExactly("Hej 2", "Hej 1");
        assertThat(second.listed()).extracting(ListedSms::text).containsExactly("Hej 0");
        assertThat(second.next()).isEqualTo(Optional.empty());
    }

    private void send(String to, String text) {
        gateway.send(new OutgoingSms(1, 1, "+46701740699", to, text, Duration.ofHours(1)));
    }

    private Listing.Page<ListedSms> page(@Nullable String to) {
        return (Listing.Page<ListedSms>)
                messages.first(new TwilioMessages.Window(to, now.minusSeconds(60), now.plusSeconds(600)));
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        var never = new CountDownLatch(1);
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            never.await(10, TimeUnit.MILLISECONDS);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
