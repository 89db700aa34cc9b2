package se.ringstuga.segments;

/**
 * A member of a condition as a form holds it.
 *
 * @param name in the form, and in JSON unless it says otherwise
 */
record Member(String name, Shape shape) {

    enum Shape {
        /** A whole number. */
        NUMBER,
        DATE,
        TEXT,
        /** One of a few words of ours. */
        WORD,
        /** One of a few words of ours, or none of them. */
        WORD_OR_NONE,
        /** Several ids, each a box to tick. */
        IDS,
        /** Several texts in one field, commas between. */
        TEXTS,
        FLAG,
        /** One of several things of several kinds; in the form its JSON name stands before the value, {@code eventId:3}. */
        PICK,
        /** The same, or none. */
        PICK_OR_NONE
    }

    static Member number(String name) {
        return new Member(name, Shape.NUMBER);
    }

    static Member date(String name) {
        return new Member(name, Shape.DATE);
    }

    static Member text(String name) {
        return new Member(name, Shape.TEXT);
    }

    static Member word(String name) {
        return new Member(name, Shape.WORD);
    }

    static Member pick(String name) {
        return new Member(name, Shape.PICK);
    }

    static Member pickOrNone(String name) {
        return new Member(name, Shape.PICK_OR_NONE);
    }
}
