package se.ringstuga.calling;

import java.time.Instant;

/** An assignment in a list. */
public record AssignmentSummary(
        long id, String title, AssignmentView.State state, Instant openedAt, Instant expiresAt) {}
