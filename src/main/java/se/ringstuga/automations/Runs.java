package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** What came of steps, as their messages are about to leave. Read without a lock: see {@link LastLookAtRuns}. */
@ApplicationScoped
class Runs {

    private static final NamedSql LOOK = NamedSql.of("""
            select r.id, r.person_id, r.survey_link, e.state, a.paused_at is not null as paused, v.id as event,
                   a.activated_at is null or r.activation <> a.activations as stopped,
                   v.id is not null and (v.cancelled_at is not null or v.published_at is null or v.starts_at <= :now) as over
            from automation_run r join automation_enrolment e on e.id = r.enrolment_id join automation a on a.id = r.automation_id
            left join event v on v.id = cast(substring(r.subject from '^event:([0-9]+)$') as bigint)
            where r.id = any (cast(:runs as bigint[]))""");

    private final Sql sql;

    Runs(Sql sql) {
        this.sql = sql;
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

        private static Run of(Row row) {
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

    List<Run> of(List<Long> ids, Instant now) {
        return sql.list(LOOK, Map.of("runs", ids, "now", now), Run::of);
    }
}
