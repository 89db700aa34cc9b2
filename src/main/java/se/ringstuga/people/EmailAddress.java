package se.ringstuga.people;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address as it is written in mail: the local part keeps its spelling, the domain is lower case. */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /** Letters of any language are valid before the @ (RFC 6531). A ? is too, but in a register it is a lost letter. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})");

    /** Reads one address; empty when no mail could be sent to it. */
    public static Optional<EmailAddress> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
            return Optional.empty();
        }
        String domain = text.substring(at + 1).toLowerCase(Locale.ROOT);
        return LOCAL_PART.matcher(text.substring(0, at)).matches() && isDomain(domain)
                ? Optional.of(new EmailAddress(text.substring(0, at + 1) + domain))
                : Optional.empty();
    }

    /** How two addresses are compared. */
    String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isDomain(String domain) {
        try {
            return DOMAIN.matcher(IDN.toASCII(domain)).matches();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
