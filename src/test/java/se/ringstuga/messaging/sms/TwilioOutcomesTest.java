package se.ringstuga.messaging.sms;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.messaging.gateway.Outcome;

/** Many messages at once through a Twilio that does everything wrong; its log says what was true. */
class TwilioOutcomesTest {

    private static final int PEOPLE = 200;
    private static final int ATTEMPTS = 20;

    private final AtomicInteger attempts = new AtomicInteger();

    private record Sent(String to, Outcome outcome) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoeverTriesAgainOnlyWhenToldToSendsNothingTwice(long seed) throws IOException {
        var settings = StubSettings.of(
                "seed=" + seed, "mischief=0.4", "refusing=0.1", "latencyTo=20", "hang=4000", "reports=0");
        try (var stub = new TwilioStub(settings);
                var wire = new Wire(new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(2), 20))) {
            var sent = sendToEverybody(gateway(stub, wire));

            var accepted = stub.log().lines("accepted").stream().collect(groupingBy(line -> (String) line.get("to")));
            assertThat(sent).allSatisfy(message -> assertTrue(message, accepted));
            assertThat(stub.log().lines("posted")).hasSizeLessThanOrEqualTo(attempts.get());
            assertThat(sent)
                    .extracting(Sent::outcome)
                    .hasAtLeastOneElementOfType(Outcome.Accepted.class)
                    .hasAtLeastOneElementOfType(Outcome.Refused.class)
                    .hasAtLeastOneElementOfType(Outcome.Unknown.class);
        }
    }

    private static void assertTrue(Sent message, Map<String, List<Map<String, Object>>> accepted) {
        var here = accepted.getOrDefault(message.to(), List.of());
        switch (message.outcome()) {
            case Outcome.Accepted(var sid) ->
                assertThat(here).extracting(line -> line.get("sid")).containsExactly(sid);
            case Outcome.Refused _, Outcome.TryLater _ -> assertThat(here).isEmpty();
            case Outcome.Unknown _ -> assertThat(here).hasSizeLessThanOrEqualTo(1);
        }
    }

    private List<Sent> sendToEverybody(TwilioGateway gateway) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, PEOPLE)
                    .mapToObj("+46701%06d"::formatted)
                    .map(to -> CompletableFuture.supplyAsync(() -> new Sent(to, send(gateway, to)), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private Outcome send(TwilioGateway gateway, String to) {
        return IntStream.rangeClosed(1, ATTEMPTS)
                .mapToObj(attempt -> {
                    attempts.incrementAndGet();
                    return gateway.send(new OutgoingSms(1, attempt, "Foreningen", to, "Hej", Duration.ofHours(1)));
                })
                .filter(outcome -> !(outcome instanceof Outcome.TryLater))
                .findFirst()
                .orElseGet(() -> new Outcome.TryLater(Duration.ZERO, "in vain"));
    }

    private static TwilioGateway gateway(TwilioStub stub, Wire wire) {
        var account =
                new SmsSetup.TwilioAccount(StubSettings.ACCOUNT_SID, List.of(StubSettings.AUTH_TOKEN), stub.baseUrl());
        return new TwilioGateway(SmsGateways.client(account, wire), "http://localhost:1/hooks/twilio/abc/status");
    }
}
