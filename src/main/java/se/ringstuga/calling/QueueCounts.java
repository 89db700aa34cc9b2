package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** Where everybody in a list is, counted without locks: each person in exactly one place. */
@ApplicationScoped
class QueueCounts {

    /** The places, in the order in which they win. */
    static final String PLACE = """
            case when e.done_at is not null then 'DONE'
                 when e.claimed_until is not null then 'CALLED'
                 when e.blocked_at is not null then 'BLOCKED'
                 when e.phone is null then 'NO_NUMBER'
                 when e.not_before > :now and e.capped_until = e.not_before then 'CAPPED'
                 when e.not_before > :now then 'COOLING'
                 else 'READY' end""";

    private static final NamedSql COUNT = NamedSql.of("""
            with placed as (
              select e.*, %s as place from call_queue_entry e where e.assignment_id = :assignment),
            ready as (
              select e.call_back_at, %s as available from placed e where e.place = 'READY')
            select count(*) filter (where place = 'DONE') as done, count(*) filter (where place = 'CALLED') as called,
                   count(*) filter (where place = 'BLOCKED') as blocked,
                   count(*) filter (where place = 'NO_NUMBER') as no_number,
                   count(*) filter (where place = 'COOLING') as cooling,
                   count(*) filter (where place = 'CAPPED') as capped, min(not_before) filter (where place = 'CAPPED') as cap_at,
                   (select count(*) from ready where available) as available,
                   (select count(*) from ready where not available) as reserved,
                   (select min(call_back_at) from ready where not available) as reserved_at,
                   min(not_before) filter (where place = 'COOLING') as cool_at,
                   min(claimed_until) filter (where place = 'CALLED') as lease_at
            from placed""".formatted(PLACE, ClaimSql.FOR_CALLER));

    private final Sql sql;
    private final CallingConfig config;
    private final Clock clock;

    QueueCounts(Sql sql, CallingConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** How many this caller could be handed now, were it not for the hours; and why there are no more. */
    Counted forCaller(Gate gate, long callerId) {
        var now = clock.instant();
        var parameters = new HashMap<String, Object>();
        parameters.put("assignment", gate.assignmentId());
        parameters.put("caller", callerId);
        parameters.put("now", now);
        parameters.put("reserved_since", now.minus(config.callBackReserved()));
        parameters.put("skips_since", now);
        return sql.first(COUNT, parameters, row -> counted(row, gate, now)).orElseThrow();
    }

    private Counted counted(Row row, Gate gate, Instant now) {
        var open = gate.window().open(now);
        var available = row.number("available");
        var reasons = new QueueReasons(
                row.number("cooling"),
                row.number("capped"),
                row.instantOrNull("cap_at"),
                row.number("called"),
                row.number("no_number"),
                open ? 0 : available,
                row.number("blocked"),
                row.number("reserved"),
                row.number("done"),
                gate.window().closedUntil(now));
        var reserved = row.instantOrNull("reserved_at");
        var soonest = Stream.of(
                        Optional.ofNullable(row.instantOrNull("cool_at")),
                        Optional.ofNullable(row.instantOrNull("cap_at")),
                        Optional.ofNullable(row.instantOrNull("lease_at")),
                        Optional.ofNullable(reserved).map(at -> at.plus(config.callBackReserved())),
                        available > 0 ? Optional.of(now) : Optional.<Instant>empty())
                .flatMap(Optional::stream)
                .map(at -> at.isBefore(now) ? now : at)
                .min(Instant::compareTo)
                .map(gate.window()::nextOpen)
                .orElse(null);
        return new Counted(open ? available : 0, reasons, soonest);
    }

    /** @param nextAt when to ask again, within the calling hours; null when nobody is left to wait for */
    record Counted(
            long available, QueueReasons reasons, @Nullable Instant nextAt) {}

    /** Counts for the statistics. */
    Map<String, Long> places(long assignmentId) {
        var counts = new HashMap<String, Long>();
        sql.list(
                        NamedSql.of(
                                "select %s as place, count(*) as people from call_queue_entry e where e.assignment_id = :assignment group by 1"
                                        .formatted(PLACE)),
                        Map.of("assignment", assignmentId, "now", clock.instant()),
                        row -> Map.entry(row.text("place"), row.number("people")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
