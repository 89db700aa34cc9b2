package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import se.ringstuga.accounts.Actor;
import se.ringstuga.http.NotFound;

/** Makes a survey with its first version, inside the caller's transaction. */
@ApplicationScoped
public class SurveyMaking {

    private final Surveys surveys;
    private final SurveyVersions versions;
    private final SurveyForms forms;
    private final Clock clock;

    SurveyMaking(Surveys surveys, SurveyVersions versions, SurveyForms forms, Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * Checks and stores it.
     *
     * @throws se.ringstuga.http.InvalidInput naming everything that is wrong with it
     */
    public SurveyForm make(long organizationId, NewSurvey wanted, Actor by) {
        SurveyDraft draft = SurveyDraft.of(wanted);
        Survey survey = new Survey();
        survey.organizationId = organizationId;
        survey.title = draft.title();
        survey.currentVersion = 1;
        survey.createdAt = clock.instant();
        survey.createdBy = by.toString();
        surveys.add(survey);
        versions.write(survey, draft.questions(), by);
        return forms.current(organizationId, survey.id).orElseThrow(NotFound::new);
    }
}
