package se.ringstuga.people;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;

/**
 * What somebody typed, as patterns over the search text. Every word must be found somewhere; a number is found in any
 * writing. One letter alone would match half a register, so it is the beginning of the family name instead.
 *
 * @param patterns for {@code like}; together they use the trigram index
 * @param prefix of the sort name; empty for every name
 */
public record PeopleSearch(List<String> patterns, String prefix) {

    /** Greater than every name that begins with what stands before it. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final Pattern NUMBER = Pattern.compile("[+0-9][0-9 ()/.\\-]*");
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 6;
    private static final int SHORT = 2;

    public static PeopleSearch of(@Nullable String text) {
        String typed = Optional.ofNullable(text).map(CellText::clean).orElse("");
        if (typed.length() > LONGEST) {
            throw InvalidInput.query("search", "is longer than " + LONGEST + " characters");
        }
        if (NUMBER.matcher(typed).matches()) {
            String digits = typed.replace("(0)", "").replaceAll("[^0-9]", "").replaceFirst("^00", "");
            return new PeopleSearch(digits.isEmpty() ? List.of() : List.of(pattern(digits)), "");
        }
        List<String> words = Folding.words(typed);
        if (words.size() == 1 && words.getFirst().length() == 1) {
            return new PeopleSearch(List.of(), Folding.sortName("", typed));
        }
        return new PeopleSearch(
                words.stream().limit(MOST_WORDS).map(PeopleSearch::pattern).toList(), "");
    }

    boolean isIndexed() {
        return !patterns.isEmpty();
    }

    String upTo() {
        return prefix + LAST;
    }

    /** Short words match only where a word begins. */
    private static String pattern(String word) {
        String escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return (word.length() <= SHORT ? "% " : "%") + escaped + '%';
    }
}
