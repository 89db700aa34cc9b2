package se.ringstuga.calling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.AnswerInput;
import se.ringstuga.surveys.PlainText;

/**
 * How one call went, in one request.
 *
 * @param outcome required
 * @param answers to the assignment's survey; a half-filled one is accepted (rule 11)
 * @param tagIds tags to put on the person
 * @param note for later callers of the same assignment
 * @param organizerMessage blocks the person in the assignment until an organizer has handled it
 * @param callBackAt when the person asked to be called, within calling hours
 * @param callBackBySameCaller keep the call-back for this caller until 30 minutes after its time
 * @param wrongNumbers which of the numbers shown reach somebody else; with {@code WRONG_NUMBER} and none named, the first
 * @param interrupted the person was reached but the call broke off
 * @param sendSurvey by what the person, who asked for it, is sent a link to answer the survey alone; with REACHED, CALL_BACK
 *     or NOT_AVAILABLE (rule 14)
 * @param signUps events that the person wants to come to; with the same outcomes
 */
public record CallReport(
        @Nullable Outcome outcome,
        @Nullable List<@Nullable AnswerInput> answers,
        @Nullable List<Long> tagIds,
        @Nullable String note,
        @Nullable String organizerMessage,
        @Nullable Instant callBackAt,
        @Nullable Boolean callBackBySameCaller,
        @Nullable List<WrongNumber> wrongNumbers,
        @Nullable PersonFact personFact,
        @Nullable Boolean interrupted,
        @Nullable SurveyChannel sendSurvey,
        @Nullable List<Long> signUps) {

    private static final Set<Outcome> ASKED_FOR_SOMETHING =
            EnumSet.of(Outcome.REACHED, Outcome.CALL_BACK, Outcome.NOT_AVAILABLE);

    /** A report of nothing but its outcome. */
    public static CallReport of(Outcome outcome) {
        return new CallReport(outcome, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same report whatever the order and the blanks in which it was written down. */
    CallReport normalized() {
        return new CallReport(
                outcome,
                answers == null ? List.of() : cleaned(answers),
                tagIds == null ? List.of() : tagIds.stream().distinct().sorted().toList(),
                stripped(note),
                stripped(organizerMessage),
                callBackAt,
                callBackAt != null && Boolean.TRUE.equals(callBackBySameCaller),
                wrongNumbers(),
                personFact,
                Boolean.TRUE.equals(interrupted),
                sendSurvey,
                events().stream().distinct().sorted().toList());
    }

    @Override
    public @Nullable List<WrongNumber> wrongNumbers() {
        if (wrongNumbers == null || wrongNumbers.isEmpty()) {
            return outcome == Outcome.WRONG_NUMBER ? List.of(WrongNumber.PRIMARY) : List.of();
        }
        return wrongNumbers.stream().distinct().sorted().toList();
    }

    List<WrongNumber> wrong() {
        return Objects.requireNonNullElse(wrongNumbers(), List.of());
    }

    List<Long> tags() {
        return Objects.requireNonNullElse(tagIds, List.of());
    }

    List<Long> events() {
        return Objects.requireNonNullElse(signUps, List.of());
    }

    Outcome requiredOutcome() {
        return Objects.requireNonNull(outcome, "outcome");
    }

    /** Then whatever else is written in the report is for administrators as well (rule 10). */
    boolean tellsOfThreat() {
        return personFact == PersonFact.THREAT;
    }

    /** The same with what was ticked about survey and events before it was clear how the call ended. */
    CallReport withTicked(@Nullable SurveyChannel survey, List<Long> events) {
        return new CallReport(
                outcome,
                answers,
                tagIds,
                note,
                organizerMessage,
                callBackAt,
                callBackBySameCaller,
                wrongNumbers,
                personFact,
                interrupted,
                saidSomething() ? survey : null,
                saidSomething() ? events : null);
    }

    /** Somebody was on the line who may have asked for something, and goes on being contacted. */
    boolean saidSomething() {
        return outcome != null
                && ASKED_FOR_SOMETHING.contains(outcome)
                && (personFact == null || !personFact.stopsEverything());
    }

    boolean wasInterrupted() {
        return Boolean.TRUE.equals(interrupted);
    }

    private static @Nullable String stripped(@Nullable String text) {
        var clean = PlainText.clean(text);
        return clean.isEmpty() ? null : clean;
    }

    private static List<@Nullable AnswerInput> cleaned(List<@Nullable AnswerInput> answers) {
        var cleaned = new ArrayList<@Nullable AnswerInput>(answers);
        cleaned.replaceAll(answer -> answer == null || answer.text() == null
                ? answer
                : new AnswerInput(
                        answer.questionId(),
                        answer.optionIds(),
                        PlainText.clean(answer.text()),
                        answer.value(),
                        answer.date()));
        return Collections.unmodifiableList(cleaned);
    }
}
