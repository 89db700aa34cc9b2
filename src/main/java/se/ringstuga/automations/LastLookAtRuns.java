package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.LastLook;
import se.ringstuga.messaging.Reason;
import se.ringstuga.messaging.TemplateField;

/**
 * Looks once more before an automation's message leaves: whoever has left the automation gets none, in a pause it waits, what
 * was in line when the kill switch was pulled stays unsent also when it is switched on again, and an activity that is cancelled
 * or begins is not invited to. It locks nothing, so that whoever has their turn at a step, and puts
 * messages in line meanwhile, waits for nobody who waits for them.
 */
@ApplicationScoped
class LastLookAtRuns implements LastLook {

    private static final Duration PAUSED = Duration.ofMinutes(10);

    private static final NamedSql LOOK = NamedSql.of("""
            select r.id, r.person_id, r.survey_link, e.state, a.paused_at is not null as paused, v.id as event,
                   a.activated_at is null or r.activation <> a.activations as stopped,
                   v.id is not null and (v.cancelled_at is not null or v.published_at is null or v.starts_at <= :now) as over
            from automation_run r join automation_enrolment e on e.id = r.enrolment_id join automation a on a.id = r.automation_id
            left join event v on v.id = cast(substring(r.subject from '^event:([0-9]+)$') as bigint)
            where r.id = any (cast(:runs as bigint[]))""");

    private final Sql sql;
    private final FlowFields fields;

    LastLookAtRuns(Sql sql, FlowFields fields) {
        this.sql = sql;
        this.fields = fields;
    }

    @Override
    public Set<String> sources() {
        return Set.of(SendingSteps.SOURCE);
    }

    @Override
    public List<TemplateField> fields() {
        return List.of();
    }

    @Override
    public Map<Long, Verdict> look(String source, List<Long> sourceIds, Instant now) {
        var runs = sql.list(LOOK, Map.of("runs", sourceIds, "now", now), Run::of);
        var values = fields.of(runs, now);
        var verdicts = new HashMap<Long, Verdict>();
        for (var run : runs) {
            verdicts.put(run.id(), verdict(run, values.getOrDefault(run.id(), Map.of()), now));
        }
        return verdicts;
    }

    private static Verdict verdict(Run run, Map<String, String> values, Instant now) {
        if (run.stopped()) {
            return new Verdict.Drop(Reason.SWITCHED_OFF);
        } else if (run.left()) {
            return new Verdict.Drop(Reason.FLOW_ENDED);
        } else if (run.over()) {
            return new Verdict.Drop(Reason.EVENT_OVER);
        }
        return run.paused() ? new Verdict.Later(now.plus(PAUSED)) : new Verdict.Go(values);
    }

    /**
     * What a message is about.
     *
     * @param left the person is not in the automation any more, other than by having come to its end
     * @param event that it invites to; 0 for none
     * @param over the activity is cancelled or has begun
     */
    record Run(
            long id,
            long person,
            long surveyLink,
            boolean stopped,
            boolean left,
            boolean paused,
            long event,
            boolean over) {

        static Run of(Row row) {
            var link = row.numberOrNull("survey_link");
            var event = row.numberOrNull("event");
            return new Run(
                    row.number("id"),
                    row.number("person_id"),
                    link == null ? 0 : link,
                    row.is("stopped"),
                    row.text("state").equals("LEFT"),
                    row.is("paused"),
                    event == null ? 0 : event,
                    row.is("over"));
        }
    }
}
