package se.ringstuga.segments;

/** What a filter says of the person's own row. */
final class FieldSentences {

    private FieldSentences() {}

    static String of(Filter.FieldMatch match, boolean no, FilterMessages say) {
        var field = name(match.field(), say);
        var value = String.join(" " + say.or() + " ", match.values());
        return switch (match.operator()) {
            case EQUALS, IN -> say.fieldIs(no, field, value);
            case CONTAINS -> say.fieldContains(no, field, value);
            case STARTS_WITH -> say.fieldStarts(no, field, value);
            case AT_LEAST -> say.fieldAtLeast(no, field, value);
            case AT_MOST -> say.fieldAtMost(no, field, value);
            case IS_EMPTY -> say.fieldEmpty(no, field);
        };
    }

    static String name(PersonField field, FilterMessages say) {
        return switch (field) {
            case GIVEN_NAME -> say.givenName();
            case FAMILY_NAME -> say.familyName();
            case EMAIL -> say.emailField();
            case STREET -> say.street();
            case CITY -> say.city();
            case LANGUAGE -> say.language();
            case EXTERNAL_ID -> say.externalId();
            case POSTAL_CODE -> say.postalCode();
            case BIRTH_YEAR -> say.birthYear();
        };
    }
}
