package se.ringstuga.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Time-based codes by RFC 6238 as every authenticator app makes them: SHA-1, six digits, thirty seconds. */
final class Totp {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String ALGORITHM = "HmacSHA1";
    private static final String CODE = "\\d{6}";

    private Totp() {}

    /**
     * The step whose code this is: the present one, or its neighbour, since telephones' clocks differ.
     *
     * @param lastStep the step of the last code that was accepted; it and everything before is used up
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long lastStep) {
        var typed = code.replaceAll("\\s", "");
        if (!typed.matches(CODE)) {
            return OptionalLong.empty();
        }
        var present = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> step > lastStep)
                .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(UTF_8), typed.getBytes(UTF_8)))
                .findFirst();
    }

    static String code(byte[] secret, Instant at) {
        return code(secret, at.getEpochSecond() / STEP.toSeconds());
    }

    private static String code(byte[] secret, long step) {
        try {
            return new HmacOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, ALGORITHM), step);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
