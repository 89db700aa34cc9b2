package se.ringstuga.http;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent, to be shown again with everything kept.
 *
 * @param values by the fields' names
 * @param errors what is wrong and the mend, by the fields' names, in the reader's language
 */
@TemplateData
public record PageForm(Map<String, List<String>> values, Map<String, String> errors) {

    /** Nothing filled in, nothing wrong. */
    public static final PageForm EMPTY = new PageForm(Map.of(), Map.of());

    public static PageForm of(MultivaluedMap<String, String> sent) {
        return new PageForm(sent, Map.of());
    }

    public PageForm withErrors(Map<String, String> found) {
        return new PageForm(values, found);
    }

    /** The field's first value, empty when there is none. */
    public String value(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Whether a choice among several was made; an id and its text are the same. */
    public boolean chose(String name, Object value) {
        return values.getOrDefault(name, List.of()).contains(String.valueOf(value));
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public boolean faulty() {
        return !errors.isEmpty();
    }
}
