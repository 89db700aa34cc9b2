package se.ringstuga.calling;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;

/**
 * For whom calls are handed out and reported.
 *
 * @param organizationId the organization whose assignments are meant
 * @param callerId in a caller's own session the only caller that exists (another's claim is 404); null for an API token,
 *     which may act for every caller of the organization's assignments
 */
public record CallScope(long organizationId, @Nullable Long callerId, Actor actor) {

    /** A token or a signed-in organizer. */
    public static CallScope of(long organizationId, Actor actor) {
        return new CallScope(organizationId, null, actor);
    }

    /** A volunteer on the pages. */
    public static CallScope caller(long organizationId, long callerId) {
        return new CallScope(organizationId, callerId, new Actor(Actor.Kind.CALLER, callerId));
    }

    /** The caller whose own session this is; never to be asked of a tool. */
    public long caller() {
        return Objects.requireNonNull(callerId, "only in a caller's own session");
    }

    /** The volunteer's pages hide the number until it is asked for, and have limits; tools get both at once (rule 7). */
    boolean page() {
        return callerId != null;
    }
}
