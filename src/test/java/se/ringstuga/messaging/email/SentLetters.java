package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import se.ringstuga.messaging.email.SmtpServer.Tls;

/** The e-mails and gateways that tests send with. */
final class SentLetters {

    static final ReturnPaths RETURN_PATHS =
            new ReturnPaths("a key for tests alone, 32 bytes.".getBytes(UTF_8), "bounce.example");
    static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    private SentLetters() {}

    static OutgoingEmail to(String address) {
        return to(4711, address);
    }

    static OutgoingEmail to(long messageId, String address) {
        return new OutgoingEmail(
                messageId,
                2,
                "malmo@ring.example",
                "Exempelpartiet Malmö",
                "ordforande@exempel.example",
                address,
                "Ringstuga på torsdag, Åsa",
                "<!DOCTYPE html>\n<html><body><p>Hej Åsa! 🙂</p></body></html>",
                "Hej Åsa! 🙂\n.\n.. en rad som börjar med punkt\n" + "lång rad ".repeat(200) + "\n",
                "https://ring.example/p/abc",
                "https://ring.example/p/abc/unsubscribe");
    }

    static SmtpServer server(int port, Duration timeout) {
        return server(port, timeout, Tls.NONE, Optional.empty());
    }

    static SmtpServer server(int port, Duration timeout, Tls tls, Optional<SSLSocketFactory> trusted) {
        return new SmtpServer(
                "localhost", port, tls, Optional.empty(), "ring.example", Duration.ofSeconds(2), timeout, 2, trusted);
    }

    static SmtpGateway gateway(SmtpServer server) {
        return gateway(server, Optional.empty());
    }

    static SmtpGateway gateway(SmtpServer server, Optional<Dkim> dkim) {
        return new SmtpGateway(new MailWriter(dkim), RETURN_PATHS, server, Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
