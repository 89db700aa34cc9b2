package se.ringstuga.calling;

import java.time.Instant;

/**
 * An assignment in a list.
 *
 * @param people everybody in it
 * @param done those of them who need no further call
 * @param waitingForOrganizer those of them who wait for an organizer to handle a message
 */
public record AssignmentSummary(
        long id,
        String title,
        AssignmentView.State state,
        Instant openedAt,
        Instant expiresAt,
        long people,
        long done,
        long waitingForOrganizer) {}
