package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The addresses that mail servers tell when an e-mail cannot be delivered, one for each attempt (VERP), so that a
 * bounce names its message whatever else the server leaves out. Signed: nobody but the mail's own way can make one up.
 */
public final class ReturnPaths {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "b-";
    private static final int SIGNATURE_LETTERS = 20;
    private static final Pattern ADDRESS =
            Pattern.compile("<?b-([0-9a-z]{1,13})\\.([0-9]{1,6})\\.([0-9a-v]{20})@([^@<>\\s]+)>?");

    private final byte[] key;
    private final String domain;

    /** Which attempt an address was made for. */
    public record Sent(long messageId, int attempt) {}

    /**
     * Makes and reads the addresses of one domain.
     *
     * @param key at least 128 bits
     * @param domain whose mail is delivered to this installation's bounce mailbox, in ASCII
     */
    public ReturnPaths(byte[] key, String domain) {
        this.key = key.clone();
        this.domain = domain.toLowerCase(Locale.ROOT);
    }

    /** At most 50 letters before the @. */
    public String of(long messageId, int attempt) {
        var number = Long.toString(messageId, Character.MAX_RADIX) + "." + attempt;
        return PREFIX + number + "." + signature(number) + "@" + domain;
    }

    /** The Message-ID of an attempt, without angle brackets: another attempt is another e-mail. */
    String messageId(long messageId, int attempt) {
        return "m%d.%d@%s".formatted(messageId, attempt, domain);
    }

    /** The attempt that an address was made for; mail servers may have changed its case. Empty for any other address. */
    public Optional<Sent> read(String address) {
        var parts = ADDRESS.matcher(address.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches() || !parts.group(4).equals(domain)) {
            return Optional.empty();
        }
        var number = parts.group(1) + "." + parts.group(2);
        boolean genuine = MessageDigest.isEqual(
                signature(number).getBytes(US_ASCII), parts.group(3).getBytes(US_ASCII));
        return genuine
                ? Optional.of(
                        new Sent(Long.parseLong(parts.group(1), Character.MAX_RADIX), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** 100 bits in letters that no mail server tells apart by case. */
    private String signature(String number) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var bytes = mac.doFinal(number.getBytes(US_ASCII));
            var letters = new StringBuilder();
            for (int i = 0; i < SIGNATURE_LETTERS; i++) {
                letters.append(Character.forDigit(bytes[i] & 31, 32));
            }
            return letters.toString();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
