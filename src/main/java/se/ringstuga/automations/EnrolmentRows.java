package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** People in automations as rows: taken out with what happens to them, failed, and moved from one version into another. */
@ApplicationScoped
class EnrolmentRows {

    private static final String LEAVE = """
            update automation_enrolment e
            set state = 'LEFT', step = null, waiting_for = null, due_at = null, deadline = null, ended_at = :now, reason = {reason}
            from person p
            where p.id = e.person_id and e.person_id = any (cast(:people as bigint[])) and e.state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED') and {gone}""";

    private static final NamedSql ENDED =
            NamedSql.of(LEAVE.replace("{reason}", "'MEMBERSHIP_ENDED'").replace("{gone}", "true"));

    private static final NamedSql KEPT_OUT = NamedSql.of(
            LEAVE.replace("{reason}", "case when p.restricted_at is null then 'STOPPED' else 'RESTRICTED' end")
                    .replace("{gone}", "(p.restricted_at is not null or p.stopped_at is not null)"));

    private static final NamedSql FAIL = NamedSql.of("""
            update automation_enrolment
            set state = 'FAILED', waiting_for = null, due_at = null, deadline = null, ended_at = :now, reason = 'STEP_FAILED'
            where id = :id and state in ('ACTIVE', 'WAITING')""");

    private static final NamedSql OTHERS_FAILED = NamedSql.of("""
            select exists (select from automation_enrolment
                           where automation_id = :automation and state = 'FAILED' and ended_at > :since
                             and id <> all (cast(:ids as bigint[]))) as failed""");

    private static final NamedSql LOCK_OLDER = NamedSql.of("""
            select id from automation_enrolment
            where automation_id = :automation and version < :number and state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED')
            order by id for no key update""");

    private static final NamedSql PLACES = NamedSql.of("""
            select distinct version, step from automation_enrolment
            where automation_id = :automation and version < :number and state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED') and step is not null""");

    /**
     * Whoever waits begins the step anew, from when they came to it: a wait that was made shorter may be over. What a step has
     * done for them it does not do again. For whom it has not begun yet it does no sooner.
     */
    private static final NamedSql MOVE = NamedSql.of("""
            update automation_enrolment e
            set version = :number, step = nullif(x.into_step, ''),
                state = case when x.into_step = '' then 'FINISHED' when e.state = 'WAITING' then 'ACTIVE' else e.state end,
                waiting_for = null, deadline = null,
                due_at = case when x.into_step = '' or e.state = 'FAILED' then null
                              when e.waiting_for is null then greatest(e.due_at, e.arrived_at) else e.arrived_at end,
                ended_at = case when x.into_step = '' then :now else e.ended_at end,
                reason = case when x.into_step = '' then null else e.reason end
            from unnest(cast(:versions as bigint[]), cast(:steps as text[]), cast(:into as text[])) x(version, step, into_step)
            where e.automation_id = :automation and e.version = x.version and e.step = x.step
              and e.state in ('ACTIVE', 'WAITING', 'PAUSED', 'FAILED')""");

    private final Sql sql;

    EnrolmentRows(Sql sql) {
        this.sql = sql;
    }

    /** A version and a step of it at which somebody stands. */
    record Place(int version, String step) {}

    /** @param into the key of a step of the newest version; empty for its end */
    record Passage(Place from, String into) {}

    /** Whoever is a member no more is in no automation. */
    void membershipsEnded(List<Long> people, Instant now) {
        sql.update(ENDED, Map.of("people", people, "now", now));
    }

    /** Those of them who are protected or stopped. */
    void keepOut(List<Long> people, Instant now) {
        sql.update(KEPT_OUT, Map.of("people", people, "now", now));
    }

    void fail(long enrolment, Instant now) {
        sql.update(FAIL, Map.of("id", enrolment, "now", now));
    }

    /** Whether a step went wrong since for somebody else than these. */
    boolean othersFailed(long automationId, List<Long> enrolments, Instant since) {
        return sql.first(
                        OTHERS_FAILED,
                        Map.of("automation", automationId, "ids", enrolments, "since", since),
                        row -> row.is("failed"))
                .orElse(false);
    }

    /** Whoever has their turn is waited for, so that nobody is between two steps; nobody gets theirs meanwhile. */
    List<Place> lockOlder(long automationId, int number) {
        var older = Map.of("automation", automationId, "number", number);
        sql.list(LOCK_OLDER, older, _ -> true);
        return sql.list(PLACES, older, row -> new Place(row.count("version"), row.text("step")));
    }

    /** @param number of the newest version */
    void move(long automationId, int number, List<Passage> passages, Instant now) {
        var versions = new ArrayList<Long>();
        var steps = new ArrayList<String>();
        var into = new ArrayList<String>();
        for (var passage : passages) {
            versions.add((long) passage.from().version());
            steps.add(passage.from().step());
            into.add(passage.into());
        }
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
