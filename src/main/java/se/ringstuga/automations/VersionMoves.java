package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Takes those who are in older versions of an automation over into the newest. */
@ApplicationScoped
class VersionMoves {

    /** Whoever has their turn is waited for, so that nobody is between two steps; nobody gets theirs meanwhile. */
    private static final NamedSql LOCK = NamedSql.of("""
            select id from automation_enrolment
            where automation_id = :automation and version < :number and state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED')
            order by id for no key update""");

    private static final NamedSql PLACES = NamedSql.of("""
            select distinct version, step from automation_enrolment
            where automation_id = :automation and version < :number and state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED') and step is not null""");

    /**
     * Whoever waits begins the step anew, from when they came to it: a wait that was made shorter may be over. What a step has
     * done for them it does not do again.
     */
    private static final NamedSql MOVE = NamedSql.of("""
            update automation_enrolment e
            set version = :number, step = nullif(x.into_step, ''),
                state = case when x.into_step = '' then 'FINISHED' when e.state = 'WAITING' then 'ACTIVE' else e.state end,
                waiting_for = null, deadline = null,
                due_at = case when x.into_step = '' or e.state = 'FAILED' then null else e.arrived_at end,
                ended_at = case when x.into_step = '' then :now else e.ended_at end,
                reason = case when x.into_step = '' then null else e.reason end
            from unnest(cast(:versions as bigint[]), cast(:steps as text[]), cast(:into as text[])) x(version, step, into_step)
            where e.automation_id = :automation and e.version = x.version and e.step = x.step
              and e.state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED')""");

    private final Sql sql;
    private final Flows flows;

    VersionMoves(Sql sql, Flows flows) {
        this.sql = sql;
        this.flows = flows;
    }

    /** @param number of the newest version, whose course it is */
    void move(long automationId, int number, Course course, Instant now) {
        var versions = new ArrayList<Long>();
        var steps = new ArrayList<String>();
        var into = new ArrayList<String>();
        sql.list(LOCK, Map.of("automation", automationId, "number", number), _ -> true);
        for (var place : places(automationId, number)) {
            versions.add((long) place.version());
            steps.add(place.step());
            into.add(standsFor(automationId, place, course).orElse(""));
        }
        if (!versions.isEmpty()) {
            sql.update(
                    MOVE,
                    Map.of(
                            "automation", automationId,
                            "number", number,
                            "versions", versions,
                            "steps", steps,
                            "into", into,
                            "now", now));
        }
    }

    private Optional<String> standsFor(long automationId, Place place, Course course) {
        return course.standsFor(flows.of(automationId, place.version()).course(), place.step());
    }

    private List<Place> places(long automationId, int number) {
        return sql.list(
                PLACES,
                Map.of("automation", automationId, "number", number),
                row -> new Place(row.count("version"), row.text("step")));
    }

    private record Place(int version, String step) {}
}
