package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Slow hashes of passwords, and which passwords are refused. */
@ApplicationScoped
class Passwords {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final String PREFIX = "pbkdf2-sha256";
    private static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A flood of sign-ins must not take the processors from the volunteers' calls. */
    private final Semaphore atOnce =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    /** What an unknown address is compared with, so that it takes as long as a known one. */
    private final String nobodys = format(ITERATIONS, new byte[SALT_BYTES], new byte[HASH_BITS / 8]);

    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return format(ITERATIONS, salt, derive(password, salt, ITERATIONS));
    }

    /** Compares in the same time whatever is stored; null for an account that does not exist or has no password. */
    boolean matches(String password, @Nullable String stored) {
        var parts = (stored == null ? nobodys : stored).split("\\$", -1);
        var hash = derive(password, Base64.getDecoder().decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[3])) && stored != null;
    }

    private byte[] derive(String password, byte[] salt, int iterations) {
        atOnce.acquireUninterruptibly();
        try {
            var specification = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
            return SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(specification)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            atOnce.release();
        }
    }

    private static String format(int iterations, byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder();
        return String.join(
                "$", PREFIX, String.valueOf(iterations), base64.encodeToString(salt), base64.encodeToString(hash));
    }
}
