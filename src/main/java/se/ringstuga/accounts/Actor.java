package se.ringstuga.accounts;

import java.util.Locale;

/**
 * Who did something, as it is stored beside what was done: {@code staff:7}, {@code token:3}, {@code caller:12},
 * {@code person:4}, {@code leader:2}, {@code system:0}.
 */
public record Actor(Kind kind, long id) {

    /** The product itself: jobs, the bootstrap. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, 0);

    public enum Kind {
        STAFF,
        TOKEN,
        CALLER,
        PERSON,
        /** Leads an evening of calls without access to the register. */
        LEADER,
        SYSTEM
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
