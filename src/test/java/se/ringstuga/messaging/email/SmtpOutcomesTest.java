package se.ringstuga.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ringstuga.messaging.email.SentLetters.gateway;
import static se.ringstuga.messaging.email.SentLetters.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.Refusal;

/** Against a mail server that fails in each way: what we say became of an e-mail is what became of it, or "unknown". */
class SmtpOutcomesTest {

    private static final Duration PATIENCE = Duration.ofMillis(600);

    @ParameterizedTest
    @EnumSource(
            value = SmtpFate.class,
            names = {"ACCEPTED", "ACCEPTED_SLOWLY"})
    void anAnsweredEmailIsAcceptedUnderItsMessageId(SmtpFate fate) {
        try (var smtp = FailingSmtp.where(SmtpFates.always(fate));
                var gateway = gateway(server(smtp.port(), PATIENCE))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example")))
                    .isEqualTo(new Outcome.Accepted("m4711.2@bounce.example"));
            assertThat(smtp.accepted()).singleElement().satisfies(email -> {
                assertThat(email.messageId()).isEqualTo("m4711.2@bounce.example");
                assertThat(email.to()).isEqualTo("asa@exempel.example");
                assertThat(SentLetters.RETURN_PATHS.read(email.from())).contains(new ReturnPaths.Sent(4711, 2));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SENDER_REFUSED, 550 5.1.8, SENDER",
        "RECIPIENT_REFUSED, 550 5.1.1, BAD_NUMBER",
        "CONTENT_REFUSED, 554 5.7.1, CONTENT",
    })
    void aDefiniteNoIsARefusal(SmtpFate fate, String code, Refusal kind) {
        try (var smtp = FailingSmtp.where(SmtpFates.always(fate));
                var gateway = gateway(server(smtp.port(), PATIENCE))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example"))).isEqualTo(new Outcome.Refused(code, kind));
            assertThat(smtp.accepted()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpFate.class,
            names = {"BUSY", "RECIPIENT_PUT_OFF", "CONTENT_PUT_OFF", "LOST_AT_THE_RECIPIENT", "SILENT_AT_THE_RECIPIENT"
            })
    void whatWasCertainlyNotTakenMayBeTriedAgain(SmtpFate fate) {
        try (var smtp = FailingSmtp.where(SmtpFates.always(fate));
                var gateway = gateway(server(smtp.port(), PATIENCE))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example")))
                    .isInstanceOfSatisfying(Outcome.TryLater.class, later -> {
                        assertThat(later.after()).isPositive();
                        assertThat(later.why()).doesNotContain("asa@");
                    });
            assertThat(smtp.accepted()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpFate.class,
            names = {
                "LOST_WITHIN_THE_CONTENT",
                "LOST_AT_THE_END",
                "ACCEPTED_AND_LOST",
                "ACCEPTED_AND_SILENT",
                "ACCEPTED_TOO_LATE",
                "RIDDLE"
            })
    void whatMayHaveBeenTakenIsUnknown(SmtpFate fate) {
        try (var smtp = FailingSmtp.where(SmtpFates.always(fate));
                var gateway = gateway(server(smtp.port(), PATIENCE))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example"))).isInstanceOf(Outcome.Unknown.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpFate.class,
            names = {"DRIPPING_AT_THE_RECIPIENT", "SILENT_AT_THE_RECIPIENT", "ACCEPTED_AND_SILENT"})
    void anAttemptEndsInTimeWhateverTheServerDoes(SmtpFate fate) {
        try (var smtp = new FailingSmtp(
                        0, SmtpFates.always(fate), Duration.ofSeconds(4), Optional.empty(), Optional.empty());
                var gateway = gateway(server(smtp.port(), PATIENCE))) {
            long begun = System.nanoTime();

            gateway.send(SentLetters.to("asa@exempel.example"));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.plusSeconds(2));
        }
    }

    @Test
    void aServerThatIsNotThereMayBeTriedAgain() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (var gateway = gateway(server(port, PATIENCE))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example"))).isInstanceOf(Outcome.TryLater.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"anna, BAD_NUMBER", "anna@@x.se, BAD_NUMBER", "'a b@x.se', BAD_NUMBER", "åsa@exempel.se, BAD_NUMBER"})
    void whatIsNoAddressIsNotTried(String address, Refusal kind) {
        try (var smtp = FailingSmtp.where(SmtpFates.always(SmtpFate.ACCEPTED));
                var gateway = gateway(server(smtp.port(), PATIENCE))) {
            assertThat(gateway.send(SentLetters.to(address))).isEqualTo(new Outcome.Refused("address", kind));
            assertThat(gateway.send(SentLetters.to("a@x.se>\r\nRCPT TO:<b@x.se")))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(smtp.connections()).isZero();
        }
    }

    @Test
    void oneConnectionServesManyEmailsAndAQuietLineIsNoticedBefore() {
        try (var smtp = FailingSmtp.where(SmtpFates.always(SmtpFate.ACCEPTED));
                var gateway = gateway(server(smtp.port(), PATIENCE))) {
            for (int i = 0; i < 3; i++) {
                assertThat(gateway.send(SentLetters.to(i, "asa@exempel.example")))
                        .isInstanceOf(Outcome.Accepted.class);
            }
            assertThat(smtp.connections()).isEqualTo(1);

            smtp.hangUp();

            assertThat(gateway.send(SentLetters.to(9, "asa@exempel.example"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(smtp.connections()).isEqualTo(2);
            assertThat(smtp.accepted()).hasSize(4);
        }
    }

    @Test
    void aRefusalDoesNotSpoilTheNextEmail() {
        SmtpFates fates =
                (recipient, time) -> recipient.startsWith("no") ? SmtpFate.RECIPIENT_REFUSED : SmtpFate.ACCEPTED;
        try (var smtp = FailingSmtp.where(fates);
                var gateway = gateway(server(smtp.port(), PATIENCE))) {
            assertThat(gateway.send(SentLetters.to(1, "no@exempel.example"))).isInstanceOf(Outcome.Refused.class);
            assertThat(gateway.send(SentLetters.to(2, "yes@exempel.example"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(smtp.accepted()).extracting(FailingSmtp.Accepted::to).containsExactly("yes@exempel.example");
        }
    }

    /** Many at once, troubled by a seed: accepted is accepted exactly once, refused and put off are not sent. */
    @ParameterizedTest
    @CsvSource({"1", "2"})
    void inTroubledTimesNothingIsSaidThatIsNotSo(long seed) {
        var said = new ConcurrentHashMap<String, Outcome>();
        try (var smtp = FailingSmtp.where(SmtpFates.seeded(seed, 60));
                var gateway = gateway(server(smtp.port(), PATIENCE))) {
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (int i = 0; i < 40; i++) {
                    var address = "p%d@exempel.example".formatted(i);
                    int id = i;
                    threads.execute(() -> said.put(address, gateway.send(SentLetters.to(id, address))));
                }
            }
            var accepted =
                    smtp.accepted().stream().map(FailingSmtp.Accepted::to).toList();
            assertThat(said).hasSize(40);
            assertThat(accepted).doesNotHaveDuplicates();
            assertThat(accepted).containsAll(who(said, Outcome.Accepted.class));
            assertThat(accepted).doesNotContainAnyElementsOf(who(said, Outcome.Refused.class));
            assertThat(accepted).doesNotContainAnyElementsOf(who(said, Outcome.TryLater.class));
            assertThat(who(said, Outcome.Unknown.class)).isNotEmpty();
        }
    }

    private static Set<String> who(ConcurrentHashMap<String, Outcome> said, Class<? extends Outcome> outcome) {
        return said.entrySet().stream()
                .filter(entry -> outcome.isInstance(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
