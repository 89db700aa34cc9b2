package se.ringstuga.people;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;

/**
 * What the one who imports decides instead of leaving it to be detected.
 *
 * @param encoding null: detected
 * @param separator null: detected
 * @param columns headers chosen by hand; an empty header takes the column out
 */
record RegisterOptions(@Nullable Charset encoding, @Nullable Character separator, Map<RegisterColumn, String> columns) {

    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf-8",
            StandardCharsets.UTF_8,
            "windows-1252",
            Charset.forName("windows-1252"),
            "iso-8859-1",
            Charset.forName("windows-1252"),
            "utf-16",
            StandardCharsets.UTF_16);

    private static final Map<String, Character> SEPARATORS =
            Map.of(";", ';', "semicolon", ';', ",", ',', "comma", ',', "\t", '\t', "tab", '\t', "|", '|', "pipe", '|');

    static final RegisterOptions DETECT = new RegisterOptions(null, null, Map.of());

    /** Reads query parameters; {@code columns} as {@code field:header}. */
    static RegisterOptions of(@Nullable String encoding, @Nullable String separator, List<String> columns) {
        return new RegisterOptions(
                chosen("encoding", encoding, ENCODINGS), chosen("separator", separator, SEPARATORS), columns(columns));
    }

    private static <T> @Nullable T chosen(String parameter, @Nullable String value, Map<String, T> choices) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        T choice = choices.get(value.toLowerCase(Locale.ROOT));
        if (choice == null) {
            throw InvalidInput.query(
                    parameter,
                    "is unknown; use one of "
                            + choices.keySet().stream()
                                    .filter(name -> name.length() > 1)
                                    .sorted()
                                    .toList());
        }
        return choice;
    }

    private static Map<RegisterColumn, String> columns(List<String> parameters) {
        Map<RegisterColumn, String> columns = new EnumMap<>(RegisterColumn.class);
        for (String parameter : parameters) {
            int colon = parameter.indexOf(':');
            RegisterColumn column = RegisterColumn.ofField(colon < 0 ? parameter : parameter.substring(0, colon))
                    .filter(_ -> colon > 0)
                    .orElseThrow(() -> InvalidInput.query("column", "must be field:header, such as mobile:Mobilnr"));
            columns.put(column, parameter.substring(colon + 1).strip());
        }
        return columns;
    }
}
