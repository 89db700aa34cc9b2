package se.ringstuga.calling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.AnswerInput;

/**
 * How one call went, in one request.
 *
 * @param answers to the assignment's survey; a half-filled one is accepted (rule 11)
 * @param tagIds tags to put on the person
 * @param note for later callers of the same assignment
 * @param organizerMessage blocks the person in the assignment until an organizer has handled it
 * @param callBackAt when the person asked to be called, within calling hours
 * @param callBackBySameCaller keep the call-back for this caller until 30 minutes after its time
 * @param wrongNumbers which of the numbers shown reach somebody else; with {@code WRONG_NUMBER} and none named, the first
 * @param interrupted the person was reached but the call broke off
 */
public record CallReport(
        @Nullable Outcome outcome,
        @Nullable List<AnswerInput> answers,
        @Nullable List<Long> tagIds,
        @Nullable String note,
        @Nullable String organizerMessage,
        @Nullable Instant callBackAt,
        @Nullable Boolean callBackBySameCaller,
        @Nullable List<WrongNumber> wrongNumbers,
        @Nullable PersonFact personFact,
        @Nullable Boolean interrupted) {}
