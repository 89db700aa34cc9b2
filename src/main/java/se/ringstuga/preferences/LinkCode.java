package se.ringstuga.preferences;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A number, such as a person's, in letters that nobody can make up: 64 bits of HMAC, then the number, hidden under a mask that
 * is drawn from those bits, so that a link tells neither who nor how many people there are. Nothing is stored. Always of the
 * same length, in letters and digits alone, which cost one unit each in an SMS and end no link early.
 */
public final class LinkCode {

    /** Enough for the number of any person. */
    public static final int PERSON_BITS = 37;

    /** What 64 + 37 bits take in base 62. */
    static final int LENGTH = 17;

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(LETTERS.length());
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte SIGNING = 1;
    private static final byte HIDING = 2;

    private final SecretKeySpec key;
    private final int bits;
    private final int length;

    /** Of people. */
    LinkCode(byte[] key) {
        this(key, PERSON_BITS);
    }

    /**
     * Of other numbers.
     *
     * @param key that no other use has
     * @param bits of the largest number, at most 64
     */
    public LinkCode(byte[] key, int bits) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.bits = bits;
        this.length = (int) Math.ceil((Long.SIZE + bits) * Math.log(2) / Math.log(LETTERS.length()));
    }

    /** Of every code. */
    public int length() {
        return length;
    }

    /** The code of a number that has no more bits than were said. */
    public String of(long number) {
        if ((number & ~numbers()) != 0) {
            throw new IllegalArgumentException("there are no such people");
        }
        var signature = hmac(SIGNING, number);
        var value = unsigned(signature).shiftLeft(bits).or(unsigned(number ^ mask(signature)));
        var code = new byte[length];
        for (int i = length - 1; i >= 0; i--) {
            var split = value.divideAndRemainder(BASE);
            code[i] = (byte) LETTERS.charAt(split[1].intValue());
            value = split[0];
        }
        return new String(code, US_ASCII);
    }

    /** Empty for everything that was not made with this key. */
    public Optional<Long> read(String code) {
        if (code.length() != length) {
            return Optional.empty();
        }
        var value = BigInteger.ZERO;
        for (int i = 0; i < length; i++) {
            int digit = LETTERS.indexOf(code.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return genuine(value);
    }

    private Optional<Long> genuine(BigInteger value) {
        var rest = value.shiftRight(bits);
        if (rest.bitLength() > Long.SIZE) {
            return Optional.empty();
        }
        long signature = rest.longValue();
        long number = (value.longValue() & numbers()) ^ mask(signature);
        return hmac(SIGNING, number) == signature ? Optional.of(number) : Optional.empty();
    }

    private long mask(long signature) {
        return hmac(HIDING, signature) & numbers();
    }

    private long numbers() {
        return -1L >>> (Long.SIZE - bits);
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
