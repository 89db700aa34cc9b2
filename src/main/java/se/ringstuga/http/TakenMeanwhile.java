package se.ringstuga.http;

import java.sql.SQLException;

/** 409: two requests made the same thing at the same moment and this one was second; sent again it is told properly. */
final class TakenMeanwhile extends Conflict {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";

    TakenMeanwhile() {
        super(
                "changed-meanwhile",
                "Somebody else was first",
                "Another request changed the same thing at the same moment. Read it again, then repeat yours.");
    }

    static boolean isRace(Throwable cause) {
        return cause instanceof SQLException sql
                && (UNIQUE_VIOLATION.equals(sql.getSQLState())
                        || SERIALIZATION_FAILURE.equals(sql.getSQLState())
                        || DEADLOCK.equals(sql.getSQLState()));
    }
}
