package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/**
 * Signs an e-mail for a domain (RFC 6376), including the headers for unsubscribing, without which one-click is not
 * honoured (RFC 8058). Headers that exist once are named twice, so that none can be added on the way.
 */
final class Dkim {

    private static final String HEADERS =
            "from:from:to:to:subject:subject:reply-to:reply-to:date:message-id:mime-version"
                    + ":content-type:list-unsubscribe:list-unsubscribe:list-unsubscribe-post:list-unsubscribe-post";

    private final DKIMSigner signer;

    /**
     * Prepares the key.
     *
     * @param privateKey RSA, PKCS#8 in PEM or its base64 alone
     * @throws IllegalArgumentException with a sentence where the key cannot be read
     */
    Dkim(String domain, String selector, String privateKey) {
        this.signer = new DKIMSigner(
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b=;".formatted(domain, selector, HEADERS),
                read(privateKey));
    }

    /** The same e-mail with its signature before it. */
    byte[] sign(byte[] email) {
        try {
            var signed = new ByteArrayOutputStream(email.length + 1024);
            signed.write(signer.sign(new ByteArrayInputStream(email)).getBytes(US_ASCII));
            signed.write("\r\n".getBytes(US_ASCII));
            signed.write(email);
            return signed.toByteArray();
        } catch (IOException | FailException failed) {
            throw new IllegalStateException("An e-mail could not be signed", failed);
        }
    }

    private static PrivateKey read(String key) {
        var body = key.replace("\\n", "\n").replaceAll("-----(BEGIN|END) PRIVATE KEY-----|\\s", "");
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
            return KeyFactory.getInstance("RSA").generatePrivate(encoded);
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "RINGSTUGA_EMAIL_DKIM_PRIVATE_KEY is no RSA key in PKCS#8:"
                            + " make one with `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048`.",
                    unreadable);
        }
    }
}
