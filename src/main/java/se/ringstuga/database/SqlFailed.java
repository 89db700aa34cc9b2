package se.ringstuga.database;

import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;

/** A statement that PostgreSQL refused; what it says stays in the log. */
@NullMarked
public class SqlFailed extends RuntimeException {

    private static final String UNIQUE_VIOLATION = "23505";

    private final String state;

    SqlFailed(SQLException cause) {
        super(cause);
        state = String.valueOf(cause.getSQLState());
    }

    public boolean uniqueViolation() {
        return state.equals(UNIQUE_VIOLATION);
    }
}
