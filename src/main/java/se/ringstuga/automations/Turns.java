package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.Turnout.State;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.people.VisiblePeople;

/** Takes out whose turn it is, and writes down what came of it: one statement each, however many they are. */
@ApplicationScoped
class Turns {

    /**
     * Those at the same step as whoever has been due for longest. Nobody is waited for: who is in another instance's hands has
     * their turn there. What a person has passed is looked for among that person's few runs: on a day when thousands come in at
     * once, PostgreSQL believes for a while that a step has fewer.
     */
    private static final NamedSql TAKE = NamedSql.of("""
            with first as (
              select e.version, e.step from automation_enrolment e
              where e.automation_id = :automation and e.state in ('ACTIVE', 'WAITING') and e.due_at <= :now
                and (cast(:only as bigint) is null or e.id = :only)
              order by e.due_at, e.id limit 1 for update skip locked),
            due as (
              select e.* from automation_enrolment e, first f
              where e.automation_id = :automation and e.state in ('ACTIVE', 'WAITING') and e.due_at <= :now
                and e.version = f.version and e.step = f.step and (cast(:only as bigint) is null or e.id = :only)
              order by e.due_at, e.id limit :most for update of e skip locked)
            select d.*, cast(extract(epoch from d.paused_for) as bigint) as paused_seconds, exists (select from automation_run r
                                where r.automation_id + 0 = d.automation_id and r.person_id = d.person_id and r.step = d.step) as passed,
                   case when p.restricted_at is not null then 'RESTRICTED' when p.stopped_at is not null then 'STOPPED'
                        when exists (select from membership m where m.organization_id = p.organization_id and m.person_id = p.id
                                       and m.left_on <= :today) then 'MEMBERSHIP_ENDED'
                        when not {visible} then 'NOT_HERE' end as gone
            from due d join person p on p.id = d.person_id order by d.id""".replace("{visible}", VisiblePeople.from(":organization")));

    private static final NamedSql TRACE = NamedSql.of("""
            insert into automation_run (id, organization_id, automation_id, enrolment_id, version, person_organization, person_id, step, kind,
                                        outcome, reason, subject, survey_link, activation, at)
            select coalesce(nullif(x.run, 0), nextval(pg_get_serial_sequence('automation_run', 'id'))), e.organization_id, e.automation_id,
                   e.id, e.version, e.person_organization, e.person_id, e.step, :kind,
                   x.outcome, nullif(x.reason, ''), nullif(x.subject, ''), nullif(x.link, 0), a.activations, :now
            from unnest(cast(:ids as bigint[]), cast(:runs as bigint[]), cast(:outcomes as text[]), cast(:reasons as text[]),
                        cast(:subjects as text[]), cast(:links as bigint[])) x(id, run, outcome, reason, subject, link)
            join automation_enrolment e on e.id = x.id join automation a on a.id = e.automation_id""");

    private static final NamedSql DRAW = NamedSql.of("""
            select nextval(pg_get_serial_sequence('automation_run', 'id')) as id from generate_series(1, :count)""");

    private static final NamedSql MOVE = NamedSql.of("""
            update automation_enrolment e
            set state = x.state, step = nullif(x.step, ''), waiting_for = nullif(x.waiting_for, ''),
                arrived_at = coalesce(cast(nullif(x.arrived, '') as timestamptz), e.arrived_at),
                due_at = cast(nullif(x.due, '') as timestamptz), deadline = cast(nullif(x.deadline, '') as timestamptz),
                ended_at = case when x.state in ('FINISHED', 'LEFT') then :now end, reason = nullif(x.reason, '')
            from unnest(cast(:ids as bigint[]), cast(:states as text[]), cast(:steps as text[]), cast(:waiting as text[]),
                        cast(:arrived as text[]), cast(:due as text[]), cast(:deadlines as text[]), cast(:reasons as text[]))
                   x(id, state, step, waiting_for, arrived, due, deadline, reason)
            where e.id = x.id""");

    /** On a closed day: what would be due is due on the first open one. */
    private static final NamedSql POSTPONE = NamedSql.of("""
            update automation_enrolment set due_at = :until
            where automation_id = :automation and state in ('ACTIVE', 'WAITING') and due_at <= :now""");

    private static final NamedSql OF_AUTOMATION = NamedSql.of("""
            select id from automation_run where id = any (cast(:traces as bigint[])) and automation_id = :automation""");

    private static final int MOST = 1_000;

    private final Sql sql;

    Turns(Sql sql) {
        this.sql = sql;
    }

    /** @param only this enrolment alone; null for whoever is due */
    List<Due> take(Automation automation, FlowCalendar calendar, Instant now, @Nullable Long only) {
        var parameters = new HashMap<String, Object>();
        parameters.put("automation", automation.id());
        parameters.put("organization", automation.home().organizationId());
        parameters.put("now", now);
        parameters.put("today", calendar.date(now));
        parameters.put("most", MOST);
        parameters.put("only", only);
        return sql.list(TAKE, parameters, Due::of);
    }

    /** What each of them came to, in the order of {@code people}. */
    void write(String kind, List<Due> people, List<Turnout> turnouts, Instant now) {
        var traced = new ArrayList<Traced>();
        var moves = new ArrayList<Move>();
        for (int i = 0; i < people.size(); i++) {
            var id = people.get(i).id();
            moves.add(Move.of(people.get(i), turnouts.get(i)));
            if (turnouts.get(i) instanceof Turnout.GoesOn on && on.trace() != null) {
                traced.add(new Traced(id, on.trace()));
            }
        }
        if (!traced.isEmpty()) {
            trace(kind, traced, now);
        }
        move(moves, now);
    }

    /** Numbers for the traces of so many, for what must refer to them before they are written. */
    List<Long> draw(int count) {
        return sql.list(DRAW, Map.of("count", count), row -> row.number("id"));
    }

    private void trace(String kind, List<Traced> traced, Instant now) {
        sql.update(
                TRACE,
                Map.of(
                        "kind", kind,
                        "ids", all(traced, Traced::id),
                        "runs", all(traced, one -> one.trace().id()),
                        "links", all(traced, one -> one.trace().surveyLink()),
                        "outcomes", all(traced, one -> one.trace().outcome().name()),
                        "reasons", all(traced, one -> given(one.trace().reason())),
                        "subjects", all(traced, one -> given(one.trace().subject())),
                        "now", now));
    }

    private void move(List<Move> moves, Instant now) {
        var parameters = new HashMap<String, Object>(Map.of(
                "ids", all(moves, Move::id),
                "states", all(moves, move -> move.state().name()),
                "steps", all(moves, move -> given(move.step())),
                "waiting", all(moves, move -> given(move.waitingFor())),
                "arrived", all(moves, move -> given(move.arrived())),
                "due", all(moves, move -> given(move.due())),
                "deadlines", all(moves, move -> given(move.deadline())),
                "reasons", all(moves, move -> given(move.reason()))));
        parameters.put("now", now);
        sql.update(MOVE, parameters);
    }

    /** Those of these traces that are an automation's. */
    List<Long> ofAutomation(long automation, List<Long> traces) {
        return sql.list(OF_AUTOMATION, Map.of("automation", automation, "traces", traces), row -> row.number("id"));
    }

    int postpone(Automation automation, Instant now, Instant until) {
        return sql.update(POSTPONE, Map.of("automation", automation.id(), "now", now, "until", until));
    }

    private static <T, V> List<V> all(List<T> rows, Function<T, V> value) {
        return rows.stream().map(value).toList();
    }

    /** Arrays hold no nulls here. */
    private static String given(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private record Traced(long id, Turnout.Trace trace) {}

    private record Move(
            long id,
            State state,
            @Nullable String step,
            Turnout.@Nullable For waitingFor,
            @Nullable Instant arrived,
            @Nullable Instant due,
            @Nullable Instant deadline,
            @Nullable String reason) {

        static Move of(Due who, Turnout turnout) {
            return switch (turnout) {
                case Turnout.GoesOn on ->
                    on.next() == null
                            ? new Move(who.id(), State.FINISHED, null, null, null, null, null, null)
                            : new Move(who.id(), State.ACTIVE, on.next(), null, on.at(), on.at(), null, null);
                case Turnout.Waits(var what, var due, var deadline) ->
                    new Move(who.id(), State.WAITING, who.step(), what, null, due, deadline, null);
                case Turnout.Leaves(var reason) -> new Move(who.id(), State.LEFT, null, null, null, null, null, reason);
            };
        }
    }
}
