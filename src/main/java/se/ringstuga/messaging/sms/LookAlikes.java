package se.ringstuga.messaging.sms;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What could stand in a text instead of a character that GSM-7 lacks, so that most readers notice nothing. */
final class LookAlikes {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** For each replacement the characters whose own decomposition says nothing, or not what a writer would. */
    private static final Map<String, String> STANDS_FOR = Map.ofEntries(
            entry("-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u00B7"),
            entry("'", "\u2018\u2019\u201A\u201B\u2032\u00B4`"),
            entry("\"", "\u201C\u201D\u201E\u2033\u00AB\u00BB"),
            entry(" ", "\t"),
            entry("/", "\u2044"),
            entry("x", "\u00D7"),
            entry("i", "\u0131"),
            entry("L", "\u0141"),
            entry("l", "\u0142"),
            entry("D", "\u0110\u00D0"),
            entry("d", "\u0111\u00F0"),
            entry("Th", "\u00DE"),
            entry("th", "\u00FE"),
            entry("OE", "\u0152"),
            entry("oe", "\u0153"));

    private static final Map<Integer, String> KNOWN = STANDS_FOR.entrySet().stream()
            .flatMap(entry -> entry.getValue().chars().mapToObj(character -> entry(character, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private LookAlikes() {}

    /** Empty where nothing would do; an empty text where the character can be left out, as it is not seen. */
    static Optional<String> of(int codePoint) {
        var known = KNOWN.get(codePoint);
        if (known != null) {
            return Optional.of(known);
        }
        if (isUnseen(codePoint)) {
            return Optional.of("");
        }
        var apart = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        var bare = MARKS.matcher(apart).replaceAll("").replace('\u2044', '/');
        return Optional.of(bare).filter(text -> !text.isEmpty() && Gsm7.holds(text));
    }

    /** Soft hyphens, byte order marks, zero-width spaces and the like, which come along when text is pasted. */
    private static boolean isUnseen(int codePoint) {
        var type = Character.getType(codePoint);
        return type == Character.CONTROL || (type == Character.FORMAT && codePoint != 0x200D);
    }
}
