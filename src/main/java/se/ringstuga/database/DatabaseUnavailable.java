package se.ringstuga.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be had. The message is a whole sentence for the person who started the application. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String message) {
        this(message, null);
    }

    DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
