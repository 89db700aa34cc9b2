package se.ringstuga.messaging;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether an SMS says whose it is, in its sender or its text (rule 24). A text does so by all words of the name, in any order
 * and form: "Solnas ringstuga" names Solna. A sender has eleven letters: there the beginning of one word is enough.
 */
final class AssociationName {

    private static final int SHORTEST_WORD = 3;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private AssociationName() {}

    static boolean isIn(String text, String name) {
        var written = words(text);
        return telling(name).stream().allMatch(word -> written.stream().anyMatch(other -> other.startsWith(word)));
    }

    /** @param sender a number names nobody */
    static boolean isSender(@Nullable String sender, String name) {
        if (sender == null || sender.startsWith("+")) {
            return false;
        }
        var names = telling(name);
        return telling(sender).stream()
                .anyMatch(word -> names.stream().anyMatch(other -> other.startsWith(word) || word.startsWith(other)));
    }

    /** Without "i" and "av", unless there is nothing else. */
    private static List<String> telling(String text) {
        var all = words(text);
        var longer = all.stream().filter(word -> word.length() >= SHORTEST_WORD).toList();
        return longer.isEmpty() ? all : longer;
    }

    private static List<String> words(String text) {
        var folded =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return Arrays.stream(BETWEEN_WORDS.split(folded.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
