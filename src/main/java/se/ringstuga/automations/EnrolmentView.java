package se.ringstuga.automations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person in an automation.
 *
 * @param version of the automation that they go by
 * @param step the key of the step at which they stand
 * @param waitingFor what they wait for there
 * @param enteredAt when that happened which brought them in
 * @param dueAt when the step is looked at next
 * @param deadline when it is not waited for any longer
 * @param reason why they left, or what failed
 * @param log what each step came to; in a list it is left out
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EnrolmentView(
        long id,
        long personId,
        String givenName,
        String familyName,
        int version,
        Turnout.State state,
        @Nullable String step,
        Turnout.@Nullable For waitingFor,
        Instant enteredAt,
        String enteredBy,
        @Nullable Instant dueAt,
        @Nullable Instant deadline,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable List<Happened> log) {

    /**
     * What came of a step.
     *
     * @param reason why it was skipped
     * @param subject what it was about, as {@code event:7}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Happened(
            String step,
            String kind,
            Turnout.Outcome outcome,
            @Nullable String reason,
            @Nullable String subject,
            Instant at) {}

    EnrolmentView with(List<Happened> happened) {
        return new EnrolmentView(
                id,
                personId,
                givenName,
                familyName,
                version,
                state,
                step,
                waitingFor,
                enteredAt,
                enteredBy,
                dueAt,
                deadline,
                endedAt,
                reason,
                happened);
    }
}
