package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ringstuga.surveys.AnswerInput.ofDate;
import static se.ringstuga.surveys.AnswerInput.ofOptions;
import static se.ringstuga.surveys.AnswerInput.ofText;
import static se.ringstuga.surveys.AnswerInput.ofValue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.http.Violation;
import se.ringstuga.surveys.SurveyForm.Option;
import se.ringstuga.surveys.SurveyForm.Question;

class AnswerCheckTest {

    private static final long INTEREST = 1;
    private static final long SKILLS = 2;
    private static final long WISH = 3;
    private static final long HOW_MUCH = 4;
    private static final long CHILDCARE = 5;
    private static final long SINCE = 6;
    private static final long INTRODUCTION = 7;
    private static final long IMPRESSION = 8;

    private static final SurveyForm FORM = new SurveyForm(
            9,
            "Medlemsenkäten",
            1,
            false,
            List.of(
                    question(INTRODUCTION, QuestionType.TEXT_BLOCK, false, false),
                    choice(INTEREST, QuestionType.SINGLE_CHOICE, true),
                    choice(SKILLS, QuestionType.MULTIPLE_CHOICE, false),
                    question(WISH, QuestionType.TEXT, true, false),
                    new Question(
                            HOW_MUCH,
                            40,
                            QuestionType.SCALE,
                            "?",
                            false,
                            false,
                            new Scale(1, 5, null, null),
                            List.of(),
                            null),
                    question(CHILDCARE, QuestionType.YES_NO, false, false),
                    question(SINCE, QuestionType.DATE, false, false),
                    question(IMPRESSION, QuestionType.TEXT, true, true)));

    @Test
    void keepsOneRowForEachChosenOptionAndOneForEveryOtherAnswer() {
        CheckedAnswers checked = callerSends(
                ofOptions(INTEREST, List.of(11L)),
                ofOptions(SKILLS, List.of(21L, 22L)),
                ofText(WISH, "  Fler möten  "),
                ofValue(HOW_MUCH, 5),
                ofValue(CHILDCARE, true),
                ofDate(SINCE, LocalDate.of(2019, 5, 1)),
                ofText(IMPRESSION, "Glad"));

        assertThat(checked.violations()).isEmpty();
        assertThat(checked.complete()).isTrue();
        assertThat(checked.rows()).hasSize(8);
        assertThat(checked.rows()).extracting(AnswerRow::optionLineage).contains(110L, 210L, 220L);
        assertThat(checked.rows()).extracting(AnswerRow::text).contains("Fler möten");
        assertThat(checked.rows()).extracting(AnswerRow::value).contains(5, 1);
    }

    @Test
    void aCallerMayLeaveRequiredQuestionsOutAndTheSubmissionIsPartial() {
        CheckedAnswers checked = callerSends(ofOptions(INTEREST, List.of(12L)));

        assertThat(checked.violations()).isEmpty();
        assertThat(checked.complete()).isFalse();
    }

    @Test
    void aMemberMustAnswerWhatIsRequiredButNeverWhatIsForCallersOnly() {
        CheckedAnswers half = check(Audience.MEMBER, ofOptions(INTEREST, List.of(12L)));
        CheckedAnswers whole = check(Audience.MEMBER, ofOptions(INTEREST, List.of(12L)), ofText(WISH, "Kaffe"));

        assertThat(half.violations())
                .extracting(Violation::message)
                .containsExactly("lacks an answer to the required question 3");
        assertThat(whole.violations()).isEmpty();
        assertThat(whole.complete()).isTrue();
    }

    @Test
    void aMemberCannotAnswerWhatIsForCallersOnly() {
        assertThat(fields(check(Audience.MEMBER, ofText(IMPRESSION, "x")))).contains("answers[0].questionId");
    }

    @Test
    void blankAnswersCountAsNotAnswered() {
        CheckedAnswers checked =
                check(Audience.STAFF, ofOptions(INTEREST, List.of()), ofText(WISH, "  "), ofText(IMPRESSION, "ok"));

        assertThat(checked.rows()).hasSize(1);
        assertThat(checked.violations()).hasSize(2).allMatch(v -> v.message().contains("required"));
    }

    @Test
    void namesThePlaceOfEveryFault() {
        CheckedAnswers checked = callerSends(
                ofText(99, "who asked?"),
                ofText(INTRODUCTION, "hej"),
                ofOptions(INTEREST, List.of(11L, 12L)),
                ofOptions(SKILLS, List.of(21L, 11L)),
                ofText(HOW_MUCH, "much"),
                ofValue(CHILDCARE, "yes"),
                ofOptions(INTEREST, List.of(11L)),
                ofDate(SINCE, LocalDate.of(1066, 10, 14)),
                ofText(WISH, "x".repeat(4_001)));

        assertThat(fields(checked))
                .containsExactly(
                        "answers[0].questionId",
                        "answers[1].questionId",
                        "answers[2].optionIds",
                        "answers[3].optionIds[1]",
                        "answers[4].text",
                        "answers[5].value",
                        "answers[6].questionId",
                        "answers[7].date",
                        "answers[8].text");
    }

    @Test
    void theSameOptionTwiceIsRefused() {
        assertThat(fields(callerSends(ofOptions(SKILLS, List.of(21L, 21L)))))
                .containsExactly("answers[0].optionIds[1]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 6, 2.5, -1, 1e12})
    void aValueOutsideTheScaleIsRefused(double value) {
        assertThat(fields(callerSends(ofValue(HOW_MUCH, value)))).containsExactly("answers[0].value");
    }

    @Test
    void nothingAndTooMuchAreRefusedByName() {
        AnswerInput[] many = new AnswerInput[501];
        Arrays.fill(many, ofText(WISH, "x"));

        assertThat(fields(callerSends((AnswerInput) null))).containsExactly("answers[0]");
        assertThat(fields(callerSends(many))).containsExactly("answers");
    }

    private static CheckedAnswers callerSends(@Nullable AnswerInput... answers) {
        return check(Audience.CALLER, answers);
    }

    private static CheckedAnswers check(Audience audience, @Nullable AnswerInput... answers) {
        return AnswerCheck.check(FORM, Arrays.asList(answers), audience);
    }

    private static List<String> fields(CheckedAnswers checked) {
        return checked.violations().stream().map(Violation::field).toList();
    }

    private static Question question(long id, QuestionType type, boolean required, boolean callersOnly) {
        return new Question(id, id * 10, type, "?", required, callersOnly, null, List.of(), null);
    }

    private static Question choice(long id, QuestionType type, boolean required) {
        List<Option> options = List.of(
                new Option(id * 10 + 1, (id * 10 + 1) * 10, "Ja"), new Option(id * 10 + 2, (id * 10 + 2) * 10, "Nej"));
        return new Question(id, id * 10, type, "?", required, false, null, options, null);
    }
}
