package se.ringstuga.surveys;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * The page on which a survey is written.
 *
 * @param id null for a new one
 * @param version that the form was filled with
 * @param answers how many there are already, in words; null when there are none
 * @param preview as the audience would see it
 * @param member whether the preview is a member's; otherwise a caller's
 * @param wrong what stands in the way of saving; null when nothing does
 * @param other what somebody else saved meanwhile, line by line; null when nobody did
 */
record EditorScreen(
        String slug,
        @Nullable Long id,
        int version,
        String title,
        @Nullable String titleWrong,
        List<Line> questions,
        List<Type> types,
        boolean focusAdd,
        @Nullable String answers,
        SurveyForm preview,
        boolean member,
        @Nullable String wrong,
        @Nullable List<String> other) {

    public String action() {
        return "/o/" + slug + "/surveys/" + (id == null ? "new" : id + "/edit");
    }

    public String back() {
        return "/o/" + slug + "/surveys" + (id == null ? "" : "/" + id);
    }

    /** Nothing is filled in on a preview. */
    public PageForm empty() {
        return PageForm.EMPTY;
    }

    /**
     * A question.
     *
     * @param path where its fields begin, {@code q.2}
     * @param heading its number and kind
     */
    record Line(
            String path,
            String heading,
            EditedQuestion question,
            boolean focused,
            @Nullable String textWrong,
            @Nullable String helpWrong,
            @Nullable String optionsWrong,
            @Nullable String scaleWrong,
            List<OptionLine> options) {

        public boolean choice() {
            return question.type().isChoice();
        }

        public boolean scale() {
            return question.type() == QuestionType.SCALE;
        }

        public boolean answerable() {
            return question.type().isAnswerable();
        }
    }

    record OptionLine(
            String path,
            int number,
            String id,
            String text,
            boolean focused,
            @Nullable String wrong) {}

    /** A kind of question to add. */
    record Type(QuestionType type, String words) {}
}
