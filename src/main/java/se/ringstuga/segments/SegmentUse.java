package se.ringstuga.segments;

/**
 * Something that asks a segment anew whenever it needs its people, or that was made of it.
 *
 * @param id of the event, the series, the rule or whatever it is
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
        RECURRING,
        /** A call list with the segment's filter of that time. */
        CALL_LIST,
        /** A broadcast with the segment's filter of that time. */
        BROADCAST
    }
}
