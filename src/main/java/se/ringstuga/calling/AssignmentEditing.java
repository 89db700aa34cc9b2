package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;

/** Creates, changes, pauses and closes assignments; everything here happens in the caller's transaction. */
@ApplicationScoped
public class AssignmentEditing {

    private final Assignments assignments;
    private final AssignmentContents contents;
    private final QueueRefresh queue;
    private final EndedClaims ended;
    private final CallingConfig config;
    private final Clock clock;

    AssignmentEditing(
            Assignments assignments,
            AssignmentContents contents,
            QueueRefresh queue,
            EndedClaims ended,
            CallingConfig config,
            Clock clock) {
        this.assignments = assignments;
        this.contents = contents;
        this.queue = queue;
        this.ended = ended;
        this.config = config;
        this.clock = clock;
    }

    /** Stores it and fills its list with one statement. */
    public AssignmentView create(CallScope scope, NewCallAssignment wanted) {
        var latest = clock.instant().plus(config.assignmentLasts());
        var expires = wanted.expiresAt() == null ? latest : wanted.expiresAt();
        requireAhead(expires, clock.instant());
        var id = assignments.insert(scope, contents.of(scope, wanted), expires);
        queue.assignment(id);
        return get(scope, id);
    }

    /**
     * Changes what is named and compares the list with the new target.
     *
     * @param ifMatch the tag of the version that was read; null changes whatever is there
     */
    public AssignmentView change(
            CallScope scope, long assignmentId, AssignmentChanges changes, @Nullable String ifMatch) {
        var current = assignments.lock(scope, assignmentId).orElseThrow(NotFound::new);
        EntityVersion.require(ifMatch, current.version());
        if (changes.expiresAt() != null) {
            requireAhead(changes.expiresAt(), current.openedAt());
        }
        var expires = changes.expiresAt() == null ? current.expiresAt() : changes.expiresAt();
        assignments.update(scope, assignmentId, contents.of(scope, current, changes), expires);
        queue.assignment(assignmentId);
        return get(scope, assignmentId);
    }

    public AssignmentView get(CallScope scope, long assignmentId) {
        return assignments.find(scope, assignmentId).orElseThrow(NotFound::new);
    }

    /** New claims are refused and undialled ones return; whoever is on the line goes on (rule 35). */
    public AssignmentView pause(CallScope scope, long assignmentId) {
        get(scope, assignmentId);
        assignments.pause(scope, assignmentId);
        ended.undialledOf(assignmentId);
        return get(scope, assignmentId);
    }

    public AssignmentView resume(CallScope scope, long assignmentId) {
        get(scope, assignmentId);
        assignments.resume(scope, assignmentId);
        return get(scope, assignmentId);
    }

    /** For good: undialled claims end, dialled ones can still be reported. */
    public AssignmentView close(CallScope scope, long assignmentId) {
        get(scope, assignmentId);
        assignments.close(scope, assignmentId);
        ended.undialledOf(assignmentId);
        return get(scope, assignmentId);
    }

    private void requireAhead(Instant expires, Instant opened) {
        if (expires.isAfter(opened.plus(config.assignmentLasts())) || !expires.isAfter(clock.instant())) {
            throw new InvalidInput(
                    "expiresAt",
                    "must lie ahead, at most " + config.assignmentLasts().toDays() + " days");
        }
    }
}
