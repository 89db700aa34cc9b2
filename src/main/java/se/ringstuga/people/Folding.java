package se.ringstuga.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes text comparable: lower case, without accents, apostrophes or doubled blanks. What is stored for searching and
 * what somebody types are folded by the same code, which is why "aberg" finds Åberg and "obrien" finds O'Brien.
 */
public final class Folding {

    /** Å, Ä and Ö in the order of the Swedish alphabet, as the ASCII characters that follow z. */
    private static final String SWEDISH_LETTERS = "åäö";

    private static final String AFTER_Z = "{|}";

    private Folding() {}

    /** Lower case letters and digits; accents and apostrophes gone, hyphens and every kind of blank one space. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        decomposed(text).chars().forEach(c -> append(folded, (char) c));
        return folded.toString().strip();
    }

    /**
     * A key that sorts names as Swedish does when compared byte by byte: family name before given name, Å, Ä and Ö after Z
     * and every other accent as its plain letter.
     */
    public static String sortName(String givenName, String familyName) {
        String name = Normalizer.normalize(familyName + ' ' + givenName, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('æ', 'ä')
                .replace('ø', 'ö');
        StringBuilder marked = new StringBuilder(name.length());
        name.chars().forEach(c -> {
            int swedish = SWEDISH_LETTERS.indexOf(c);
            marked.append(swedish < 0 ? (char) c : AFTER_Z.charAt(swedish));
        });
        return fold(marked.toString());
    }

    /**
     * The text a person is found by. It begins with a blank so that every word has one before it: a search for the start
     * of a word is then a search for a blank and that start.
     */
    static String searchText(SearchKeys keys) {
        Stream<String> names = Stream.of(keys.givenName(), keys.familyName()).map(Folding::fold);
        // A member number with a hyphen is found as it is and by its parts.
        Stream<String> number =
                Stream.ofNullable(keys.externalId()).map(Folding::fold).filter(folded -> folded.indexOf(' ') >= 0);
        Stream<String> exact = Stream.of(keys.email(), keys.externalId())
                .filter(Objects::nonNull)
                .map(Folding::decomposed)
                .map(text -> text.replaceAll("\\p{M}+", ""));
        Stream<String> phones = Stream.of(keys.phone(), keys.altPhone())
                .filter(Objects::nonNull)
                .map(Folding::phoneWritings);
        return Stream.of(names, exact, number, phones)
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ", " ", ""));
    }

    /** What search text is made of; phones in E.164. */
    record SearchKeys(
            String givenName,
            String familyName,
            @Nullable String email,
            @Nullable String externalId,
            @Nullable String phone,
            @Nullable String altPhone) {}

    private static String phoneWritings(String e164) {
        String digits = e164.substring(1);
        return e164.startsWith("+46") ? digits + " 0" + e164.substring(3) : digits;
    }

    private static String decomposed(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKD);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static void append(StringBuilder folded, char c) {
        switch (c) {
            case '\'', '’', '‘', '´', '`' -> {}
            case 'ß' -> folded.append("ss");
            case 'ø' -> folded.append('o');
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'þ' -> folded.append("th");
            case 'ı' -> folded.append('i');
            default -> {
                if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c == '–') {
                    if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                        folded.append(' ');
                    }
                } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                    folded.append(c);
                }
            }
        }
    }

    /** The words of a search, folded: nothing for a blank one. */
    static List<String> words(String text) {
        return Arrays.stream(fold(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
