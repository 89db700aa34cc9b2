package se.ringstuga.messaging;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text with fields: {@code Hej {förnamn|du}!}, with what stands after the bar for those who have no value, and
 * conditions {@code {om ort}…{annars}…{slut}} and {@code {om tagg ordförande}…{slut}}, all of it in English as well.
 * brace that is to be seen is written &#123;&#123;. Values are put in once: what looks like a field in a name stays a name.
 */
public final class Template {

    private final String source;
    private final List<TemplatePart> parts;

    private Template(String source, List<TemplatePart> parts) {
        this.source = source;
        this.parts = parts;
    }

    /**
     * Reads a template.
     *
     * @throws TemplateMistake naming what is not known or not finished, and its place
     */
    public static Template parse(String text, TemplateFields known) {
        return new Template(text, new TemplateParser(text, known).parse());
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    /** The keys of all fields and tags it asks for, in the order they first appear. */
    public Set<String> fields() {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(used(parts).map(TemplateField::key).toList()));
    }

    /** Whether two people may get different texts. */
    public boolean personal() {
        return used(parts).anyMatch(TemplateField::personal);
    }

    /**
     * The text for one person.
     *
     * @param values by {@link TemplateField#key}; missing and blank are the same
     */
    public String render(Map<String, String> values, Escaping how) {
        var out = new StringBuilder(source.length() + 64);
        write(parts, values, how, out);
        return how == Escaping.HEADER ? Escaping.oneLine(out.toString()) : out.toString();
    }

    private static void write(List<TemplatePart> parts, Map<String, String> values, Escaping how, StringBuilder out) {
        for (var part : parts) {
            switch (part) {
                case TemplatePart.Words words -> out.append(words.text());
                case TemplatePart.Value value -> out.append(shown(value, values, how, out));
                case TemplatePart.Choice choice -> write(chosen(choice, values), values, how, out);
            }
        }
    }

    private static List<TemplatePart> chosen(TemplatePart.Choice choice, Map<String, String> values) {
        return value(choice.field(), values).isBlank() ? choice.without() : choice.with();
    }

    private static String shown(
            TemplatePart.Value part, Map<String, String> values, Escaping how, CharSequence before) {
        var value = value(part.field(), values);
        if (value.isBlank()) {
            return part.fallback();
        }
        var text = how.of(value, part.field().origin());
        if (text.isEmpty()) {
            return part.fallback();
        }
        boolean bare = part.field().origin() == TemplateField.Origin.LINK && how == Escaping.MARKDOWN;
        return bare && !isTarget(before) ? "<" + text + ">" : text;
    }

    /** Whether the author has written the rest of a link, {@code [så här](} or {@code <}. */
    private static boolean isTarget(CharSequence before) {
        var text = before.toString();
        return text.endsWith("](") || text.endsWith("<");
    }

    private static String value(TemplateField field, Map<String, String> values) {
        return values.getOrDefault(field.key(), "");
    }

    private static Stream<TemplateField> used(List<TemplatePart> parts) {
        return parts.stream().flatMap(part -> switch (part) {
            case TemplatePart.Words _ -> Stream.<TemplateField>empty();
            case TemplatePart.Value value -> Stream.of(value.field());
            case TemplatePart.Choice choice ->
                Stream.concat(Stream.of(choice.field()), Stream.concat(used(choice.with()), used(choice.without())));
        });
    }
}
