package se.ringstuga.contact;

/** By what a person is contacted. Decisions and suppressions are kept for each by itself. */
public enum Channel {
    CALL,
    SMS,
    EMAIL
}
