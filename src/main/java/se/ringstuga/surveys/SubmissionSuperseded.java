package se.ringstuga.surveys;

import se.ringstuga.http.Conflict;

/** Somebody corrected the same answers first; the newer ones must be read before they are corrected again. */
final class SubmissionSuperseded extends Conflict {

    SubmissionSuperseded(long submissionId) {
        super(
                "submission-superseded",
                "These answers have already been corrected",
                "Read the person's submissions again and correct the current one.");
        with("submissionId", submissionId);
    }
}
