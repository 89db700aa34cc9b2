package se.ringstuga.segments;

import java.util.List;
import java.util.function.Function;
import se.ringstuga.segments.Filter.FieldMatch;

/** One field of the person against values, as SQL. Text is folded on both sides by the database's own function. */
final class FieldSql {

    private FieldSql() {}

    /** @param parameter turns a value into a parameter and answers its place in the SQL */
    static String write(FieldMatch match, Function<Object, String> parameter) {
        return "coalesce("
                + (match.field().kind() == PersonField.Kind.NUMBER ? number(match, parameter) : text(match, parameter))
                + ", false)";
    }

    private static String number(FieldMatch match, Function<Object, String> parameter) {
        String column = match.field().column();
        List<Integer> numbers = match.values().stream().map(Integer::valueOf).toList();
        return switch (match.operator()) {
            case EQUALS, IN ->
                column + " = any(cast(" + parameter.apply(numbers.toArray(Integer[]::new)) + " as int[]))";
            case AT_LEAST -> column + " >= " + parameter.apply(numbers.getFirst());
            case AT_MOST -> column + " <= " + parameter.apply(numbers.getFirst());
            case IS_EMPTY -> column + " is null";
            case CONTAINS, STARTS_WITH -> throw new IllegalArgumentException("a number has no parts");
        };
    }

    private static String text(FieldMatch match, Function<Object, String> parameter) {
        String folded = folded(match, match.field().column());
        return switch (match.operator()) {
            case EQUALS -> folded + " = " + folded(match, one(match, parameter));
            case IN ->
                folded + " in (select " + folded(match, "wanted") + " from unnest(cast("
                        + parameter.apply(match.values().toArray(String[]::new)) + " as text[])) as wanted)";
            case CONTAINS -> "strpos(" + folded + ", " + folded(match, one(match, parameter)) + ") > 0";
            case STARTS_WITH -> "starts_with(" + folded + ", " + folded(match, one(match, parameter)) + ")";
            case IS_EMPTY -> "coalesce(" + match.field().column() + ", '') = ''";
            case AT_LEAST, AT_MOST -> throw new IllegalArgumentException("text has no order here");
        };
    }

    private static String one(FieldMatch match, Function<Object, String> parameter) {
        return "cast(" + parameter.apply(match.values().getFirst()) + " as text)";
    }

    private static String folded(FieldMatch match, String expression) {
        return match.field().kind() == PersonField.Kind.CODE
                ? "replace(folded(" + expression + "), ' ', '')"
                : "folded(" + expression + ")";
    }
}
