package se.ringstuga.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** A statement that PostgreSQL refused; what it says stays in the log. */
@NullMarked
public class SqlFailed extends RuntimeException {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final Set<String> OF_WHAT_WAS_ASKED = Set.of("22", "23", "42");

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

    public boolean uniqueViolation() {
        return state.equals(UNIQUE_VIOLATION);
    }
}
