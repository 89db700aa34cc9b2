package se.ringstuga.messaging;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a text asks its reader to answer by SMS, which a sender that is a name cannot receive (rule 24). Answering a survey
 * behind a link is something else.
 */
final class AskedForReply {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String QUOTE = "[\"'”“’»«]?";
    private static final String WORD = QUOTE + "(?:ja|nej|stopp?|start|sluta|avsluta|avregistrera|ok|yes|no)\\b";

    private static final List<Pattern> ASKS = List.of(
            pattern("\\bsvara\\s+(?:med\\s+|gärna\\s+|bara\\s+)*" + WORD),
            pattern(
                    "\\bsvara\\s+(?:gärna\\s+|direkt\\s+)*(?:på|till|i|via|med)\\s+(?:(?:detta|det\\s+här|ett|vårt)\\s+)?"
                            + "(?:sms|meddelande|textmeddelande|nummer)"),
            pattern("\\b(?:sms:?a|messa|smsa)\\s+(?!inte\\b)\\S+"),
            pattern("\\b(?:skicka|sänd|skriv|texta)\\s+(?:ett\\s+sms\\s+med\\s+|sms\\s+med\\s+)?" + WORD),
            pattern("\\b(?:skicka|sänd)\\s+(?:ett\\s+)?sms\\s+(?:till|tillbaka)\\b"),
            pattern("\\breply\\b"),
            pattern("\\b(?:text|send|answer|respond(?:\\s+with)?)\\s+" + WORD),
            pattern("\\b(?:answer|respond\\s+to)\\s+this\\s+(?:text|sms|message)\\b"),
            // A word in capitals is what a machine is to read: "svara KOMMER".
            Pattern.compile("\\b[Ss]vara\\s+(?:med\\s+)?" + QUOTE + "\\p{Lu}{2,}\\b", Pattern.UNICODE_CHARACTER_CLASS));

    private AskedForReply() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, FLAGS);
    }

    /** The words that ask, as they stand in the text, each letter in one piece. */
    static Optional<String> in(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return ASKS.stream()
                .map(pattern -> pattern.matcher(composed))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
