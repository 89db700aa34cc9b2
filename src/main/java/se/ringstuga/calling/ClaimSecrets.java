package se.ringstuga.calling;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.ringstuga.accounts.InstallationKey;

/**
 * The secret of each claim (rule 17). It is the HMAC of a stored random value, so that the same open claim can be shown
 * again with its secret while the database alone opens nothing.
 */
@ApplicationScoped
class ClaimSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstallationKey installation;

    ClaimSecrets(InstallationKey installation) {
        this.installation = installation;
    }

    byte[] nonce() {
        var nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    String of(byte[] nonce) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(installation.derive("claim"), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(nonce));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean opens(String secret, byte[] nonce) {
        return MessageDigest.isEqual(secret.getBytes(UTF_8), of(nonce).getBytes(UTF_8));
    }
}
