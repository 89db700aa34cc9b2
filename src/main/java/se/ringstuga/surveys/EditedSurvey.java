package se.ringstuga.surveys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ringstuga.http.PageForm;
import se.ringstuga.surveys.EditedQuestion.EditedOption;

/**
 * A survey as the editor's plain form sends it: the third question's fields begin with {@code q.2}, its first option's with
 * {@code q.2.o.0}. The buttons name what they do and where, {@code up q.2}.
 */
record EditedSurvey(String title, List<EditedQuestion> questions) {

    private static final int MOST_QUESTIONS = 101;
    private static final int MOST_OPTIONS = 101;
    private static final Pattern PLACE = Pattern.compile("q\\.(\\d{1,3})(?:\\.o\\.(\\d{1,3}))?");

    static EditedSurvey of(SurveyForm form) {
        return new EditedSurvey(
                form.title(), form.questions().stream().map(EditedQuestion::of).toList());
    }

    static EditedSurvey read(PageForm form) {
        List<EditedQuestion> questions = new ArrayList<>();
        for (int i = 0; i < MOST_QUESTIONS && type(form, "q." + i + ".type").isPresent(); i++) {
            var path = "q." + i;
            type(form, path + ".type").ifPresent(type -> questions.add(question(form, path, type)));
        }
        return new EditedSurvey(form.value("title"), List.copyOf(questions));
    }

    private static EditedQuestion question(PageForm form, String path, QuestionType type) {
        List<EditedOption> options = new ArrayList<>();
        for (int i = 0; i < MOST_OPTIONS && form.values().containsKey(path + ".o." + i + ".text"); i++) {
            options.add(new EditedOption(form.value(path + ".o." + i + ".id"), form.value(path + ".o." + i + ".text")));
        }
        return new EditedQuestion(
                form.value(path + ".id"),
                type,
                form.value(path + ".text"),
                form.value(path + ".help"),
                form.value(path + ".required").equals("true") && type.isAnswerable(),
                form.value(path + ".callersOnly").equals("true"),
                form.value(path + ".from"),
                form.value(path + ".to"),
                form.value(path + ".fromLabel"),
                form.value(path + ".toLabel"),
                List.copyOf(options));
    }

    private static Optional<QuestionType> type(PageForm form, String name) {
        for (var type : QuestionType.values()) {
            if (type.name().equals(form.value(name))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /**
     * What comes of a button.
     *
     * @param focus the place where the reader goes on; empty where the button does nothing to the questions
     */
    record Pressed(EditedSurvey survey, String focus) {}

    Pressed press(PageForm form) {
        var words = form.value("do").split(" ", 2);
        if (words[0].equals("add") && words.length == 1) {
            return type(form, "addType").map(this::added).orElse(new Pressed(this, ""));
        }
        var place = PLACE.matcher(words.length < 2 ? "" : words[1]);
        if (!place.matches() || Integer.parseInt(place.group(1)) >= questions.size()) {
            return new Pressed(this, "");
        }
        var at = Integer.parseInt(place.group(1));
        return place.group(2) == null
                ? ofQuestion(words[0], at)
                : ofOption(words[0], at, Integer.parseInt(place.group(2)));
    }

    private Pressed added(QuestionType type) {
        var longer = new ArrayList<>(questions);
        longer.add(EditedQuestion.blank(type));
        return new Pressed(new EditedSurvey(title, List.copyOf(longer)), "q." + questions.size());
    }

    private Pressed ofQuestion(String what, int at) {
        if (what.equals("option")) {
            var options = new ArrayList<>(questions.get(at).options());
            options.add(new EditedOption("", ""));
            return new Pressed(with(at, options), "q." + at + ".o." + (options.size() - 1));
        }
        var moved = new ArrayList<>(questions);
        var to = turn(moved, what, at);
        return new Pressed(new EditedSurvey(title, List.copyOf(moved)), to < 0 ? "add" : "q." + to);
    }

    private Pressed ofOption(String what, int at, int option) {
        var options = new ArrayList<>(questions.get(at).options());
        if (option >= options.size()) {
            return new Pressed(this, "");
        }
        var to = turn(options, what, option);
        return new Pressed(with(at, options), to < 0 ? "q." + at : "q." + at + ".o." + to);
    }

    private EditedSurvey with(int at, List<EditedOption> options) {
        var changed = new ArrayList<>(questions);
        changed.set(at, questions.get(at).with(options));
        return new EditedSurvey(title, List.copyOf(changed));
    }

    /** Moves or removes one of a list; where it stands now, or -1. */
    private static <T> int turn(List<T> list, String what, int at) {
        if (what.equals("remove")) {
            list.remove(at);
            return -1;
        }
        var to = switch (what) {
            case "up" -> Math.max(0, at - 1);
            case "down" -> Math.min(list.size() - 1, at + 1);
            default -> at;
        };
        Collections.swap(list, at, to);
        return to;
    }

    /** The same on top of what somebody else saved meanwhile: each question goes on as what it is called there. */
    EditedSurvey onTopOf(SurveyForm now, QuestionRows.Lineages lineages) {
        return new EditedSurvey(
                title,
                questions.stream()
                        .map(question -> question.onTopOf(now, lineages))
                        .toList());
    }

    NewSurvey wanted() {
        return new NewSurvey(
                title, questions.stream().map(EditedQuestion::wanted).toList());
    }

    /** As it would be shown to the audience. */
    SurveyForm shownTo(Audience audience) {
        List<SurveyForm.Question> shown = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            shown.add(questions.get(i).shown(i + 1));
        }
        return new SurveyForm(0, title, 0, false, List.copyOf(shown)).shownTo(audience);
    }
}
