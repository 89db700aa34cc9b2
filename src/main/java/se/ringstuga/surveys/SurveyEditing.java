package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import se.ringstuga.accounts.Actor;
import se.ringstuga.http.NotFound;

/** Changes a survey, inside the caller's transaction: changed questions make a new version and old answers keep theirs. */
@ApplicationScoped
class SurveyEditing {

    private final SurveyForms forms;
    private final SurveyVersions versions;

    SurveyEditing(SurveyForms forms, SurveyVersions versions) {
        this.forms = forms;
        this.versions = versions;
    }

    /**
     * Checks and stores it.
     *
     * @throws se.ringstuga.http.InvalidInput naming everything that is wrong with it
     */
    SurveyView change(Survey survey, NewSurvey wanted, Actor by) {
        SurveyForm published = forms.current(survey.organizationId, survey.id).orElseThrow(NotFound::new);
        SurveyDraft draft = SurveyDraft.changing(published, wanted);
        survey.title = draft.title();
        if (!draft.sameQuestionsAs(published)) {
            survey.currentVersion++;
            versions.write(survey, draft.questions(), by);
        }
        return versions.view(survey);
    }
}
