package se.ringstuga.people;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in PostgreSQL's COPY format: the quickest way in for a hundred thousand of them. */
final class CopyRows {

    private final StringBuilder text;
    private boolean atStart = true;

    CopyRows(int expectedRows) {
        text = new StringBuilder(Math.max(expectedRows, 16) * 64);
    }

    /** Adds a value of the current row; null is SQL's null. */
    CopyRows value(@Nullable Object value) {
        if (!atStart) {
            text.append('\t');
        }
        atStart = false;
        switch (value) {
            case null -> text.append("\\N");
            case String string -> escaped(string);
            default -> text.append(value);
        }
        return this;
    }

    void endRow() {
        text.append('\n');
        atStart = true;
    }

    /** Sends the rows; {@code target} is a table with its columns, written in our own code. */
    long into(Connection connection, String target) throws SQLException {
        if (text.isEmpty()) {
            return 0;
        }
        try (Reader reader = new StringReader(text.toString())) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", reader, 1 << 16);
        } catch (IOException cause) {
            throw new SQLException("reading from memory cannot fail", cause);
        }
    }

    private void escaped(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
