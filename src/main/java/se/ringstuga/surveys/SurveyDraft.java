package se.ringstuga.surveys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.surveys.NewSurvey.NewQuestion;

/** A written survey that has been checked: every fault is found at once and named by its place. */
record SurveyDraft(String title, List<QuestionDraft> questions) {

    private static final int MAX_TITLE = 200;
    private static final int MAX_QUESTIONS = 100;

    static SurveyDraft of(NewSurvey written) {
        return check(written, null);
    }

    /** @param published what it changes: ids of its questions and options continue their lineage */
    static SurveyDraft changing(SurveyForm published, NewSurvey written) {
        return check(written, published);
    }

    boolean sameQuestionsAs(SurveyForm published) {
        return questions.size() == published.questions().size()
                && IntStream.range(0, questions.size())
                        .allMatch(i ->
                                questions.get(i).sameAs(published.questions().get(i)));
    }

    private static SurveyDraft check(NewSurvey written, @Nullable SurveyForm published) {
        List<Violation> violations = new ArrayList<>();
        String title = PlainText.clean(written.title());
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            violations.add(Violation.body("title", "must have 1 to " + MAX_TITLE + " characters"));
        }
        if (written.title() != null && ControlCharacters.in(written.title())) {
            violations.add(Violation.body("title", ControlCharacters.REFUSED));
        }
        List<QuestionDraft> questions = questions(written, published, violations);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new SurveyDraft(title, questions);
    }

    private static List<QuestionDraft> questions(
            NewSurvey written, @Nullable SurveyForm published, List<Violation> violations) {
        List<@Nullable NewQuestion> questions = written.questions() == null ? List.of() : written.questions();
        if (questions.size() > MAX_QUESTIONS) {
            violations.add(Violation.body("questions", "must be at most " + MAX_QUESTIONS));
            return List.of();
        }
        Set<Long> continued = new HashSet<>();
        List<QuestionDraft> drafts = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            QuestionCheck check = new QuestionCheck("questions[" + i + "]", violations);
            QuestionDraft draft = check.draft(questions.get(i), published);
            if (draft != null && draft.lineage() != null && !continued.add(draft.lineage())) {
                check.wrong(".id", "is used by an earlier question already");
            } else if (draft != null) {
                drafts.add(draft);
            }
        }
        return List.copyOf(drafts);
    }
}
