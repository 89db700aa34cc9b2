package se.ringstuga.calling;

import java.util.Locale;

/** What an organizer may show callers of the person claimed, beside the name and the number. */
public enum ShownField {
    CITY,
    JOINED,
    POSTAL_CODE,
    BIRTH_YEAR,
    LANGUAGE,
    EMAIL,
    EXTERNAL_ID;

    /** Not to be read out, nor seen over a shoulder, before the person has answered (rule 9). */
    boolean tellsMembership() {
        return this == JOINED || this == EXTERNAL_ID;
    }

    String column() {
        return this == JOINED ? "joined_on" : name().toLowerCase(Locale.ROOT);
    }
}
