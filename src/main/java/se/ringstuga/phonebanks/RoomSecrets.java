package se.ringstuga.phonebanks;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.ringstuga.accounts.InstallationKey;
import se.ringstuga.accounts.Secret;

/**
 * The secrets in an evening's links. Each is the HMAC of a stored random value, so that a page can show it again all evening
 * while the database alone opens nothing.
 */
@ApplicationScoped
class RoomSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstallationKey installation;

    RoomSecrets(InstallationKey installation) {
        this.installation = installation;
    }

    String nonce() {
        var nonce = new byte[BYTES];
        RANDOM.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }

    Secret of(String nonce) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(installation.derive("phone-bank"), ALGORITHM));
            var bytes = Arrays.copyOf(mac.doFinal(nonce.getBytes(UTF_8)), BYTES);
            return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
