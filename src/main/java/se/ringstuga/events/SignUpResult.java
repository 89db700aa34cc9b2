package se.ringstuga.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of wanting to sign up. */
public sealed interface SignUpResult {

    /** Has a place. */
    record SignedUp(long signUpId) implements SignUpResult {}

    /**
     * Waits for a place; also when they did before.
     *
     * @param place in the line, 1 for whoever is next
     */
    record Waiting(long signUpId, int place) implements SignUpResult {}

    /** There was nothing to do but to note new wishes. */
    record AlreadySignedUp(long signUpId, SignUpState state) implements SignUpResult {}

    /** And nobody may wait for a place. */
    record Full() implements SignUpResult {}

    /**
     * Not yet, or not any more.
     *
     * @param opensAt null when it is too late
     */
    record Closed(@Nullable Instant opensAt) implements SignUpResult {}

    /** The event is not for this person. */
    record NotInvited() implements SignUpResult {}

    /** There is no such event, or none that is ahead and takes place. */
    record EventGone() implements SignUpResult {}
}
