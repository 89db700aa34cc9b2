package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.ringstuga.http.PageRequest;

/** What other features may know of surveys that can be answered. */
@ApplicationScoped
public class UsableSurveys {

    private static final int MOST_TITLES = 200;

    private final Surveys surveys;

    UsableSurveys(Surveys surveys) {
        this.surveys = surveys;
    }

    /** A survey as it is chosen from a list. */
    public record Title(long id, String title) {}

    /** Of the organization and those above it, the newest first, so that a person can choose. */
    public List<Title> titles(long organizationId) {
        return surveys.page(organizationId, new PageRequest(null, MOST_TITLES)).items().stream()
                .filter(survey -> survey.closedAt() == null)
                .map(survey -> new Title(survey.id(), survey.title()))
                .toList();
    }
}
