package se.ringstuga.calling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that was made, in the log of its assignment.
 *
 * @param calledAt when the person was handed to the caller
 * @param outcome null for one that was dialled and never told about
 * @param surveyComplete whether every required question was answered; null without answers
 * @param late it was told about after the lease, the closing or the removal of the caller
 * @param conflict another volunteer called the person at the same time
 * @param corrected something else was reported before
 * @param twoNumbers the caller saw two numbers
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LoggedCall(
        long id,
        long personId,
        String personName,
        long callerId,
        String callerName,
        Instant calledAt,
        @Nullable Outcome outcome,
        boolean interrupted,
        @Nullable Boolean surveyComplete,
        boolean late,
        boolean conflict,
        boolean corrected,
        boolean twoNumbers) {}
