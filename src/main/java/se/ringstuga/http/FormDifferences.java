package se.ringstuga.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in a form otherwise by now than somebody has typed: shown beside it to whoever saves second. */
public final class FormDifferences {

    private final PageForm typed;
    private final PageForm now;
    private final String nothing;
    private final List<Part> parts = new ArrayList<>();

    /**
     * Of a form.
     *
     * @param now as it would be filled in by now
     * @param nothing what is said of an empty field
     */
    public FormDifferences(PageForm typed, PageForm now, String nothing) {
        this.typed = typed;
        this.now = now;
        this.nothing = nothing;
    }

    /**
     * One part of the form.
     *
     * @param what its name on the page
     * @param now what stands there, in words
     */
    public record Part(String what, String now) {}

    /** In the order in which they were asked for. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** What is typed, in one field or in several that are read together. */
    public void text(String what, String... fields) {
        said(what, Stream.of(fields).map(now::value).collect(Collectors.joining(" ")), fields);
    }

    /** What is chosen, once or several times. */
    public void chosen(String what, String field, UnaryOperator<String> words) {
        var values = now.values().getOrDefault(field, List.of());
        said(what, values.stream().map(words).filter(said -> !said.isEmpty()).collect(Collectors.joining(", ")), field);
    }

    /** What is said in other words than it is typed in. */
    public void said(String what, String words, String... fields) {
        if (Stream.of(fields).anyMatch(this::differs)) {
            parts.add(new Part(what, words.isBlank() ? nothing : words.strip()));
        }
    }

    /** A box that is ticked or not. */
    public void ticked(String what, String field, String yes, String no) {
        if (typed.chose(field, true) != now.chose(field, true)) {
            parts.add(new Part(what, now.chose(field, true) ? yes : no));
        }
    }

    public boolean differs(String field) {
        return !plain(typed, field).equals(plain(now, field));
    }

    /** Browsers send other line feeds than they got, and choices in the order of the page. */
    private static Set<String> plain(PageForm form, String field) {
        return form.values().getOrDefault(field, List.of()).stream()
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }
}
