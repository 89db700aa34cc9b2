package se.ringstuga.http;

/**
 * One thing that is wrong with a request.
 *
 * @param field the path of the field as the client wrote it, such as {@code answers[2].optionIds}
 * @param in where it stood: {@code body}, {@code query}, {@code path} or {@code header}
 * @param message what is wrong and the mend
 */
public record Violation(String field, String in, String message) {

    public static Violation body(String field, String message) {
        return new Violation(field, "body", message);
    }

    public static Violation query(String field, String message) {
        return new Violation(field, "query", message);
    }
}
