package se.ringstuga.database;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** A statement that PostgreSQL refused; what it says stays in the log. */
@NullMarked
public class SqlFailed extends RuntimeException {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final Set<String> OF_WHAT_WAS_ASKED = Set.of("22", "23", "42");

    /** Connections, lost races, resources, locks, and whoever stops the server or a statement. */
    private static final Set<String> OF_THE_MOMENT = Set.of("08", "40", "53", "55", "57");

    /** What the pool says when all connections were in use for too long; it has no state for that. */
    private static final String NO_CONNECTION = "acquisition timeout";

    private static final int LENGTH = 5;
    private static final int DEEPEST = 20;

    private final String state;

    SqlFailed(SQLException cause) {
        super(cause);
        state = String.valueOf(cause.getSQLState());
    }

    /** PostgreSQL's five characters for it, which say nothing about the data. */
    public String state() {
        return state;
    }

    /** A deadlock or a serialization failure: the transaction is gone, and a new one will do. */
    public boolean mayBeTriedAgain() {
        return LOST_RACES.contains(state);
    }

    /** Somebody else held a row for longer than this transaction was ready to wait. */
    public boolean waitedTooLong() {
        return state.equals(LOCK_NOT_AVAILABLE);
    }

    /** The statement or its data is to blame, not the moment: the same again would fail again. */
    public boolean wouldFailAgain() {
        return OF_WHAT_WAS_ASKED.contains(state.substring(0, 2));
    }

    /**
     * The moment alone is to blame, whatever the exception is wrapped in: a lost race, a lock that somebody held, a connection that
     * broke or was not to be had, a server that stops or is short of something. Later it may go well.
     */
    public static boolean passes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause instanceof SQLException refused && passes(refused));
    }

    private static boolean passes(SQLException refused) {
        var state = refused.getSQLState();
        return state == null
                ? String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT).contains(NO_CONNECTION)
                : state.length() == LENGTH && OF_THE_MOMENT.contains(state.substring(0, 2));
    }

    public boolean uniqueViolation() {
        return state.equals(UNIQUE_VIOLATION);
    }
}
