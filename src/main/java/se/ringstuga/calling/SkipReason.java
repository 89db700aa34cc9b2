package se.ringstuga.calling;

/** Why a caller passes a person on without calling (rule 18). */
public enum SkipReason {
    /** Never offered to this caller again. */
    KNOWS_PERSON,
    UNCOMFORTABLE,
    OTHER_LANGUAGE,
    LATER
}
