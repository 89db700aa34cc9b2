package se.ringstuga.segments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code {"type":"personField","field":"city","operator":"equals","value":"Solna"}}. */
final class PersonFieldSyntax {

    private PersonFieldSyntax() {}

    static Filter read(NodeReader node) {
        node.allowOnly("field", "operator", "value", "values");
        Optional<PersonField> field = node.choice("field", PersonField.BY_NAME);
        Optional<FieldOperator> operator = node.choice("operator", FieldOperator.BY_NAME);
        if (field.isEmpty() || operator.isEmpty()) {
            return new Filter.Any(List.of());
        }
        if (!field.get().allows(operator.get())) {
            node.wrong("operator", "does not fit this field; use one of " + operatorsOf(field.get()));
        }
        return new Filter.FieldMatch(field.get(), operator.get(), values(node, field.get(), operator.get()));
    }

    private static List<String> values(NodeReader node, PersonField field, FieldOperator operator) {
        if (operator == FieldOperator.IS_EMPTY) {
            refuse(node, "value", "isEmpty takes no value");
            refuse(node, "values", "isEmpty takes no values");
            return List.of();
        }
        boolean several = operator == FieldOperator.IN;
        refuse(node, several ? "value" : "values", several ? "in takes values" : "only in takes values; give value");
        List<String> values = several ? node.texts("values") : List.of(node.text("value"));
        if (field.kind() == PersonField.Kind.NUMBER && !values.stream().allMatch(v -> v.matches("-?[0-9]{1,6}"))) {
            node.wrong(several ? "values" : "value", "must be a whole number");
        }
        return values;
    }

    private static void refuse(NodeReader node, String key, String message) {
        if (node.has(key)) {
            node.wrong(key, "cannot stand here: " + message);
        }
    }

    private static String operatorsOf(PersonField field) {
        return Stream.of(FieldOperator.values())
                .filter(field::allows)
                .map(FieldOperator::jsonName)
                .collect(Collectors.joining(", "));
    }
}
