package se.ringstuga.segments;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.segments.FilterChoices.Choice;

/** What the conditions of one tree are chosen from, each list read only if a condition asks for it. */
record OfferedChoices(
        List<Choice> tags,
        List<Choice> organizations,
        List<Choice> surveys,
        List<Choice> assignments,
        List<Choice> broadcasts,
        List<Choice> events,
        List<Choice> kinds,
        List<Choice> toChoose,
        List<Choice> toWrite,
        List<Choice> toRate,
        List<FilterChoices.Option> options) {

    static OfferedChoices of(DraftNode root, FilterChoices choices, long organizationId) {
        var reading = new ToOffer(root);
        var questions = reading.picked("questionId");
        return new OfferedChoices(
                reading.when(ConditionKind.TAG, () -> choices.tags(organizationId)),
                reading.when(ConditionKind.ORGANIZATION, () -> choices.organizations(organizationId)),
                reading.uses(ConditionKind.ANSWERED) || reading.uses(ConditionKind.WRITTEN)
                        ? choices.surveys(organizationId, reading.picked("surveyId"))
                        : List.of(),
                reading.when(
                        ConditionKind.CALLS, () -> choices.assignments(organizationId, reading.picked("assignmentId"))),
                reading.when(
                        ConditionKind.BROADCAST,
                        () -> choices.broadcasts(organizationId, reading.picked("broadcastId"))),
                reading.when(ConditionKind.EVENTS, () -> choices.events(organizationId, reading.picked("eventId"))),
                reading.when(ConditionKind.EVENTS, () -> choices.eventKinds(organizationId)),
                reading.when(
                        ConditionKind.OPTION,
                        () -> choices.questions(
                                organizationId, questions, List.of("SINGLE_CHOICE", "MULTIPLE_CHOICE"))),
                reading.when(
                        ConditionKind.WRITTEN, () -> choices.questions(organizationId, questions, List.of("TEXT"))),
                reading.when(
                        ConditionKind.VALUE,
                        () -> choices.questions(organizationId, questions, List.of("SCALE", "YES_NO"))),
                reading.when(ConditionKind.OPTION, () -> choices.options(organizationId, questions)));
    }

    /** Those to which the kind of condition fits; where a whole survey will do, the surveys too. */
    Stream<Choice> questions(@Nullable ConditionKind kind) {
        return switch (kind) {
            case WRITTEN -> Stream.concat(surveys.stream(), toWrite.stream());
            case VALUE -> toRate.stream();
            case null, default -> toChoose.stream();
        };
    }

    /** Of the question; what is chosen of another question stays as long as it is ticked. */
    Stream<Choice> options(String question, List<String> chosen) {
        var own = options.stream().filter(option -> question.equals("questionId:" + option.question()));
        var others = options.stream()
                .filter(option -> !question.equals("questionId:" + option.question())
                        && chosen.contains(String.valueOf(option.id())));
        return Stream.concat(own, others).map(option -> new Choice(String.valueOf(option.id()), option.words(), ""));
    }
}
