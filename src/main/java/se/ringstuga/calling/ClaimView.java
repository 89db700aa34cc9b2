package se.ringstuga.calling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.SurveyForm;

/**
 * One person handed to one caller.
 *
 * @param leaseUntil until when nobody else is handed the person
 * @param dialledAt when the number was shown; from then the lease lasts without renewal (rule 6)
 * @param secret accepts exactly this claim's report for 24 hours after lapse, closing or revocation (rule 17)
 * @param callBackAt the time the person asked for, if this is such a call
 * @param promised the person was sent the survey in an earlier call, and has not answered it
 * @param notes of earlier callers in the same assignment, newest first
 * @param alsoReported another volunteer has meanwhile reported a late call with the same person
 */
public record ClaimView(
        long id,
        long assignmentId,
        long callerId,
        PersonOnLine person,
        @Nullable SurveyForm survey,
        Instant claimedAt,
        Instant leaseUntil,
        @Nullable Instant dialledAt,
        String secret,
        int attempts,
        @Nullable Instant callBackAt,
        boolean promised,
        List<NoteView> notes,
        boolean alsoReported) {}
