package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.automations.Runs.Run;
import se.ringstuga.events.EventLinks;
import se.ringstuga.messaging.TemplateField;
import se.ringstuga.messaging.TemplateFields;
import se.ringstuga.reminders.EventTexts;
import se.ringstuga.reminders.ToldEvents;
import se.ringstuga.surveys.SentLinks;

/** What the texts of automations may name besides what every message knows: the person's survey, and the activity. */
@ApplicationScoped
class FlowFields {

    private final ToldEvents told;
    private final SentLinks surveys;
    private final EventLinks links;

    FlowFields(ToldEvents told, SentLinks surveys, EventLinks links) {
        this.told = told;
        this.surveys = surveys;
        this.links = links;
    }

    /**
     * The fields of one text.
     *
     * @param survey whether it carries one
     * @param invitation whether it invites to an activity
     */
    TemplateFields known(boolean survey, boolean invitation) {
        var known = TemplateFields.standard();
        if (invitation) {
            known = known.with(EventTexts.FIELDS.toArray(TemplateField[]::new));
        }
        return survey ? known.with(TemplateFields.SURVEY_LINK) : known;
    }

    /** Of the usual length, for what is counted and shown before there is anybody. */
    Map<String, String> sample() {
        var sample = new HashMap<>(EventTexts.invented(links.specimen()));
        sample.put(TemplateFields.SURVEY_LINK.key(), surveys.address(0));
        return sample;
    }

    /** As they are at this moment, by the numbers of the traces. */
    Map<Long, Map<String, String>> of(List<Run> runs, Instant now) {
        var events = told.of(runs.stream()
                .map(Run::event)
                .filter(event -> event != 0)
                .distinct()
                .toList());
        var all = new HashMap<Long, Map<String, String>>();
        for (var run : runs) {
            var values = new HashMap<String, String>();
            if (run.surveyLink() != 0) {
                values.put(TemplateFields.SURVEY_LINK.key(), surveys.address(run.surveyLink()));
            }
            Optional.ofNullable(events.get(run.event())).ifPresent(event -> {
                values.putAll(EventTexts.of(event, now));
                values.put(EventTexts.LINK.key(), links.signUp(run.event(), run.person()));
            });
            all.put(run.id(), values);
        }
        return all;
    }
}
