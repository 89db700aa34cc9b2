package se.ringstuga.surveys;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;
import se.ringstuga.surveys.EditorScreen.Line;
import se.ringstuga.surveys.EditorScreen.OptionLine;

/** Puts together the page on which a survey is written. */
@ApplicationScoped
class EditorScreens {

    private final Results results;
    private final Access access;
    private final PageContext page;

    EditorScreens(Results results, Access access, PageContext page) {
        this.results = results;
        this.access = access;
        this.page = page;
    }

    /**
     * What is being written.
     *
     * @param id null for a new one
     * @param version that the form was filled with
     * @param focus where the reader goes on; empty for nowhere
     * @param audience whose preview is shown
     */
    record Draft(@Nullable Long id, int version, EditedSurvey survey, String focus, Audience audience) {}

    SurveyStaffMessages say() {
        return MessageBundles.get(
                SurveyStaffMessages.class, Localized.Literal.of(page.language().tag()));
    }

    EditorScreen of(Draft draft, Map<String, String> errors, @Nullable String wrong, @Nullable List<String> other) {
        return new EditorScreen(
                access.slug(),
                draft.id(),
                draft.version(),
                draft.survey().title(),
                errors.get("title"),
                lines(draft, errors),
                Arrays.stream(QuestionType.values())
                        .map(type -> new EditorScreen.Type(type, type(type)))
                        .toList(),
                draft.focus().equals("add"),
                answers(draft.id()),
                draft.survey().shownTo(draft.audience()),
                draft.audience() == Audience.MEMBER,
                wrong,
                other);
    }

    private @Nullable String answers(@Nullable Long id) {
        var count = id == null ? 0 : results.submissions(id, access.organizationId());
        return count == 0 ? null : say().hasAnswers(count);
    }

    private List<Line> lines(Draft draft, Map<String, String> errors) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < draft.survey().questions().size(); i++) {
            var question = draft.survey().questions().get(i);
            var path = "q." + i;
            lines.add(new Line(
                    path,
                    say().questionHeading(i + 1, type(question.type())),
                    question,
                    draft.focus().equals(path),
                    errors.get(path + ".text"),
                    errors.get(path + ".help"),
                    errors.get(path + ".options"),
                    errors.get(path + ".scale"),
                    options(question, path, draft.focus(), errors)));
        }
        return List.copyOf(lines);
    }

    private static List<OptionLine> options(
            EditedQuestion question, String path, String focus, Map<String, String> errors) {
        List<OptionLine> lines = new ArrayList<>();
        for (int i = 0; i < question.options().size(); i++) {
            var option = question.options().get(i);
            var place = path + ".o." + i;
            lines.add(new OptionLine(
                    place, i + 1, option.id(), option.text(), focus.equals(place), errors.get(place + ".text")));
        }
        return List.copyOf(lines);
    }

    String type(QuestionType type) {
        return switch (type) {
            case SINGLE_CHOICE -> say().typeSingle();
            case MULTIPLE_CHOICE -> say().typeMultiple();
            case TEXT -> say().typeText();
            case SCALE -> say().typeScale();
            case YES_NO -> say().typeYesNo();
            case DATE -> say().typeDate();
            case TEXT_BLOCK -> say().typeBlock();
        };
    }
}
