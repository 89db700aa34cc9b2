package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Counts an assignment's people and calls from the rows themselves; nothing is kept beside them that could drift. */
@ApplicationScoped
public class StatisticsOfCalls {

    private static final String UNREPORTED = "UNREPORTED";

    /** Every caller, and what became of their calls; a caller without calls has one row without an outcome. */
    private static final NamedSql CALLS = NamedSql.of("""
            select c.id, c.name, coalesce(k.outcome, case when k.state = 'UNREPORTED' then 'UNREPORTED' end) as outcome,
                   count(k.id) as calls
            from caller c left join call k on k.caller_id = c.id and k.state in ('REPORTED', 'UNREPORTED')
            where c.assignment_id = :assignment
            group by c.id, c.name, 3 order by c.id""");

    private final Sql sql;
    private final QueueCounts counts;
    private final AssignmentEditing assignments;

    StatisticsOfCalls(Sql sql, QueueCounts counts, AssignmentEditing assignments) {
        this.sql = sql;
        this.counts = counts;
        this.assignments = assignments;
    }

    public AssignmentStatistics of(CallScope scope, long assignmentId) {
        assignments.get(scope, assignmentId);
        var places = counts.places(assignmentId);
        var calls = sql.list(
                CALLS,
                Map.of("assignment", assignmentId),
                row -> new Line(row.number("id"), row.text("name"), row.textOrNull("outcome"), row.number("calls")));
        var byOutcome = new LinkedHashMap<String, Long>();
        Arrays.stream(Outcome.values()).forEach(outcome -> byOutcome.put(outcome.name(), 0L));
        byOutcome.put(UNREPORTED, 0L);
        calls.stream()
                .filter(Line::counts)
                .forEach(line -> byOutcome.merge(String.valueOf(line.outcome()), line.calls(), Long::sum));
        var blocked = places.getOrDefault("BLOCKED", 0L);
        return new AssignmentStatistics(
                places.values().stream().mapToLong(Long::longValue).sum(),
                places.getOrDefault("READY", 0L),
                places.getOrDefault("COOLING", 0L) + places.getOrDefault("CAPPED", 0L) + blocked,
                places.getOrDefault("CALLED", 0L),
                places.getOrDefault("NO_NUMBER", 0L),
                places.getOrDefault("DONE", 0L),
                blocked,
                calls.stream().mapToLong(Line::calls).sum(),
                byOutcome.getOrDefault(Outcome.REACHED.name(), 0L),
                byOutcome,
                byCaller(calls));
    }

    private static List<AssignmentStatistics.OfCaller> byCaller(List<Line> lines) {
        var callers = new LinkedHashMap<Long, AssignmentStatistics.OfCaller>();
        lines.forEach(line -> callers.merge(
                line.caller(),
                new AssignmentStatistics.OfCaller(line.caller(), line.name(), line.calls(), line.reached()),
                (one, other) -> new AssignmentStatistics.OfCaller(
                        one.id(), one.name(), one.calls() + other.calls(), one.reached() + other.reached())));
        return List.copyOf(callers.values());
    }

    private record Line(long caller, String name, @Nullable String outcome, long calls) {

        boolean counts() {
            return calls > 0;
        }

        long reached() {
            return Outcome.REACHED.name().equals(outcome) ? calls : 0;
        }
    }
}
