package se.ringstuga.messaging;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Where a value is going, and so what it must not become there. Whoever signs up on a public page chooses their own
 * name: it is shown as letters on one line and is never markup, a header of a mail, or something a phone turns into a
 * link.
 */
public enum Escaping {
    /** An SMS, or any text without markup. */
    PLAIN,
    /** The source of an e-mail's body. */
    MARKDOWN,
    /** A subject or any other header. */
    HEADER;

    /** In code points: a name, not a message of its own. */
    static final int LONGEST = 80;

    private static final Pattern LINK = Pattern.compile("https?://[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}[\\p{Cf}&&[^\\u200C\\u200D]]]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\u0085]+");
    private static final Pattern SLASHES = Pattern.compile("[:/]*//[:/]*");
    private static final Pattern SCHEME =
            Pattern.compile("\\b(https?|ftp|mailto|tel|sms|javascript|data):", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOT_WITHIN = Pattern.compile("[.\\u3002]+(?=[^\\s.])");

    /** The value of a field as it may stand in the message. */
    String of(String value, TemplateField.Origin origin) {
        return switch (origin) {
            case LINK -> link(value);
            case ORGANIZATION -> words(oneLine(value));
            case PERSON -> words(lettersOnly(value));
        };
    }

    private String words(String text) {
        return this == MARKDOWN ? withoutMarkup(text) : text;
    }

    /** On one line, composed, without anything that cannot be seen. */
    static String oneLine(String text) {
        var blanksAlike = BLANKS.matcher(text).replaceAll(" ");
        var visible = INVISIBLE.matcher(blanksAlike).replaceAll("");
        return BLANKS.matcher(Normalizer.normalize(visible, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** Nothing that mail programs and phones turn into links by themselves; "J.P." becomes "J. P.". */
    private static String lettersOnly(String value) {
        var plain = Normalizer.normalize(oneLine(value), Normalizer.Form.NFKC).replace('@', ' ');
        var unlinked = SCHEME.matcher(SLASHES.matcher(plain).replaceAll(" ")).replaceAll("$1 ");
        var kept = oneLine(DOT_WITHIN.matcher(unlinked).replaceAll(". "));
        return kept.codePointCount(0, kept.length()) <= LONGEST
                ? kept
                : kept.substring(0, kept.offsetByCodePoints(0, LONGEST)).strip();
    }

    /** Punctuation as numbered characters, which Markdown never reads as structure, in code as little as in text. */
    private static String withoutMarkup(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c < 0x80 && !Character.isLetterOrDigit(c) && c != ' ') {
                safe.append("&#").append(c).append(';');
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    private static String link(String address) {
        if (!LINK.matcher(address).matches()) {
            throw new IllegalArgumentException("A link of a message is no address that a message can carry");
        }
        return address;
    }
}
