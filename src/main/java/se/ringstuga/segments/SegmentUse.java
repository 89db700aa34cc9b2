package se.ringstuga.segments;

/**
 * Something that asks a segment anew whenever it needs its people.
 *
 * @param id of the event, the series, the rule or the recurring broadcast
 * @param organization the slug of the one that it belongs to
 */
record SegmentUse(Kind kind, long id, String title, String organization) {

    enum Kind {
        /** An event that is still to come: who is invited. */
        EVENT,
        /** A series that goes on: who is invited to its events. */
        SERIES,
        /** A rule for what is sent around events. */
        REMINDER,
        /** What goes out every month. */
        RECURRING
    }
}
