package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The closed surveys that steps were to send, as the organizers have been told of them. */
@ApplicationScoped
class ClosedSurveys {

    private static final NamedSql TELL = NamedSql.of("""
            insert into automation_closed_survey as c (organization_id, automation_id, step, survey_id, closed_at, told_at)
            select a.organization_id, a.id, :step, :survey, (select s.closed_at from survey s where s.id = :survey), :now
            from automation a where a.id = :automation
            on conflict (automation_id, step) do update
              set survey_id = excluded.survey_id, closed_at = excluded.closed_at, told_at = excluded.told_at
              where (c.survey_id, c.closed_at) is distinct from (excluded.survey_id, excluded.closed_at)
            returning told_at""");

    private final Sql sql;

    ClosedSurveys(Sql sql) {
        this.sql = sql;
    }

    /** Whether this is news: the organizers have not been told of this step and this closing yet. */
    boolean isNews(long automationId, String step, long survey, Instant now) {
        return sql.first(
                        TELL,
                        Map.of("automation", automationId, "step", step, "survey", survey, "now", now),
                        row -> row.instant("told_at"))
                .isPresent();
    }
}
