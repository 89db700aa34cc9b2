package se.ringstuga.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ringstuga.messaging.email.SentLetters.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ringstuga.messaging.email.SmtpServer.Tls;
import se.ringstuga.messaging.gateway.Outcome;

/** Nothing leaves over a line that others can read. */
class SmtpTlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static SSLContext known;
    private static SSLContext another;

    @BeforeAll
    static void certify(@TempDir Path folder) throws GeneralSecurityException, IOException {
        known = certified(folder, "localhost");
        another = certified(folder, "mail.example");
    }

    @Test
    void anEmailTravelsEncrypted() {
        try (var smtp = server(Optional.of(known));
                var gateway = gateway(SentLetters.server(smtp.port(), PATIENCE, Tls.STARTTLS, trusting(known)))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(smtp.accepted()).hasSize(1);
        }
    }

    @Test
    void aServerThatOffersNoEncryptionGetsNothing() {
        try (var smtp = server(Optional.empty());
                var gateway = gateway(SentLetters.server(smtp.port(), PATIENCE, Tls.STARTTLS, Optional.empty()))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example"))).isInstanceOf(Outcome.TryLater.class);
            assertThat(smtp.accepted()).isEmpty();
        }
    }

    @Test
    void aServerThatNobodyVouchesForGetsNothing() {
        try (var smtp = server(Optional.of(known));
                var gateway = gateway(SentLetters.server(smtp.port(), PATIENCE, Tls.STARTTLS, Optional.empty()))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example"))).isInstanceOf(Outcome.TryLater.class);
            assertThat(smtp.accepted()).isEmpty();
        }
    }

    @Test
    void aServerWithAnotherNameGetsNothing() {
        try (var smtp = server(Optional.of(another));
                var gateway = gateway(SentLetters.server(smtp.port(), PATIENCE, Tls.STARTTLS, trusting(another)))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example"))).isInstanceOf(Outcome.TryLater.class);
            assertThat(smtp.accepted()).isEmpty();
        }
    }

    private static FailingSmtp server(Optional<SSLContext> tls) {
        return new FailingSmtp(0, SmtpFates.always(SmtpFate.ACCEPTED), Duration.ZERO, tls, Optional.empty());
    }

    private static Optional<SSLSocketFactory> trusting(SSLContext known) {
        return Optional.of(known.getSocketFactory());
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = KeyStore.getInstance("PKCS12");
        try {
            trust.load(null, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        trust.setCertificateEntry("server", store.getCertificate("server"));
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /** A certificate of its own for one name, made by the JDK's own tool. */
    private static SSLContext certified(Path folder, String name) throws GeneralSecurityException, IOException {
        var file = folder.resolve(name + ".p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(made.onExit().join().exitValue()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD);
        }
        return context(store);
    }
}
