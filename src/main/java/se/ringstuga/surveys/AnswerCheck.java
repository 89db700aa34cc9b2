package se.ringstuga.surveys;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Violation;
import se.ringstuga.surveys.SurveyForm.Option;
import se.ringstuga.surveys.SurveyForm.Question;

/** Holds answers against a form: every fault is found at once and named by its place, {@code answers[2].optionIds}. */
final class AnswerCheck {

    static final int MAX_TEXT = 4_000;
    private static final int MAX_ANSWERS = 500;
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);

    private final Map<Long, Question> questions;
    private final List<AnswerRow> rows = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Set<Long> answered = new HashSet<>();

    private AnswerCheck(SurveyForm form) {
        this.questions = form.byId();
    }

    static CheckedAnswers check(SurveyForm form, List<@Nullable AnswerInput> answers, Audience audience) {
        SurveyForm shown = form.shownTo(audience);
        AnswerCheck check = new AnswerCheck(shown);
        if (answers.size() > MAX_ANSWERS) {
            check.wrong("answers", "has " + answers.size() + " answers; at most " + MAX_ANSWERS + " are accepted");
        } else {
            check.checkEach(answers);
        }
        return check.result(shown, audience);
    }

    private void checkEach(List<@Nullable AnswerInput> answers) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            String path = "answers[" + i + "]";
            AnswerInput answer = answers.get(i);
            if (answer == null) {
                wrong(path, "is null; leave an unanswered question out");
                continue;
            }
            Question question = questions.get(answer.questionId());
            Integer earlier = places.putIfAbsent(answer.questionId(), i);
            if (question == null || !question.type().isAnswerable()) {
                wrong(path + ".questionId", "is not a question of this survey that can be answered here");
            } else if (earlier != null) {
                wrong(
                        path + ".questionId",
                        "is already answered in answers[" + earlier + "]; send one answer a question");
            } else if (!answer.unanswered()) {
                checkOne(path, question, answer);
            }
        }
    }

    private void checkOne(String path, Question question, AnswerInput answer) {
        int before = violations.size();
        refuseOtherMembers(path, question, answer);
        if (violations.size() > before) {
            return;
        }
        switch (question.type()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> options(path + ".optionIds", question, answer.optionIds());
            case TEXT -> text(path + ".text", question, answer.text());
            case SCALE -> scale(path + ".value", question, answer.value());
            case YES_NO -> yesNo(path + ".value", question, answer.value());
            case DATE -> date(path + ".date", question, answer.date());
            case TEXT_BLOCK -> throw new IllegalStateException("a text block is not answered");
        }
        if (violations.size() == before) {
            answered.add(question.id());
        }
    }

    private void refuseOtherMembers(String path, Question question, AnswerInput answer) {
        String wanted = memberOf(question.type());
        Map<String, Boolean> given = Map.of(
                "optionIds",
                answer.optionIds() != null && !answer.optionIds().isEmpty(),
                "text",
                answer.text() != null && !answer.text().isBlank(),
                "value",
                answer.value() != null,
                "date",
                answer.date() != null);
        given.forEach((member, present) -> {
            if (present && !member.equals(wanted)) {
                wrong(
                        path + "." + member,
                        "does not fit a " + question.type() + " question; send " + wanted + " instead");
            }
        });
    }

    private static String memberOf(QuestionType type) {
        return switch (type) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> "optionIds";
            case TEXT, TEXT_BLOCK -> "text";
            case SCALE, YES_NO -> "value";
            case DATE -> "date";
        };
    }

    private void options(String path, Question question, @Nullable List<Long> chosen) {
        List<Long> ids = chosen == null ? List.of() : chosen;
        if (question.type() == QuestionType.SINGLE_CHOICE && ids.size() > 1) {
            wrong(path, "has " + ids.size() + " options; this question takes one");
            return;
        }
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            Long id = ids.get(i);
            Option option = question.options().stream()
                    .filter(o -> Long.valueOf(o.id()).equals(id))
                    .findFirst()
                    .orElse(null);
            if (option == null) {
                wrong(path + "[" + i + "]", "is not an option of this question");
            } else if (!seen.add(id)) {
                wrong(path + "[" + i + "]", "is chosen twice; send each option once");
            } else {
                rows.add(AnswerRow.option(question, option));
            }
        }
    }

    private void text(String path, Question question, @Nullable String given) {
        String text = PlainText.clean(given);
        if (text.length() > MAX_TEXT) {
            wrong(path, "has " + text.length() + " characters; at most " + MAX_TEXT + " are accepted");
        } else {
            rows.add(AnswerRow.text(question, text));
        }
    }

    private void scale(String path, Question question, @Nullable Object given) {
        Scale scale = question.scale();
        Integer value = wholeNumber(given);
        if (scale == null || value == null || !scale.includes(value)) {
            String bounds = scale == null ? "" : " from " + scale.from() + " to " + scale.to();
            wrong(path, "must be a whole number" + bounds);
        } else {
            rows.add(AnswerRow.value(question, value));
        }
    }

    private void yesNo(String path, Question question, @Nullable Object given) {
        Integer value = given instanceof Boolean yes ? Integer.valueOf(yes ? 1 : 0) : wholeNumber(given);
        if (value == null || value < 0 || value > 1) {
            wrong(path, "must be true, false, 1 or 0");
        } else {
            rows.add(AnswerRow.value(question, value));
        }
    }

    private void date(String path, Question question, @Nullable LocalDate date) {
        if (date == null || date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
            wrong(path, "must be a date between " + FIRST_DATE + " and " + LAST_DATE);
        } else {
            rows.add(AnswerRow.date(question, date));
        }
    }

    private static @Nullable Integer wholeNumber(@Nullable Object given) {
        if (!(given instanceof Number number)) {
            return null;
        }
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE ? (int) value : null;
    }

    private CheckedAnswers result(SurveyForm shown, Audience audience) {
        List<Question> missing = shown.questions().stream()
                .filter(q -> q.required() && !answered.contains(q.id()))
                .toList();
        if (violations.isEmpty() && audience.mustAnswerRequired()) {
            missing.forEach(q -> wrong("answers", "lacks an answer to the required question " + q.id()));
        }
        return new CheckedAnswers(List.copyOf(rows), missing.isEmpty(), List.copyOf(violations));
    }

    private void wrong(String field, String message) {
        violations.add(Violation.body(field, message));
    }
}
