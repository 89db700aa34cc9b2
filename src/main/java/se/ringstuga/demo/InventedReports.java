package se.ringstuga.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.calling.CallReport;
import se.ringstuga.calling.Outcome;
import se.ringstuga.surveys.AnswerInput;
import se.ringstuga.surveys.SurveyForm;

/** How the invented calls went: many reached, many not at home, the odd one sour, always the same. */
final class InventedReports {

    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.REACHED,
            Outcome.NO_ANSWER,
            Outcome.REACHED,
            Outcome.LEFT_MESSAGE,
            Outcome.REACHED,
            Outcome.NO_ANSWER,
            Outcome.NOT_AVAILABLE,
            Outcome.REACHED,
            Outcome.NO_ANSWER,
            Outcome.REACHED,
            Outcome.CALL_BACK,
            Outcome.REACHED,
            Outcome.BUSY);

    private static final int WRONG_NUMBER = 16;
    private static final int DECLINED = 21;
    private static final int DO_NOT_CALL = 29;
    private static final int BROKEN_OFF = 9;
    private static final int TO_THE_ORGANIZER = 6;

    private static final List<String> NOTES = List.of(
            "Glad över att vi ringde. Vill gärna ha sms om nästa möte.",
            "Jobbar kvällar, lättast att nå på lunchen.",
            "Undrade hur man får tag på en affisch att sätta upp i trapphuset.",
            "Flyttade hit i höstas och känner ingen ännu. Bjud in till fikat!",
            "Hade bråttom, vi hann bara med de första frågorna.");

    private static final List<String> MATTERS = List.of(
            "Bussarna går för sällan på kvällarna.",
            "Att skolan får fler vuxna.",
            "Hyrorna. Halva huset har fått flytta.",
            "Vårdcentralen, det går inte att komma fram på telefon.",
            "Att parken inte byggs bort.",
            "Fritidsgården måste få vara kvar.");

    private final SurveyForm survey;
    private final Instant callBackAt;
    private final LocalDate today;
    private final Random random = new Random(1921);

    InventedReports(SurveyForm survey, Instant callBackAt, LocalDate today) {
        this.survey = survey;
        this.callBackAt = callBackAt;
        this.today = today;
    }

    CallReport of(int call) {
        var outcome = outcome(call);
        var reached = outcome == Outcome.REACHED;
        return new CallReport(
                outcome,
                reached ? answers(call) : null,
                null,
                reached && call % 4 != 1 ? NOTES.get(call % NOTES.size()) : null,
                call == TO_THE_ORGANIZER ? "En granne svarade. Har vi något annat nummer?" : null,
                outcome == Outcome.CALL_BACK ? callBackAt : null,
                null,
                null,
                null,
                call == BROKEN_OFF,
                null,
                null);
    }

    private static Outcome outcome(int call) {
        return switch (call) {
            case WRONG_NUMBER -> Outcome.WRONG_NUMBER;
            case DECLINED -> Outcome.DECLINED;
            case DO_NOT_CALL -> Outcome.DO_NOT_CALL;
            default -> OUTCOMES.get(call % OUTCOMES.size());
        };
    }

    private List<AnswerInput> answers(int call) {
        return survey.questions().stream()
                .limit(call == BROKEN_OFF ? 2 : Integer.MAX_VALUE)
                .map(question -> answer(question, call))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<AnswerInput> answer(SurveyForm.Question question, int call) {
        var skipped = !question.required() && random.nextInt(4) == 0;
        return Optional.ofNullable(skipped ? null : given(question, call));
    }

    private @Nullable AnswerInput given(SurveyForm.Question question, int call) {
        return switch (question.type()) {
            case SINGLE_CHOICE -> AnswerInput.ofOptions(question.id(), List.of(option(question, call)));
            case MULTIPLE_CHOICE -> AnswerInput.ofOptions(question.id(), several(question, call));
            case SCALE -> AnswerInput.ofValue(question.id(), 2 + random.nextInt(4));
            case YES_NO -> AnswerInput.ofValue(question.id(), random.nextInt(3) > 0);
            case DATE -> AnswerInput.ofDate(question.id(), today.plusDays(7 + random.nextInt(40)));
            case TEXT ->
                question.callersOnly()
                        ? null
                        : AnswerInput.ofText(question.id(), MATTERS.get(random.nextInt(MATTERS.size())));
            case TEXT_BLOCK -> null;
        };
    }

    /** Every option has somebody who chose it: the segments of the demonstration are not empty. */
    private List<Long> several(SurveyForm.Question question, int call) {
        return Stream.of(call, random.nextInt(question.options().size()))
                .map(place -> option(question, place))
                .distinct()
                .toList();
    }

    private static long option(SurveyForm.Question question, int place) {
        return question.options().get(place % question.options().size()).id();
    }
}
