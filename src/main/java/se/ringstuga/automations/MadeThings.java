package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The call lists and surveys that automations made for themselves, by the step that works with them. */
@ApplicationScoped
class MadeThings {

    private static final NamedSql ASSIGNMENT = NamedSql.of("""
            select assignment_id as id from automation_made
            where automation_id = :automation and step = :step and assignment_id is not null""");

    private static final NamedSql SURVEY = NamedSql.of("""
            select m.survey_id as id from automation_made m join survey s on s.id = m.survey_id
            where m.automation_id = :automation and s.closed_at is null order by m.made_at limit 1""");

    private static final NamedSql CHOSEN =
            NamedSql.of("select id, closed_at is not null as closed from survey where id = :survey");

    /** One instance after the other makes one, so that there is one. */
    private static final NamedSql LOCK =
            NamedSql.of("select pg_advisory_xact_lock(hashtextextended('automation made', :automation))");

    private static final NamedSql KEEP = NamedSql.of("""
            insert into automation_made (organization_id, automation_id, step, assignment_id, survey_id, made_at)
            select organization_id, id, :step, cast(:assignment as bigint), cast(:survey as bigint), :now
            from automation where id = :automation
            on conflict (automation_id, step) do update
              set assignment_id = excluded.assignment_id, survey_id = excluded.survey_id, made_at = excluded.made_at""");

    /** Who stood on the former list, is still in the automation, and was not reached. */
    private static final NamedSql LEFT_OVER = NamedSql.of("""
            select added.person_id from call_assignment_person added
            join automation_enrolment e on e.automation_id = :automation and e.person_id = added.person_id
              and e.state in ('ACTIVE', 'WAITING', 'PAUSED')
            where added.assignment_id = :former
              and not exists (select from call k where k.person_id = added.person_id and k.assignment_id = :former
                                and k.outcome in ('REACHED', 'DECLINED', 'DO_NOT_CALL') and not k.interrupted)
            order by added.person_id limit :most""");

    private static final int MOST_LEFT_OVER = 5_000;

    private final Sql sql;

    MadeThings(Sql sql) {
        this.sql = sql;
    }

    void lock(long automationId) {
        sql.list(LOCK, Map.of("automation", automationId), row -> true);
    }

    Optional<Long> assignment(long automationId, String step) {
        return sql.first(ASSIGNMENT, Map.of("automation", automationId, "step", step), row -> row.number("id"));
    }

    /** One that somebody has chosen; what is gone is closed. */
    OwnSurveys.Asked chosen(long survey) {
        return sql.first(
                        CHOSEN,
                        Map.of("survey", survey),
                        row -> new OwnSurveys.Asked(row.number("id"), row.is("closed")))
                .orElse(new OwnSurveys.Asked(survey, true));
    }

    /** One serves all its steps, until it is closed. */
    Optional<Long> survey(long automationId) {
        return sql.first(SURVEY, Map.of("automation", automationId), row -> row.number("id"));
    }

    void keepAssignment(long automationId, String step, long assignment, Instant now) {
        keep(automationId, step, Map.of("assignment", assignment), now);
    }

    void keepSurvey(long automationId, String step, long survey, Instant now) {
        keep(automationId, step, Map.of("survey", survey), now);
    }

    private void keep(long automationId, String step, Map<String, Long> thing, Instant now) {
        var parameters = new HashMap<String, Object>();
        parameters.put("automation", automationId);
        parameters.put("step", step);
        parameters.put("assignment", thing.get("assignment"));
        parameters.put("survey", thing.get("survey"));
        parameters.put("now", now);
        sql.update(KEEP, parameters);
    }

    List<Long> leftOver(long automationId, long former) {
        return sql.list(
                LEFT_OVER,
                Map.of("automation", automationId, "former", former, "most", MOST_LEFT_OVER),
                row -> row.number("person_id"));
    }
}
