package se.ringstuga.calling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something in an assignment that an organizer should look at.
 *
 * @param id of the message, or of the call for the other kinds
 * @param forAdministrators an administrator must handle it; whoever is none sees neither whom nor what it is about
 * @param personFact what the message is about, beyond its text; null for an ordinary one
 * @param text the message; empty for the other kinds
 * @param takenBy who has said that they see to it, as {@code staff:7}; null while it is anyone's
 * @param note of a threat: what was noted in the same report, which no caller sees; null otherwise
 */
public record FollowUpItem(
        Kind kind,
        long id,
        boolean forAdministrators,
        @Nullable Long callId,
        @Nullable Long personId,
        @Nullable String personName,
        @Nullable Long callerId,
        @Nullable String callerName,
        @Nullable PersonFact personFact,
        String text,
        @Nullable String note,
        Instant at,
        @Nullable String takenBy,
        @Nullable Instant takenAt) {

    /** What is said of a threat to whoever is no administrator, so that somebody who waits for it is explained. */
    static FollowUpItem untold(long id, Instant at) {
        return new FollowUpItem(
                Kind.MESSAGE, id, true, null, null, null, null, null, PersonFact.THREAT, "", null, at, null, null);
    }

    /** Why it stands here. */
    public enum Kind {
        /** Dialled, and nobody has told how it went (rule 6). */
        UNREPORTED,
        /** A message or a fact that needs a decision; the person waits for it. */
        MESSAGE,
        /** Two volunteers reported calls with the same person at the same time (rule 17). */
        CONFLICT
    }
}
