package se.ringstuga.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A body that is no JSON, or not the JSON that was asked for. */
public final class JsonMistake {

    private JsonMistake() {}

    /** What to answer to it: which field, and what it must be. */
    public static Problem of(JacksonException mistake) {
        if (mistake.getCause() instanceof InvalidInput ours && mistake instanceof JsonMappingException mapping) {
            return below(path(mapping), ours);
        }
        if (mistake.getCause() instanceof Unstorable unstorable) {
            return unstorable;
        }
        return switch (mistake) {
            case UnrecognizedPropertyException unknown ->
                new InvalidInput(path(unknown), "is not known here; known are " + known(unknown));
            case InvalidFormatException format -> new InvalidInput(path(format), expected(format.getTargetType()));
            case MismatchedInputException mismatch ->
                new InvalidInput(path(mismatch), expected(mismatch.getTargetType()));
            case JsonMappingException mapping -> new InvalidInput(path(mapping), "cannot be read");
            default -> new InvalidInput("body", "is not JSON" + place(mistake));
        };
    }

    /** A value that refused itself while it was read names its own part; the way to it is put before. */
    private static Problem below(String path, InvalidInput ours) {
        return new InvalidInput(ours.violations().stream()
                .map(v -> path.equals("body") || v.field().startsWith(path)
                        ? v
                        : Violation.body(path + "." + v.field(), v.message()))
                .toList());
    }

    private static String path(JsonMappingException mistake) {
        var path = new StringBuilder();
        for (var step : mistake.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var names = unknown.getKnownPropertyIds();
        return names == null
                ? "none"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "has a value of the wrong kind";
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        } else if (List.of("Instant", "OffsetDateTime").contains(type.getSimpleName())) {
            return "must be a moment such as 2026-11-24T18:00:00+01:00";
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "must be a date such as 2026-11-24";
            case "LocalTime" -> "must be a time of day such as 18:30";
            case "String" -> "must be a text";
            case "boolean", "Boolean" -> "must be true or false";
            case "int", "long", "Integer", "Long" -> "must be a whole number";
            case "double", "Double", "BigDecimal" -> "must be a number";
            case "List", "ArrayList", "Set", "HashSet", "Collection" -> "must be a list";
            default -> type.isArray() ? "must be a list" : "must be an object";
        };
    }

    private static String place(JacksonException mistake) {
        var at = mistake.getLocation();
        return at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
