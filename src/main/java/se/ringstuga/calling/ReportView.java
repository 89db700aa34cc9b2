package se.ringstuga.calling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that the server has; the same each time the same report is sent.
 *
 * @param late it came after the lease, the closing or the revocation (rule 17)
 * @param surveyComplete whether every required question was answered; null without answers
 * @param undoUntil the caller may take it back until then
 * @param conflict another volunteer also called the person
 */
public record ReportView(
        long id,
        Outcome outcome,
        Instant reportedAt,
        boolean interrupted,
        boolean late,
        boolean conflict,
        @Nullable Boolean surveyComplete,
        @Nullable Instant callBackAt,
        Instant undoUntil) {}
