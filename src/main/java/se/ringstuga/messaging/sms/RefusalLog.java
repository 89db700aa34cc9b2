package se.ringstuga.messaging.sms;

import java.time.Instant;

/**
 * What a provider has written down of the messages that it refused: its list has none of them, and its answer may have been
 * lost. To be read outside of any transaction. That a refusal is not in it proves nothing.
 */
public interface RefusalLog {

    /** The first page of what was refused in a time, newest first. */
    Listing<LoggedRefusal> first(Instant from, Instant until);

    /** A page further on. */
    Listing<LoggedRefusal> next(Listing.Next next);

    /** Looks into one entry, which takes a request. */
    Request request(LoggedRefusal refusal);

    /** The request that was refused. */
    sealed interface Request {

        /** One of this installation's. */
        record Ours(long messageId, int attempt) implements Request {}

        /** Another's, or one that cannot be told. */
        record NotOurs() implements Request {}

        /** The entry could not be read this time. */
        record Unavailable(String why) implements Request {}
    }
}
