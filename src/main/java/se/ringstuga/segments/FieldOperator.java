package se.ringstuga.segments;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a person's field is compared. */
public enum FieldOperator {
    EQUALS("equals"),
    CONTAINS("contains"),
    STARTS_WITH("startsWith"),
    IN("in"),
    AT_LEAST("atLeast"),
    AT_MOST("atMost"),
    IS_EMPTY("isEmpty");

    static final Map<String, FieldOperator> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(FieldOperator::jsonName, Function.identity()));

    private final String jsonName;

    FieldOperator(String jsonName) {
        this.jsonName = jsonName;
    }

    String jsonName() {
        return jsonName;
    }
}
