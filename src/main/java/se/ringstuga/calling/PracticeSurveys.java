package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import se.ringstuga.surveys.SurveyForm;
import se.ringstuga.surveys.SurveyForms;

/** The assignment's own questions, for practising with nobody on the line. */
@ApplicationScoped
class PracticeSurveys {

    private final Definitions definitions;
    private final SurveyForms forms;

    PracticeSurveys(Definitions definitions, SurveyForms forms) {
        this.definitions = definitions;
        this.forms = forms;
    }

    @Transactional
    Optional<SurveyForm> of(long organizationId, long assignmentId) {
        return definitions
                .current(assignmentId)
                .map(Definition::surveyId)
                .flatMap(survey -> forms.current(organizationId, survey));
    }
}
