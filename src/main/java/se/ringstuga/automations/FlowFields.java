package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.messaging.TemplateFields;
import se.ringstuga.surveys.SentLinks;

/** What the texts of automations may name besides what every message knows. */
@ApplicationScoped
class FlowFields {

    private final SentLinks surveys;

    FlowFields(SentLinks surveys) {
        this.surveys = surveys;
    }

    TemplateFields known(boolean survey, boolean invitation) {
        var known = TemplateFields.standard();
        return survey ? known.with(TemplateFields.SURVEY_LINK) : known;
    }

    Map<String, String> sample() {
        return Map.of(TemplateFields.SURVEY_LINK.key(), surveys.address(0));
    }

    /** By the numbers of the traces. */
    Map<Long, Map<String, String>> of(List<LastLookAtRuns.Run> runs, Instant now) {
        var values = new HashMap<Long, Map<String, String>>();
        runs.stream()
                .filter(run -> run.surveyLink() != 0)
                .forEach(run -> values.put(
                        run.id(), Map.of(TemplateFields.SURVEY_LINK.key(), surveys.address(run.surveyLink()))));
        return values;
    }
}
