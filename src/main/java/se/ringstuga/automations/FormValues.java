package se.ringstuga.automations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/** The fields of a form on their way from a definition and back into it. */
final class FormValues {

    private final Map<String, List<String>> values = new HashMap<>();

    FormValues put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, List.of(value.toString()));
        }
        return this;
    }

    FormValues putAll(String name, List<String> all) {
        values.put(name, List.copyOf(all));
        return this;
    }

    FormValues with(FormValues others) {
        values.putAll(others.values);
        return this;
    }

    PageForm form() {
        return new PageForm(Map.copyOf(values), Map.of());
    }

    /** The id that was chosen; empty where none was. */
    static OptionalLong id(PageForm form, String name) {
        var typed = form.value(name).strip();
        return typed.matches("[1-9][0-9]{0,17}") ? OptionalLong.of(Long.parseLong(typed)) : OptionalLong.empty();
    }

    static OptionalInt count(PageForm form, String name, int least, int most) {
        var typed = form.value(name).strip();
        if (!typed.matches("[0-9]{1,6}")) {
            return OptionalInt.empty();
        }
        var count = Integer.parseInt(typed);
        return count >= least && count <= most ? OptionalInt.of(count) : OptionalInt.empty();
    }

    /** As a number where it is one; what cannot be read is left for the checks to refuse. */
    static void number(ObjectNode into, String name, String typed) {
        if (typed.strip().matches("[0-9]{1,6}")) {
            into.put(name, Integer.parseInt(typed.strip()));
        } else {
            into.put(name, typed.strip());
        }
    }

    /** The id that was chosen; where none was the member is missing, and the checks say so. */
    static void chosen(ObjectNode into, String name, OptionalLong id) {
        into.remove(name);
        id.ifPresent(chosen -> into.put(name, chosen));
    }

    /** Browsers send line ends that would cost money in an SMS. */
    static String text(PageForm form, String name) {
        return form.value(name).replace("\r\n", "\n").strip();
    }
}
