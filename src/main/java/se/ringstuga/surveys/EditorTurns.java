package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;
import se.ringstuga.surveys.EditorScreens.Draft;

/** What comes of a button of the editor. */
@ApplicationScoped
class EditorTurns {

    private final Surveys surveys;
    private final SurveyForms forms;
    private final QuestionRows questions;
    private final SurveyMaking making;
    private final SurveyEditing editing;
    private final EditorScreens screens;
    private final Access access;

    EditorTurns(
            Surveys surveys,
            SurveyForms forms,
            QuestionRows questions,
            SurveyMaking making,
            SurveyEditing editing,
            EditorScreens screens,
            Access access) {
        this.surveys = surveys;
        this.forms = forms;
        this.questions = questions;
        this.making = making;
        this.editing = editing;
        this.screens = screens;
        this.access = access;
    }

    EditorScreen begun() {
        return shown(new Draft(null, 0, new EditedSurvey("", List.of()), "", Audience.MEMBER));
    }

    EditorScreen begun(Survey survey) {
        return shown(new Draft(survey.id, survey.version, EditedSurvey.of(form(survey)), "", Audience.MEMBER));
    }

    private EditorScreen shown(Draft draft) {
        return screens.of(draft, Map.of(), null, null);
    }

    Response take(@Nullable Survey survey, PageForm form) {
        var pressed = EditedSurvey.read(form).press(form);
        var version = form.value("version").matches("[0-9]{1,9}") ? Integer.parseInt(form.value("version")) : -1;
        var audience = form.value("as").equals("CALLER") ? Audience.CALLER : Audience.MEMBER;
        var draft = new Draft(survey == null ? null : survey.id, version, pressed.survey(), pressed.focus(), audience);
        return form.value("do").equals("save") ? saved(survey, draft) : page(Response.Status.OK, shown(draft));
    }

    private Response saved(@Nullable Survey survey, Draft draft) {
        try {
            if (survey == null) {
                return led(making.make(access.organizationId(), draft.survey().wanted(), access.actor())
                        .id());
            } else if (survey.version != draft.version()) {
                return changed(survey, draft);
            }
            editing.change(survey, draft.survey().wanted(), access.actor());
            return led(survey.id);
        } catch (InvalidInput refusal) {
            var errors = EditorFaults.of(refusal, screens.say());
            var many = errors.get("questions");
            var wrong = many == null ? screens.say().notSaved() : many;
            return page(Response.Status.BAD_REQUEST, screens.of(draft, errors, wrong, null));
        }
    }

    private Response changed(Survey survey, Draft draft) {
        var form = form(survey);
        var other = Stream.concat(
                        Stream.of(form.title()),
                        form.questions().stream()
                                .map(question -> screens.type(question.type()) + ": " + question.text()))
                .toList();
        var mine = draft.survey().onTopOf(form, questions.lineages(survey.id));
        var newer = new Draft(draft.id(), survey.version, mine, "", draft.audience());
        return page(
                Response.Status.BAD_REQUEST,
                screens.of(newer, Map.of(), screens.say().changed(), other));
    }

    private SurveyForm form(Survey survey) {
        return forms.current(survey.organizationId, survey.id).orElseThrow(NotFound::new);
    }

    /** Only after the survey that stands was locked: whoever saves second waits and then sees both versions. */
    Survey own(long id) {
        return surveys.own(access.organizationId(), id);
    }

    private Response led(long id) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/surveys/" + id))
                .build();
    }

    private static Response page(Response.Status status, EditorScreen screen) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(EditorPages.Templates.edit(screen))
                .build();
    }
}
