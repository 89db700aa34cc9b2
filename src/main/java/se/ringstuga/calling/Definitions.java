package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.FilterReader;

/** Assignments as the claims need them, kept by revision: the claim's first statement tells which revision holds. */
@ApplicationScoped
class Definitions {

    private static final int KEPT = 500;

    private static final NamedSql READ = NamedSql.of("""
            select a.id, a.organization_id, a.root_id, a.target, a.goal, a.survey_id, a.cooldown_hours, a.max_attempts,
                   a.shown_fields, cast(a.xmin as text) as revision,
                   array(select cast(extract(epoch from s.until) * 1000000 as bigint) from call_assignment_survey s
                         where s.assignment_id = a.id order by s.until) as earlier_until,
                   array(select coalesce(s.survey_id, 0) from call_assignment_survey s
                         where s.assignment_id = a.id order by s.until) as earlier_surveys
            from call_assignment a where a.id = :assignment""");

    private final Sql sql;
    private final FilterReader filters;
    private final Map<Long, Kept> kept = Collections.synchronizedMap(new LatestUsed());

    Definitions(Sql sql, FilterReader filters) {
        this.sql = sql;
        this.filters = filters;
    }

    /** @param revision of the row that the caller has just read */
    Definition of(long assignmentId, String revision) {
        var known = kept.get(assignmentId);
        return known != null && known.revision().equals(revision)
                ? known.definition()
                : current(assignmentId).orElseThrow();
    }

    Optional<Definition> current(long assignmentId) {
        var read = sql.first(
                READ, Map.of("assignment", assignmentId), row -> new Kept(row.text("revision"), definition(row)));
        read.ifPresent(found -> kept.put(assignmentId, found));
        return read.map(Kept::definition);
    }

    private Definition definition(Row row) {
        var goal = row.textOrNull("goal");
        return new Definition(
                row.number("id"),
                row.number("organization_id"),
                row.number("root_id"),
                filters.stored(row.text("target")),
                goal == null ? null : filters.stored(goal),
                row.numberOrNull("survey_id"),
                row.count("cooldown_hours"),
                row.count("max_attempts"),
                row.texts("shown_fields"),
                earlier(row.numbers("earlier_until"), row.numbers("earlier_surveys")));
    }

    private static List<Definition.EarlierSurvey> earlier(List<Long> until, List<Long> surveys) {
        return IntStream.range(0, until.size())
                .mapToObj(i -> new Definition.EarlierSurvey(
                        Instant.EPOCH.plus(until.get(i), ChronoUnit.MICROS),
                        surveys.get(i) == 0 ? null : surveys.get(i)))
                .toList();
    }

    /** @param revision the transaction that wrote the row: a rolled-back or truncated one never stands for a later one */
    private record Kept(String revision, Definition definition) {}

    private static final class LatestUsed extends LinkedHashMap<Long, @Nullable Kept> {

        private static final long serialVersionUID = 1;

        LatestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, @Nullable Kept> eldest) {
            return size() > KEPT;
        }
    }
}
