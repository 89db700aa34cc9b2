package se.ringstuga.events;

/** For whom an event is. */
public enum Visibility {
    /** Members at the time, of those whom the organization sees. */
    MEMBERS,
    PUBLIC,
    /** The people of a segment as it is when they ask, and whoever was invited by name. */
    INVITED
}
