package se.ringstuga.segments;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A field of the person that can be filtered on, where it stands and how it may be compared. */
public enum PersonField {
    GIVEN_NAME("givenName", "p.given_name", Kind.TEXT),
    FAMILY_NAME("familyName", "p.family_name", Kind.TEXT),
    EMAIL("email", "p.email", Kind.TEXT),
    STREET("street", "p.street", Kind.TEXT),
    CITY("city", "p.city", Kind.TEXT),
    LANGUAGE("language", "p.language", Kind.TEXT),
    EXTERNAL_ID("externalId", "p.external_id", Kind.TEXT),
    POSTAL_CODE("postalCode", "p.postal_code", Kind.CODE),
    BIRTH_YEAR("birthYear", "p.birth_year", Kind.NUMBER);

    enum Kind {
        /** Compared without regard to case and accents. */
        TEXT,
        /** As text, and without regard to blanks: 169 51 is 16951. */
        CODE,
        NUMBER
    }

    static final Map<String, PersonField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(PersonField::jsonName, Function.identity()));

    private final String jsonName;
    private final String column;
    private final Kind kind;

    PersonField(String jsonName, String column, Kind kind) {
        this.jsonName = jsonName;
        this.column = column;
        this.kind = kind;
    }

    String jsonName() {
        return jsonName;
    }

    String column() {
        return column;
    }

    Kind kind() {
        return kind;
    }

    boolean allows(FieldOperator operator) {
        return switch (operator) {
            case EQUALS, IN, IS_EMPTY -> true;
            case CONTAINS, STARTS_WITH -> kind != Kind.NUMBER;
            case AT_LEAST, AT_MOST -> kind == Kind.NUMBER;
        };
    }
}
