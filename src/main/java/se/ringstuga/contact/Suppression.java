package se.ringstuga.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.ringstuga.accounts.InstallationKey;

/**
 * The keyed HMAC under which a number or address that must not be used survives every import and erasure. A plain hash of a phone
 * number can be reversed by trying them all.
 */
@ApplicationScoped
public class Suppression {

    private static final int BLOCK = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final InstallationKey installation;

    Suppression(InstallationKey installation) {
        this.installation = installation;
    }

    /**
     * What is kept in place of a number or an address.
     *
     * @param text a number in E.164, or an e-mail address however its letters are written
     */
    public byte[] hmac(Channel channel, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return mac.doFinal(compared(channel, text).getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As {@link #hmac}. */
    static String hmacSql(Channel channel, String column) {
        return hmacSql(channel == Channel.EMAIL ? "lower(" + column + ")" : column);
    }

    /** HMAC-SHA-256 of a column, in PostgreSQL's own functions: {@code H(outer || H(inner || text))}. */
    static String hmacSql(String column) {
        return "sha256(cast(:policy_outer as bytea) || sha256(cast(:policy_inner as bytea) || convert_to(" + column
                + ", 'UTF8')))";
    }

    /** The padded keys that {@link #hmacSql} needs. */
    Map<String, Object> parameters() {
        var key = key();
        return Map.of("policy_outer", padded(key, 0x5c), "policy_inner", padded(key, 0x36));
    }

    private static String compared(Channel channel, String text) {
        return channel == Channel.EMAIL ? text.toLowerCase(Locale.ROOT) : text;
    }

    private byte[] key() {
        return installation.derive("suppression");
    }

    private static byte[] padded(byte[] key, int pad) {
        var block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
        }
        return block;
    }
}
