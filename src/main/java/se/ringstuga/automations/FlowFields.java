package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.automations.LastLookAtRuns.Run;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.events.EventLinks;
import se.ringstuga.messaging.TemplateField;
import se.ringstuga.messaging.TemplateFields;
import se.ringstuga.reminders.EventTexts;
import se.ringstuga.surveys.SentLinks;

/** What the texts of automations may name besides what every message knows: the person's survey, and the activity. */
@ApplicationScoped
class FlowFields {

    private static final NamedSql EVENTS = NamedSql.of("""
            select e.id, e.title, e.starts_at, e.ends_at, e.place, e.address, e.online_link, o.time_zone, s.name as contact
            from event e join organization o on o.id = e.organization_id left join staff s on s.id = e.contact_staff
            where e.id = any (cast(:events as bigint[]))""");

    private final Sql sql;
    private final SentLinks surveys;
    private final EventLinks links;

    FlowFields(Sql sql, SentLinks surveys, EventLinks links) {
        this.sql = sql;
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
        var events = events(runs);
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

    private Map<Long, EventTexts.Told> events(List<Run> runs) {
        var ids = runs.stream()
                .map(Run::event)
                .filter(event -> event != 0)
                .distinct()
                .toList();
        var events = new HashMap<Long, EventTexts.Told>();
        if (!ids.isEmpty()) {
            sql.list(EVENTS, Map.of("events", ids), row -> events.put(row.number("id"), told(row)));
        }
        return events;
    }

    private static EventTexts.Told told(Row row) {
        return new EventTexts.Told(
                row.text("title"),
                row.instant("starts_at"),
                row.instant("ends_at"),
                ZoneId.of(row.text("time_zone")),
                row.textOrNull("place"),
                row.textOrNull("address"),
                row.textOrNull("online_link"),
                row.textOrNull("contact"),
                null);
    }
}
