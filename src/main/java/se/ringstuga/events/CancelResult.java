package se.ringstuga.events;

/** What came of saying no. */
public sealed interface CancelResult {

    /** Whether or not there was a place to give back: an invitation can be declined, and so can a question. */
    record Cancelled(long signUpId) implements CancelResult {}

    record AlreadyCancelled(long signUpId) implements CancelResult {}

    /** Came, and is noted as such. */
    record Attended(long signUpId) implements CancelResult {}

    /** There is no such event, or none that is ahead and takes place. */
    record EventGone() implements CancelResult {}
}
