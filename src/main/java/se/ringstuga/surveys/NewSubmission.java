package se.ringstuga.surveys;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;

/**
 * Answers about one person, on their way in.
 *
 * @param viewerOrganizationId in whose name they are recorded: the survey must be its own or of one above it
 * @param personOrganizationId the organization that owns the person
 * @param version the version that was shown; 0 lets the answered questions tell, so that a form opened before an edit
 *     can still be sent
 * @param callId the call that they came from; 0 for none
 * @param replaces the submission that they correct; 0 for none
 * @param answers as sent; violations name them as {@code answers[i].…}
 */
public record NewSubmission(
        long viewerOrganizationId,
        long personOrganizationId,
        long personId,
        long surveyId,
        int version,
        Source source,
        Actor actor,
        long callId,
        long replaces,
        List<@Nullable AnswerInput> answers) {

    /** Through whom the answers came; it decides what may be left out and what may be seen. */
    public enum Source {
        CALL(Audience.CALLER),
        STAFF(Audience.STAFF),
        MEMBER(Audience.MEMBER),
        API(Audience.STAFF);

        final Audience audience;

        Source(Audience audience) {
            this.audience = audience;
        }
    }

    /** What a caller noted during a call; what an earlier report of the same call said is withdrawn before. */
    public static NewSubmission ofCall(
            long viewerOrganizationId,
            PersonKey person,
            long surveyId,
            CallKey call,
            List<@Nullable AnswerInput> answers) {
        return new NewSubmission(
                viewerOrganizationId,
                person.organizationId(),
                person.personId(),
                surveyId,
                0,
                Source.CALL,
                call.actor(),
                call.callId(),
                0,
                answers);
    }

    /** A person and the organization that owns them. */
    public record PersonKey(long organizationId, long personId) {}

    /** A call and who reports it. */
    public record CallKey(long callId, Actor actor) {}
}
