package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.segments.FilterReader;

/** What an assignment would be, and what a change of one would do, before anybody decides (rule 38). */
@ApplicationScoped
class AssignmentOutlooks {

    /** The id of an assignment that nobody has created. */
    private static final long NOT_YET = 0;

    private final AssignmentEditing editing;
    private final AssignmentContents contents;
    private final QueueOutlooks outlooks;
    private final FilterReader filters;
    private final Access access;

    AssignmentOutlooks(
            AssignmentEditing editing,
            AssignmentContents contents,
            QueueOutlooks outlooks,
            FilterReader filters,
            Access access) {
        this.editing = editing;
        this.contents = contents;
        this.outlooks = outlooks;
        this.filters = filters;
        this.access = access;
    }

    /** Why it could not be created; empty when it could. */
    Optional<InvalidInput> refusal(NewCallAssignment wanted) {
        try {
            contents.of(scope(), wanted);
            return Optional.empty();
        } catch (InvalidInput refusal) {
            return Optional.of(refusal);
        }
    }

    /** Whom it would call, were it created now. */
    QueueOutlook of(NewCallAssignment wanted) {
        return outlooks.of(definition(NOT_YET, contents.of(scope(), wanted)));
    }

    /** The first whom it would call, in the order of the queue. */
    List<QueueOutlook.Next> first(NewCallAssignment wanted) {
        return outlooks.first(definition(NOT_YET, contents.of(scope(), wanted)));
    }

    /**
     * Of a change that is not made.
     *
     * @throws se.ringstuga.http.InvalidInput as the change itself would
     */
    ChangeEffect effect(long assignmentId, AssignmentChanges changes) {
        var current = editing.get(scope(), assignmentId);
        return outlooks.effect(definition(assignmentId, contents.of(scope(), current, changes)));
    }

    private Definition definition(long assignmentId, Assignments.Content content) {
        return new Definition(
                assignmentId,
                access.organizationId(),
                access.rootId(),
                filters.stored(content.target()),
                content.goal() == null ? null : filters.stored(content.goal()),
                content.surveyId(),
                content.cooldownHours(),
                content.maxAttempts(),
                List.of(),
                List.of());
    }

    private CallScope scope() {
        return CallScope.of(access.organizationId(), access.actor());
    }
}
