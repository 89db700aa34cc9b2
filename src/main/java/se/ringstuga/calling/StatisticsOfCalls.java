package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final NamedSql ANSWERS = NamedSql.of("""
            select count(*) filter (where k.survey_complete) as answered,
                   count(*) filter (where not k.survey_complete) as partly
            from caller c join call k on k.caller_id = c.id and k.state = 'REPORTED'
            where c.assignment_id = :assignment""");

    private static final NamedSql EVENINGS = NamedSql.of("""
            select * from (
              select cast(k.claimed_at at time zone :zone as date) as day, count(*) as calls,
                     count(*) filter (where k.outcome = 'REACHED') as reached
              from caller c join call k on k.caller_id = c.id and k.state in ('REPORTED', 'UNREPORTED')
              where c.assignment_id = :assignment group by 1 order by 1 desc limit 31) latest
            order by day""");

    private static final NamedSql DONE_BECAUSE = NamedSql.of("""
            select coalesce(e.done_reason, 'OTHER') as done_reason, count(*) as people from call_queue_entry e
            where e.assignment_id = :assignment and e.done_at is not null group by 1 order by 2 desc, 1""");

    private final Sql sql;
    private final QueueCounts counts;
    private final Gates gates;
    private final AssignmentEditing assignments;

    StatisticsOfCalls(Sql sql, QueueCounts counts, Gates gates, AssignmentEditing assignments) {
        this.sql = sql;
        this.counts = counts;
        this.gates = gates;
        this.assignments = assignments;
    }

    /** Where everybody is and when there is somebody to call again, apart from who calls. */
    QueueCounts.Counted waiting(CallScope scope, long assignmentId) {
        assignments.get(scope, assignmentId);
        return counts.forCaller(gates.of(assignmentId), Gate.NOBODY);
    }

    /** How many wait for an organizer to handle a message. */
    long waitingForOrganizer(long assignmentId) {
        return counts.places(assignmentId).getOrDefault("BLOCKED", 0L);
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
        var answers = answers(assignmentId);
        return new AssignmentStatistics(
                places.values().stream().mapToLong(Long::longValue).sum(),
                places.getOrDefault("READY", 0L),
                places.getOrDefault("COOLING", 0L) + places.getOrDefault("CAPPED", 0L) + blocked,
                places.getOrDefault("CALLED", 0L),
                places.getOrDefault("NO_NUMBER", 0L),
                places.getOrDefault("DONE", 0L),
                blocked,
                doneBecause(assignmentId),
                calls.stream().mapToLong(Line::calls).sum(),
                byOutcome.getOrDefault(Outcome.REACHED.name(), 0L),
                answers.complete(),
                answers.partly(),
                byOutcome,
                byCaller(calls),
                evenings(assignmentId));
    }

    private Answers answers(long assignmentId) {
        return sql.first(
                        ANSWERS,
                        Map.of("assignment", assignmentId),
                        row -> new Answers(row.number("answered"), row.number("partly")))
                .orElseThrow();
    }

    private Map<String, Long> doneBecause(long assignmentId) {
        var reasons = new LinkedHashMap<String, Long>();
        sql.list(
                        DONE_BECAUSE,
                        Map.of("assignment", assignmentId),
                        row -> Map.entry(row.text("done_reason"), row.number("people")))
                .forEach(reason -> reasons.put(reason.getKey(), reason.getValue()));
        return reasons;
    }

    private List<AssignmentStatistics.OfEvening> evenings(long assignmentId) {
        var zone = gates.of(assignmentId).window().zone().getId();
        return sql.list(
                EVENINGS,
                Map.of("assignment", assignmentId, "zone", zone),
                row -> new AssignmentStatistics.OfEvening(
                        Objects.requireNonNull(row.dateOrNull("day")), row.number("calls"), row.number("reached")));
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

    private record Answers(long complete, long partly) {}

    private record Line(long caller, String name, @Nullable String outcome, long calls) {

        boolean counts() {
            return calls > 0;
        }

        long reached() {
            return Outcome.REACHED.name().equals(outcome) ? calls : 0;
        }
    }
}
