package se.ringstuga.messaging.sms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A text as it will be sent and paid for.
 *
 * @param text composed (NFC), so that an å typed on a Mac is the one that GSM-7 has, and with bare line feeds, since a
 *     carriage return would be paid for
 * @param units septets in GSM-7, UTF-16 units in UCS-2
 * @param parts how many SMS it takes and costs; none for an empty text
 * @param costly the characters that force UCS-2, each once, in the order of the text; empty in GSM-7
 */
public record SmsText(String text, Alphabet alphabet, int units, int parts, List<Costly> costly) {

    private static final int INSTEAD_OF_HALF_A_PAIR = '?';

    /** How an SMS is written on the air, which decides how much of it fits into one part. */
    public enum Alphabet {
        /** Seven bits a character; å, ä and ö are among them. Some characters, such as €, count two. */
        GSM_7(160, 153),
        /** For a text with any other character: two bytes for each UTF-16 unit, and an emoji has two units or more. */
        UCS_2(70, 67);

        private final int alone;
        private final int together;

        Alphabet(int alone, int together) {
            this.alone = alone;
            this.together = together;
        }

        /** The units that fit when the text is a single part. */
        public int unitsAlone() {
            return alone;
        }

        /** The units that fit into each of several parts; the rest tells the phone how to put them together. */
        public int unitsTogether() {
            return together;
        }
    }

    /**
     * A character that GSM-7 lacks: a single one makes every part of the text hold 70 units instead of 160.
     *
     * @param index of its first occurrence, in UTF-16 units of the text as it will be sent
     * @param character the character itself, one code point
     * @param name as Unicode has it, in lower case: "en dash", "latin small letter c with acute"
     * @param replacement what could stand instead without changing the sense; an empty text where it can be left out
     */
    public record Costly(int index, String character, String name, Optional<String> replacement) {

        private static Costly of(int index, int codePoint) {
            var name = Objects.requireNonNullElseGet(Character.getName(codePoint), () -> "U+%04X".formatted(codePoint));
            return new Costly(
                    index, Character.toString(codePoint), name.toLowerCase(Locale.ROOT), LookAlikes.of(codePoint));
        }
    }

    public SmsText {
        costly = List.copyOf(costly);
    }

    /** The cost of a text that is already rendered: a name in it decides as much as what stands around it. */
    public static SmsText of(String written) {
        var text = asSent(written);
        var costly = costly(text);
        return costly.isEmpty()
                ? counted(text, Alphabet.GSM_7, costly, Gsm7::septets)
                : counted(text, Alphabet.UCS_2, costly, Character::charCount);
    }

    /** The text alone, as {@link #text} has it; what is so already is returned as it is. */
    public static String asSent(String written) {
        if (written.chars().noneMatch(unit -> unit == '\r' || Character.isSurrogate((char) unit))
                && Normalizer.isNormalized(written, Normalizer.Form.NFC)) {
            return written;
        }
        var lines = written.replace("\r\n", "\n").replace('\r', '\n');
        var whole = lines.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? INSTEAD_OF_HALF_A_PAIR : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return Normalizer.normalize(whole, Normalizer.Form.NFC);
    }

    private static List<Costly> costly(String text) {
        var found = new ArrayList<Costly>();
        var seen = new HashSet<Integer>();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (Gsm7.septets(codePoint) == 0 && seen.add(codePoint)) {
                found.add(Costly.of(i, codePoint));
            }
        }
        return found;
    }

    private static SmsText counted(String text, Alphabet alphabet, List<Costly> costly, IntUnaryOperator width) {
        int[] widths = text.codePoints().map(width).toArray();
        int units = 0;
        for (int unit : widths) {
            units += unit;
        }
        int parts = units <= alphabet.unitsAlone() ? Math.min(units, 1) : parts(widths, alphabet.unitsTogether());
        return new SmsText(text, alphabet, units, parts, costly);
    }

    /** What counts two is never split: where a single unit is left in a part, it begins the next. */
    private static int parts(int[] widths, int unitsTogether) {
        int parts = 1;
        int used = 0;
        for (int width : widths) {
            if (used + width > unitsTogether) {
                parts++;
                used = 0;
            }
            used += width;
        }
        return parts;
    }
}
