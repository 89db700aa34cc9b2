package se.ringstuga.http;

import java.util.UUID;
import org.jboss.logging.Logger;

/** 500: our fault. The answer carries an id that stands beside the failure in the log, and nothing of the failure itself. */
final class Unexpected extends Problem {

    private static final Logger LOG = Logger.getLogger(Unexpected.class);

    Unexpected(Throwable failure) {
        this(UUID.randomUUID().toString(), failure);
    }

    private Unexpected(String id, Throwable failure) {
        super(
                500,
                "unexpected",
                "Something went wrong on our side",
                "Try again; if it stays, tell us the id " + id + ".");
        with("id", id);
        LOG.errorf(failure, "Unexpected failure %s", id);
    }
}
