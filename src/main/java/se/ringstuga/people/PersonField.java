package se.ringstuga.people;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a person that a register brings and that may be corrected here. */
enum PersonField {
    GIVEN_NAME("givenName", RegisterColumn.GIVEN_NAME),
    FAMILY_NAME("familyName", RegisterColumn.FAMILY_NAME),
    EMAIL("email", RegisterColumn.EMAIL),
    PHONE("phone", RegisterColumn.MOBILE),
    ALT_PHONE("altPhone", RegisterColumn.LANDLINE),
    STREET("street", RegisterColumn.STREET),
    POSTAL_CODE("postalCode", RegisterColumn.POSTAL_CODE),
    CITY("city", RegisterColumn.CITY),
    BIRTH_YEAR("birthYear", RegisterColumn.BIRTH_YEAR),
    EXTERNAL_ID("externalId", RegisterColumn.EXTERNAL_ID),
    JOINED_ON("joinedOn", RegisterColumn.JOINED_ON),
    /** No column of its own: whoever stands in the register has not left. */
    LEFT_ON("leftOn", null),
    PAID_UNTIL("paidUntil", RegisterColumn.PAID_UNTIL);

    private final String field;
    private final @Nullable RegisterColumn column;

    PersonField(String field, @Nullable RegisterColumn column) {
        this.field = field;
        this.column = column;
    }

    /** The name of the field in a person's JSON, and in stored corrections. */
    String field() {
        return field;
    }

    /** The register's column that the value most likely came from. */
    @Nullable
    RegisterColumn column() {
        return column;
    }

    /** A date of the membership, which is kept apart from the person. */
    boolean isOfMembership() {
        return this == JOINED_ON || this == LEFT_ON || this == PAID_UNTIL;
    }

    static Optional<PersonField> of(String field) {
        return Arrays.stream(values())
                .filter(value -> value.field.equals(field))
                .findFirst();
    }
}
