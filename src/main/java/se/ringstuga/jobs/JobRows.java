package se.ringstuga.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** The rows of jobs and of their latest runs. */
@ApplicationScoped
class JobRows {

    /** How many runs of each job are remembered. */
    static final int SLOTS = 20;

    /** What works as rarely as that is remembered also when there was nothing to do. */
    private static final Duration WORTH_REMEMBERING = Duration.ofHours(1);

    /** Whoever holds the row's lease runs it; a lease that ran out was that of somebody who died. */
    private static final NamedSql BEGIN = NamedSql.of("""
            insert into job as j (name, runs, started_at, lease_until, node) values (:name, 1, :now, :lease, :node)
            on conflict (name) do update
              set runs = j.runs + 1, started_at = excluded.started_at, lease_until = excluded.lease_until, node = excluded.node
              where (j.lease_until is null or j.lease_until <= :now)
                and (j.due_at is null or j.due_at <= :now or j.asked_at is not null or not :rarely)
            returning j.runs, j.started_at""");

    private static final NamedSql RENEW = NamedSql.of(
            "update job set lease_until = :lease where name = :name and runs = :run and lease_until is not null");

    /** One statement; a slot is written only for a run that is worth remembering. */
    private static final NamedSql END = NamedSql.of("""
            with before as materialized (select asked_by from job where name = :name and runs = :run),
            ended as (
              update job set lease_until = null, ended_at = :ended, done = cast(:done as bigint), failure = cast(:failure as text),
                failed_at = case when cast(:failure as text) is null then failed_at else cast(:ended as timestamptz) end,
                due_at = cast(:due as timestamptz), asked_at = null, asked_by = null
              where name = :name and runs = :run
              returning name, runs, node)
            insert into job_run as r (name, slot, started_at, ended_at, node, done, failure, asked_by)
            select e.name, e.runs % :slots, :started, :ended, e.node, cast(:done as bigint), cast(:failure as text), b.asked_by
            from ended e cross join before b
            where cast(:done as bigint) > 0 or cast(:failure as text) is not null or b.asked_by is not null or :worth
            on conflict (name, slot) do update
              set started_at = excluded.started_at, ended_at = excluded.ended_at, node = excluded.node, done = excluded.done,
                  failure = excluded.failure, asked_by = excluded.asked_by""");

    private static final NamedSql NOTE = NamedSql.of("""
            insert into job as j (name, runs, started_at, ended_at, node, done, failure, failed_at)
            values (:name, 1, :started, :ended, :node, cast(:done as bigint), cast(:failure as text),
                    case when cast(:failure as text) is not null then cast(:ended as timestamptz) end)
            on conflict (name) do update
              set runs = j.runs + 1, started_at = excluded.started_at, ended_at = excluded.ended_at, node = excluded.node,
                  done = excluded.done, failure = excluded.failure, failed_at = coalesce(excluded.failed_at, j.failed_at)""");

    private static final NamedSql ASK = NamedSql.of("""
            insert into job as j (name, asked_at, asked_by) values (:name, :now, :actor)
            on conflict (name) do update set asked_at = excluded.asked_at, asked_by = excluded.asked_by
              where j.lease_until is null or j.lease_until <= :now""");

    private static final NamedSql ALL = NamedSql.of("select * from job");

    private static final NamedSql RUNS =
            NamedSql.of("select * from job_run where name = :name order by started_at desc");

    private final Sql sql;

    JobRows(Sql sql) {
        this.sql = sql;
    }

    /** One run under way; nobody else's has its number. */
    record Run(long number, Instant startedAt) {}

    /** @param done null where the job counts nothing */
    record Result(
            Instant startedAt,
            Instant endedAt,
            @Nullable Long done,
            @Nullable String failure) {}

    /** @param askedBy an actor; null for a run that was due by itself */
    record Past(Result result, String node, @Nullable String askedBy) {

        static Past of(Row row) {
            return new Past(
                    new Result(
                            row.instant("started_at"),
                            row.instant("ended_at"),
                            row.numberOrNull("done"),
                            row.textOrNull("failure")),
                    row.text("node"),
                    row.textOrNull("asked_by"));
        }
    }

    /** How a job stands; what never was is null. */
    record Standing(
            String name,
            @Nullable Instant startedAt,
            @Nullable Instant leaseUntil,
            @Nullable Instant endedAt,
            @Nullable Instant dueAt,
            @Nullable Instant failedAt,
            @Nullable Long done,
            @Nullable String failure,
            @Nullable String node) {

        static final Standing NEVER = new Standing("", null, null, null, null, null, null, null, null);

        static Standing of(Row row) {
            return new Standing(
                    row.text("name"),
                    row.instantOrNull("started_at"),
                    row.instantOrNull("lease_until"),
                    row.instantOrNull("ended_at"),
                    row.instantOrNull("due_at"),
                    row.instantOrNull("failed_at"),
                    row.numberOrNull("done"),
                    row.textOrNull("failure"),
                    row.textOrNull("node"));
        }

        boolean running(Instant now) {
            return leaseUntil != null && leaseUntil.isAfter(now);
        }
    }

    /** Empty when somebody else runs it, or it is not due. */
    Optional<Run> begin(Job job, String node, Instant now, Duration lease) {
        var parameters = Map.of(
                "name",
                job.name(),
                "now",
                now,
                "lease",
                now.plus(lease),
                "node",
                node,
                "rarely",
                job.works().isPresent());
        return sql.first(BEGIN, parameters, row -> new Run(row.number("runs"), row.instant("started_at")));
    }

    void renew(Job job, Run run, Instant until) {
        sql.update(RENEW, Map.of("name", job.name(), "run", run.number(), "lease", until));
    }

    /** What somebody else has taken over meanwhile is left to them. */
    void end(Job job, Run run, Result result, @Nullable Instant due) {
        var parameters = parameters(job, result);
        parameters.put("run", run.number());
        parameters.put("due", due);
        parameters.put("slots", SLOTS);
        parameters.put(
                "worth",
                job.works()
                        .filter(pause -> pause.compareTo(WORTH_REMEMBERING) >= 0)
                        .isPresent());
        sql.update(END, parameters);
    }

    void note(Job job, String node, Result result) {
        var parameters = parameters(job, result);
        parameters.put("node", node);
        sql.update(NOTE, parameters);
    }

    /** False when it is just running. */
    boolean ask(Job job, String actor, Instant now) {
        return sql.update(ASK, Map.of("name", job.name(), "actor", actor, "now", now)) > 0;
    }

    List<Standing> all() {
        return sql.list(ALL, Map.of(), Standing::of);
    }

    /** The latest first, {@link #SLOTS} at most. */
    List<Past> runs(Job job) {
        return sql.list(RUNS, Map.of("name", job.name()), Past::of);
    }

    private static Map<String, Object> parameters(Job job, Result result) {
        var parameters = new HashMap<String, Object>(
                Map.of("name", job.name(), "started", result.startedAt(), "ended", result.endedAt()));
        parameters.put("done", result.done());
        parameters.put("failure", result.failure());
        return parameters;
    }
}
