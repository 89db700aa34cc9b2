package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ringstuga.messaging.email.SentLetters.gateway;
import static se.ringstuga.messaging.email.SentLetters.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DkimTest {

    private static KeyPair keys;
    private static String pem;
    private static String received;

    @BeforeAll
    static void sendOne() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        try (var smtp = FailingSmtp.where(SmtpFates.always(SmtpFate.ACCEPTED));
                var gateway = gateway(
                        server(smtp.port(), Duration.ofSeconds(5)), Optional.of(new Dkim("ring.example", "r1", pem)))) {
            gateway.send(SentLetters.to("asa@exempel.example"));
            received = smtp.accepted().getFirst().content();
        }
    }

    @Test
    void whatArrivesIsWhatWasSigned() throws IOException, FailException {
        assertThat(verified(received))
                .singleElement()
                .satisfies(signature -> assertThat(signature.getDToken()).hasToString("ring.example"));
    }

    @Test
    void theHeadersForUnsubscribingAreSignedAndNoneCanBeAdded() {
        assertThatThrownBy(() -> verified(received.replace("/p/abc/unsubscribe>", "/p/other/unsubscribe>")))
                .isInstanceOf(FailException.class);
        assertThatThrownBy(() -> verified(received.replace("List-Unsubscribe=One-Click", "List-Unsubscribe=Two")))
                .isInstanceOf(FailException.class);
        for (var added : List.of("Subject: Nytt", "From: x@evil.example", "List-Unsubscribe: <https://evil.example>")) {
            assertThatThrownBy(() -> verified(added + "\r\n" + received))
                    .as(added)
                    .isInstanceOf(FailException.class);
        }
        assertThatThrownBy(() -> verified(received.replace("punkt", "komma"))).isInstanceOf(FailException.class);
    }

    /** By the words of RFC 6376 alone, without the library that signed. */
    @Test
    void theSignatureHoldsByTheStandard() throws GeneralSecurityException {
        int split = received.indexOf("\r\n\r\n");
        var headers = received.substring(0, split + 2).split("\r\n(?![ \t])", -1);
        var body =
                received.substring(split + 4).replaceAll("[ \t]+(?=\r\n)", "").replaceAll("[ \t]+", " ");
        var signature = headers[0];
        var hash = MessageDigest.getInstance("SHA-256")
                .digest(body.replaceFirst("(\r\n)*\\z", "\r\n").getBytes(ISO_8859_1));

        assertThat(tag(signature, "bh")).isEqualTo(Base64.getEncoder().encodeToString(hash));

        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(keys.getPublic());
        var seen = new HashSet<String>();
        for (var name : tag(signature, "h").split(":", -1)) {
            for (var header : headers) {
                if (header.regionMatches(true, 0, name + ":", 0, name.length() + 1) && seen.add(name)) {
                    check.update((relaxed(header) + "\r\n").getBytes(ISO_8859_1));
                }
            }
        }
        check.update(relaxed(signature.replaceFirst("([; \t]b=)[^;]*", "$1")).getBytes(ISO_8859_1));
        assertThat(seen).contains("from", "subject", "list-unsubscribe", "list-unsubscribe-post");
        assertThat(check.verify(Base64.getDecoder().decode(tag(signature, "b"))))
                .isTrue();
    }

    @Test
    void aKeyThatCannotBeReadIsToldWithTheMend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dkim("ring.example", "r1", "-----BEGIN RSA PRIVATE KEY-----\nMIIE"))
                .withMessageContaining("RINGSTUGA_EMAIL_DKIM_PRIVATE_KEY")
                .withMessageContaining("openssl genpkey")
                .withMessageNotContaining("MIIE");
        assertThat(new Dkim("ring.example", "r1", pem.replace("\r\n", "\\n").replace("\n", "\\n")))
                .as("on one line, as some environments want it")
                .isNotNull();
    }

    private static List<SignatureRecord> verified(String email) throws IOException, FailException {
        var key = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        var verifier = new DKIMVerifier((methods, selector, domain) -> List.of(key));
        var records = verifier.verify(new ByteArrayInputStream(email.getBytes(ISO_8859_1)));
        return records == null ? List.of() : records;
    }

    private static String tag(String header, String name) {
        var found = Pattern.compile("(?:^|[;:\\s])" + name + "=([^;]*)").matcher(header);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1).replaceAll("\\s", "");
    }

    private static String relaxed(String header) {
        int colon = header.indexOf(':');
        return header.substring(0, colon).toLowerCase(Locale.ROOT).strip()
                + ":"
                + header.substring(colon + 1).replaceAll("\\s+", " ").strip();
    }
}
