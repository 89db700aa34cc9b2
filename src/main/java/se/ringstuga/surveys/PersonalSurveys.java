package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.Secret;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.surveys.NewSubmission.Source;

/**
 * A survey that a member opens through a personal link. The page may show the first name and the questions, never contact
 * data, earlier answers or notes (rule 28). Both calls belong inside the page's transaction.
 */
@ApplicationScoped
public class PersonalSurveys {

    private final SurveyLinks links;
    private final SurveyForms forms;
    private final Submissions submissions;
    private final LinkMisses misses;
    private final AccessLog accessLog;

    PersonalSurveys(
            SurveyLinks links, SurveyForms forms, Submissions submissions, LinkMisses misses, AccessLog accessLog) {
        this.links = links;
        this.forms = forms;
        this.submissions = submissions;
        this.misses = misses;
        this.accessLog = accessLog;
    }

    /**
     * What the page may show.
     *
     * @param firstName empty when the register has none
     * @param organization the name of the one that asks
     * @param form without the questions for callers only; {@code form.closed()} when answers are no longer taken
     */
    public record PersonalSurvey(String firstName, String organization, SurveyForm form) {}

    /**
     * Opens the link without changing anything about it.
     *
     * @param code what stands last in the address
     * @throws NotFound for unknown, revoked and expired links alike
     * @throws se.ringstuga.http.TooManyRequests after twenty misses a minute
     */
    public PersonalSurvey open(String code) {
        Tuple link = living(code, false);
        SurveyForm form = form(link).orElseThrow(misses::missed);
        log("survey.opened", link);
        return new PersonalSurvey(link.get("given_name", String.class), link.get("organization", String.class), form);
    }

    /**
     * Takes the member's answers; sent again, the newer ones replace the earlier.
     *
     * @throws InvalidInput naming {@code answers[i].…}, or {@code answers} where a required one is missing
     * @throws SurveyClosed when answers are no longer taken
     * @throws NotFound as {@link #open} does
     */
    public void answer(String code, List<@Nullable AnswerInput> answers) {
        Tuple link = living(code, true);
        long personId = link.get("person_id", Long.class);
        submissions.record(new NewSubmission(
                link.get("organization_id", Long.class),
                link.get("person_organization", Long.class),
                personId,
                link.get("survey_id", Long.class),
                0,
                Source.MEMBER,
                new Actor(Actor.Kind.PERSON, personId),
                0,
                0,
                answers));
        links.used(link.get("id", Long.class));
        log("survey.answered", link);
    }

    private Tuple living(String code, boolean lock) {
        misses.check();
        return links.living(new Secret(code), lock).orElseThrow(misses::missed);
    }

    private Optional<SurveyForm> form(Tuple link) {
        return forms.current(link.get("organization_id", Long.class), link.get("survey_id", Long.class))
                .map(form -> form.shownTo(Audience.MEMBER));
    }

    private void log(String action, Tuple link) {
        long personId = link.get("person_id", Long.class);
        accessLog.record(
                link.get("organization_id", Long.class),
                new Actor(Actor.Kind.PERSON, personId),
                new AccessLog.Entry(action, "survey:" + link.get("survey_id", Long.class), List.of(personId)));
    }
}
