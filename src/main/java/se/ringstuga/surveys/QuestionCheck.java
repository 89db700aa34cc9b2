package se.ringstuga.surveys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.Violation;
import se.ringstuga.surveys.NewSurvey.NewQuestion;
import se.ringstuga.surveys.NewSurvey.NewScale;
import se.ringstuga.surveys.QuestionDraft.OptionDraft;
import se.ringstuga.surveys.SurveyForm.Question;

/** Checks one written question at its place in the request. */
final class QuestionCheck {

    private static final int MAX_TEXT = 2_000;
    private static final int MAX_OPTION = 300;
    private static final int MAX_OPTIONS = 100;
    private static final int MAX_LABEL = 100;
    private static final int MAX_HELP = 500;
    private static final int MAX_STEP = 100;

    private final String path;
    private final List<Violation> violations;

    QuestionCheck(String path, List<Violation> violations) {
        this.path = path;
        this.violations = violations;
    }

    /** Null when something is wrong with it. */
    @Nullable
    QuestionDraft draft(@Nullable NewQuestion written, @Nullable SurveyForm published) {
        int before = violations.size();
        if (written == null || written.type() == null) {
            wrong(written == null ? "" : ".type", "is missing");
            return null;
        }
        QuestionType type = written.type();
        Question continued = continued(written, published);
        String text = text(".text", written.text(), MAX_TEXT);
        boolean required = Boolean.TRUE.equals(written.required());
        if (required && !type.isAnswerable()) {
            wrong(".required", "cannot be true for a text block");
        }
        Scale scale = scale(written);
        List<OptionDraft> options = options(written, type, continued);
        String help = optional(".help", written.help(), MAX_HELP);
        if (violations.size() > before) {
            return null;
        }
        return new QuestionDraft(
                continued == null ? null : continued.lineage(),
                type,
                text,
                required,
                Boolean.TRUE.equals(written.callersOnly()),
                scale,
                options,
                help);
    }

    private @Nullable Question continued(NewQuestion written, @Nullable SurveyForm published) {
        Long id = written.id();
        if (id == null) {
            return null;
        }
        Question question = published == null ? null : published.byId().get(id);
        if (question == null) {
            wrong(".id", "is not a question of the survey's current version; leave it out for a new question");
        } else if (question.type() != written.type()) {
            wrong(".type", "cannot change from " + question.type() + "; leave the id out to make it a new question");
        }
        return question;
    }

    private @Nullable Scale scale(NewQuestion written) {
        NewScale wanted = written.scale();
        if (written.type() != QuestionType.SCALE) {
            if (wanted != null) {
                wrong(".scale", "fits only a SCALE question");
            }
            return null;
        }
        if (wanted == null) {
            return new Scale(Scale.DEFAULT_FROM, Scale.DEFAULT_TO, null, null);
        }
        int from = wanted.from() == null ? Scale.DEFAULT_FROM : wanted.from();
        int to = wanted.to() == null ? Scale.DEFAULT_TO : wanted.to();
        if (from < 0 || from >= to || to > MAX_STEP) {
            wrong(".scale", "must rise within 0 to " + MAX_STEP);
        }
        return new Scale(
                from,
                to,
                optional(".scale.fromLabel", wanted.fromLabel(), MAX_LABEL),
                optional(".scale.toLabel", wanted.toLabel(), MAX_LABEL));
    }

    private @Nullable String optional(String member, @Nullable String written, int max) {
        return written == null || written.isBlank() ? null : text(member, written, max);
    }

    private List<OptionDraft> options(NewQuestion written, QuestionType type, @Nullable Question continued) {
        List<@Nullable NewOption> wanted = written.options() == null ? List.of() : written.options();
        if (!type.isChoice() && !wanted.isEmpty()) {
            wrong(".options", "fit only SINGLE_CHOICE and MULTIPLE_CHOICE");
            return List.of();
        }
        if (type.isChoice() && (wanted.isEmpty() || wanted.size() > MAX_OPTIONS)) {
            wrong(".options", "must be 1 to " + MAX_OPTIONS + " texts");
            return List.of();
        }
        List<OptionDraft> drafts = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            OptionDraft draft = option(".options[" + i + "]", wanted.get(i), continued);
            boolean lineageTwice = draft.lineage() != null && !seen.add(draft.lineage());
            if (!seen.add(draft.text().toLowerCase(Locale.ROOT)) || lineageTwice) {
                wrong(".options[" + i + "]", "is the same as an earlier option");
            }
            drafts.add(draft);
        }
        return List.copyOf(drafts);
    }

    /** An option continues the one whose id it gives, or without an id the one with the same text. */
    private OptionDraft option(String member, @Nullable NewOption wanted, @Nullable Question continued) {
        String text = text(member, wanted == null ? null : wanted.text(), MAX_OPTION);
        Long id = wanted == null ? null : wanted.id();
        List<SurveyForm.Option> known = continued == null ? List.of() : continued.options();
        Long lineage = known.stream()
                .filter(option -> id == null ? option.text().equals(text) : id.equals(option.id()))
                .map(SurveyForm.Option::lineage)
                .findFirst()
                .orElse(null);
        if (id != null && lineage == null) {
            wrong(member + ".id", "is not an option of this question; leave it out for a new option");
        }
        return new OptionDraft(lineage, text);
    }

    private String text(String member, @Nullable String written, int max) {
        String text = PlainText.clean(written);
        if (text.isEmpty() || text.length() > max) {
            wrong(member, "must have 1 to " + max + " characters");
        } else if (written != null && ControlCharacters.inLines(written)) {
            wrong(member, ControlCharacters.REFUSED);
        }
        return text;
    }

    void wrong(String member, String message) {
        violations.add(Violation.body(path + member, message));
    }
}
