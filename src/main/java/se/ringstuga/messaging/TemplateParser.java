package se.ringstuga.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.ringstuga.messaging.TemplateMistake.Kind;

/** Reads one template, once. */
final class TemplateParser {

    private static final int DEEPEST = 5;
    private static final Pattern CONDITION = Pattern.compile("(?:om|if)\\s+(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("(?:tagg|tag)\\s+(.+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OTHERWISE = Set.of("annars", "else");
    private static final Set<String> END = Set.of("slut", "end");

    private final String text;
    private final TemplateFields known;
    private int at;

    /** The brace that is being read. */
    private int opened;

    /** The word that ended the innermost list of parts, empty at the end of the text. */
    private String endedBy = "";

    TemplateParser(String text, TemplateFields known) {
        this.text = text;
        this.known = known;
    }

    List<TemplatePart> parse() {
        var parts = parts(0);
        if (!endedBy.isEmpty()) {
            throw mistake(Kind.STRAY, endedBy);
        }
        return parts;
    }

    /** Up to the end, or to a word that only a condition knows what to do with. */
    private List<TemplatePart> parts(int depth) {
        var parts = new ArrayList<TemplatePart>();
        var words = new StringBuilder();
        endedBy = "";
        while (at < text.length() && endedBy.isEmpty()) {
            if (text.charAt(at) != '{') {
                words.append(text.charAt(at++));
            } else if (text.startsWith("{{", at)) {
                words.append(literalBrace());
            } else {
                var inner = braces();
                if (isControl(inner)) {
                    standAlone(words);
                }
                addWords(parts, words);
                part(inner, depth).ifPresent(parts::add);
            }
        }
        addWords(parts, words);
        return List.copyOf(parts);
    }

    private Optional<TemplatePart> part(String inner, int depth) {
        var word = inner.toLowerCase(Locale.ROOT);
        if (OTHERWISE.contains(word) || END.contains(word)) {
            endedBy = word;
            return Optional.empty();
        }
        var condition = CONDITION.matcher(inner);
        return Optional.of(condition.matches() ? choice(condition.group(1).strip(), depth) : value(inner));
    }

    private TemplatePart value(String inner) {
        int bar = inner.indexOf('|');
        var name = bar < 0 ? inner : inner.substring(0, bar).strip();
        return new TemplatePart.Value(
                field(name), bar < 0 ? "" : inner.substring(bar + 1).strip());
    }

    private TemplatePart choice(String condition, int depth) {
        int begin = opened;
        if (depth == DEEPEST) {
            throw mistake(Kind.TOO_DEEP, condition);
        }
        var tag = TAG.matcher(condition);
        var field = tag.matches() ? tag(tag.group(1)) : field(condition);
        var with = parts(depth + 1);
        var without = OTHERWISE.contains(endedBy) ? parts(depth + 1) : List.<TemplatePart>of();
        if (!END.contains(endedBy)) {
            opened = begin;
            throw endedBy.isEmpty() ? mistake(Kind.UNFINISHED, condition) : mistake(Kind.STRAY, endedBy);
        }
        endedBy = "";
        return new TemplatePart.Choice(field, with, without);
    }

    private TemplateField field(String name) {
        if (name.isEmpty()) {
            throw mistake(Kind.EMPTY, name);
        }
        return known.named(name)
                .orElseThrow(() -> new TemplateMistake(
                        Kind.UNKNOWN_FIELD, name, TemplatePlace.of(text, opened), known.nearest(name)));
    }

    private TemplateField tag(String name) {
        return known.tag(name).orElseThrow(() -> mistake(Kind.UNKNOWN_TAG, name));
    }

    /** What stands between the braces at hand; a field begins and ends on one line. */
    private String braces() {
        opened = at;
        int end = text.indexOf('}', at);
        var inner = end < 0 ? "" : text.substring(at + 1, end);
        if (end < 0 || inner.indexOf('{') >= 0 || inner.indexOf('\n') >= 0) {
            throw mistake(Kind.UNCLOSED, "");
        }
        at = end + 1;
        return inner.strip();
    }

    /** Other programs write {@code {{name}}}; here that would print the field's name to everyone. */
    private char literalBrace() {
        int end = text.indexOf('}', at);
        if (end > 0) {
            var inner = text.substring(at + 2, end).strip();
            var name = inner.replaceAll("\\|.*", "").strip();
            if (known.named(name).isPresent()) {
                opened = at;
                throw mistake(Kind.DOUBLED, inner);
            }
        }
        at += 2;
        return '{';
    }

    private boolean isControl(String inner) {
        var word = inner.toLowerCase(Locale.ROOT);
        return OTHERWISE.contains(word)
                || END.contains(word)
                || CONDITION.matcher(inner).matches();
    }

    /** A condition's words on a line of their own leave no empty line behind. */
    private void standAlone(StringBuilder words) {
        int lineBegin = text.lastIndexOf('\n', opened) + 1;
        int lineEnd = text.indexOf('\n', at);
        if (lineEnd >= 0
                && text.substring(lineBegin, opened).isBlank()
                && text.substring(at, lineEnd).isBlank()) {
            words.setLength(Math.max(0, words.length() - (opened - lineBegin)));
            at = lineEnd + 1;
        }
    }

    private static void addWords(List<TemplatePart> parts, StringBuilder words) {
        if (!words.isEmpty()) {
            parts.add(new TemplatePart.Words(words.toString()));
            words.setLength(0);
        }
    }

    private TemplateMistake mistake(Kind kind, String named) {
        return new TemplateMistake(kind, named, TemplatePlace.of(text, opened), Optional.empty());
    }
}
