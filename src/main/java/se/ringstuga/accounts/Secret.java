package se.ringstuga.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random value that is shown once and of which only the SHA-256 is stored: with at least 128 random bits there is
 * nothing to guess, so a slow hash would only cost.
 */
public record Secret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 192 random bits, safe in addresses and headers. */
    public static Secret random() {
        return ofBits(192);
    }

    /** For links that people may have to type: at least 64 bits, behind a rate limit. */
    public static Secret ofBits(int bits) {
        var bytes = new byte[bits / 8];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
