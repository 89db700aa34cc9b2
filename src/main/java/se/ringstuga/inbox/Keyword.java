package se.ringstuga.inbox;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text says when it says one thing and no more. Whatever could mean something else is {@link #NONE} and read by a
 * person: {@code STOPP}, {@code Stop!} and {@code sluta, tack} opt out, {@code stoppa gärna fler möten} does not.
 */
enum Keyword {
    STOP,
    START,
    YES,
    NO,
    NONE;

    /** Whoever writes more than this has something to tell. */
    private static final int LONGEST = 60;

    private static final int MOST_TIMES = 3;

    /** Letters may be doubled, as thumbs do: STOPP, STOOPP, SLUTAA. */
    private static final Pattern STOPPING =
            Pattern.compile("S+T+O+P+|S+T+O+P+A+|S+L+U+T+A+|A+V+S+L+U+T+A+|A+V+R+E+G+I+S+T+R+E+R+A+|"
                    // The ways in which the longest of them is misspelt: a letter left out.
                    + "AVREGISTERA|AVREGISTRRA|AVREGISTRER|AVREGISTERRA|AVREGISTRARA|AVSLTA|AVSUTA");

    private static final Pattern STARTING = Pattern.compile("S+T+A+R+T+A*");

    /** What goes with an order and changes nothing about it. */
    private static final Set<String> POLITE =
            Set.of("TACK", "SNALLA", "NU", "GENAST", "HEJ", "SMS", "SMSEN", "ALL", "ALLA", "PLEASE");

    static Keyword of(String text) {
        var bare = bare(text);
        if (bare.length() > LONGEST) {
            return NONE;
        }
        return switch (bare) {
            case "JA" -> YES;
            case "NEJ" -> NO;
            default -> order(bare);
        };
    }

    private static Keyword order(String bare) {
        var words = new ArrayList<>(List.of(withoutDots(bare).split(" ")));
        words.removeIf(POLITE::contains);
        if (words.isEmpty() || words.size() > MOST_TIMES) {
            return NONE;
        }
        if (words.stream().allMatch(word -> STOPPING.matcher(word).matches())) {
            return STOP;
        }
        return words.stream().allMatch(word -> STARTING.matcher(word).matches()) ? START : NONE;
    }

    /** Capitals with single spaces; whatever is neither letter nor digit is gone. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    /** Without dots, rings and accents. */
    private static String withoutDots(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
