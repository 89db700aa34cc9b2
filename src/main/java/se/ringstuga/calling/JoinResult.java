package se.ringstuga.calling;

/** What came of a join link (rule 19). */
public sealed interface JoinResult {

    /**
     * This browser is in.
     *
     * @param session the secret for its cookie; expires with the assignment
     */
    record Joined(long callerId, String session) implements JoinResult {}

    /**
     * Another browser has joined with this link before: the organizer must say yes.
     *
     * @param secret keep it in this browser and ask again with {@link Callers#enter}
     */
    record Waiting(String secret) implements JoinResult {}

    /** The organizer said no, somebody else came in first, or the wait is over. */
    record Refused() implements JoinResult {}

    /** No such link, or no longer: which of them is not told. */
    record Unknown() implements JoinResult {}
}
