package se.ringstuga.phonebanks;

import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * One who asked to come in.
 *
 * @param callerId who they are since the yes
 * @param gone whether their browser has not looked for too long
 * @param closed whether the evening is over
 */
record Waiting(
        long id, String name, int number, @Nullable Long callerId, boolean decided, boolean gone, boolean closed) {

    static Waiting of(Row row) {
        return new Waiting(
                row.number("id"),
                row.text("name"),
                row.count("number"),
                row.numberOrNull("caller_id"),
                row.is("decided"),
                row.is("gone"),
                row.is("closed"));
    }
}
