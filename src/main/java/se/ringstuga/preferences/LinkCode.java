package se.ringstuga.preferences;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A person's number in letters that nobody can make up: 64 bits of HMAC, then the number, hidden under a mask that is drawn
 * from those bits, so that a link tells neither who nor how many people there are. Nothing is stored. Always of the same
 * length, in letters and digits alone, which cost one unit each in an SMS and end no link early.
 */
final class LinkCode {

    /** What 64 + 37 bits take in base 62. */
    static final int LENGTH = 17;

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(LETTERS.length());
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NUMBER_BITS = 37;
    private static final long NUMBERS = 1L << NUMBER_BITS;
    private static final byte SIGNING = 1;
    private static final byte HIDING = 2;

    private final SecretKeySpec key;

    LinkCode(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String of(long personId) {
        if (personId < 0 || personId >= NUMBERS) {
            throw new IllegalArgumentException("there are no such people");
        }
        var signature = hmac(SIGNING, personId);
        var value = unsigned(signature).shiftLeft(NUMBER_BITS).or(BigInteger.valueOf(personId ^ mask(signature)));
        var code = new byte[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            var split = value.divideAndRemainder(BASE);
            code[i] = (byte) LETTERS.charAt(split[1].intValue());
            value = split[0];
        }
        return new String(code, US_ASCII);
    }

    /** Empty for everything that was not made with this key. */
    Optional<Long> read(String code) {
        if (code.length() != LENGTH) {
            return Optional.empty();
        }
        var value = BigInteger.ZERO;
        for (int i = 0; i < LENGTH; i++) {
            int digit = LETTERS.indexOf(code.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return genuine(value);
    }

    private Optional<Long> genuine(BigInteger value) {
        var rest = value.shiftRight(NUMBER_BITS);
        if (rest.bitLength() > Long.SIZE) {
            return Optional.empty();
        }
        long signature = rest.longValue();
        long personId = (value.longValue() & (NUMBERS - 1)) ^ mask(signature);
        return hmac(SIGNING, personId) == signature ? Optional.of(personId) : Optional.empty();
    }

    private long mask(long signature) {
        return hmac(HIDING, signature) & (NUMBERS - 1);
    }

    private long hmac(byte use, long value) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(use);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
            return ByteBuffer.wrap(mac.doFinal()).getLong();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }
}
