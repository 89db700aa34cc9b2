package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** The calls of an assignment, the latest first; protected people are for administrators alone (rule 5). */
@ApplicationScoped
class CallLogs {

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final String COLUMNS = """
            k.id, k.person_id, p.given_name, p.family_name, k.claimed_at, k.state, k.outcome, k.interrupted, k.late, k.conflict,
            k.survey_complete, k.alt_phone is not null as two_numbers""";

    private static final String CORRECTED = """
            exists (select from call_report_version v where v.call_id = k.id) as corrected""";

    /** Of each caller the latest, by the index of their calls, and of these the latest: no more rows than a page for each. */
    private static final NamedSql LIST = NamedSql.of("""
            select k.*, c.id as caller_id, c.name as caller_name, %s
            from caller c cross join lateral (
              select %s from call k join person p on p.id = k.person_id
              where k.caller_id = c.id and k.state in ('REPORTED', 'UNREPORTED')
                and k.claimed_at >= :from and k.claimed_at < :to and (k.claimed_at, k.id) < (:before_at, :before_id)
                and (cast(:outcome as text) is null or coalesce(k.outcome, k.state) = :outcome)
                and (p.restricted_at is null or :administrator)
              order by k.claimed_at desc, k.id desc limit :rows) k
            where c.assignment_id = :assignment and c.organization_id = :organization
              and (cast(:caller as bigint) is null or c.id = :caller)
            order by k.claimed_at desc, k.id desc limit :rows""".formatted(CORRECTED, COLUMNS));

    private static final NamedSql ONE = NamedSql.of("""
            select %s, c.id as caller_id, c.name as caller_name, %s
            from call k join caller c on c.id = k.caller_id join person p on p.id = k.person_id
            where k.id = :call and k.assignment_id = :assignment and k.organization_id = :organization
              and k.state in ('REPORTED', 'UNREPORTED') and (p.restricted_at is null or :administrator)""".formatted(COLUMNS, CORRECTED));

    private final Sql sql;

    CallLogs(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is looked for.
     *
     * @param callerId null for all
     * @param outcome an {@link Outcome} or {@code UNREPORTED}; null for all
     * @param day by the organization's clock; null for all
     * @param administrator whether calls with protected people are among them
     */
    record Wanted(
            long assignmentId,
            @Nullable Long callerId,
            @Nullable String outcome,
            @Nullable LocalDate day,
            boolean administrator) {}

    Page<LoggedCall> page(CallScope scope, Wanted wanted, ZoneId zone, PageRequest request) {
        var parameters = key(scope, wanted.assignmentId(), wanted.administrator());
        var day = wanted.day();
        parameters.put("caller", wanted.callerId());
        parameters.put("outcome", wanted.outcome());
        parameters.put(
                "from", day == null ? Instant.EPOCH : day.atStartOfDay(zone).toInstant());
        parameters.put(
                "to", day == null ? LATEST : day.plusDays(1).atStartOfDay(zone).toInstant());
        var after = request.after();
        parameters.put("before_at", after.map(CallLogs::at).orElse(LATEST));
        parameters.put("before_id", after.map(Cursor::id).orElse(Long.MAX_VALUE));
        parameters.put("rows", request.limit() + 1);
        return Page.of(
                sql.list(LIST, parameters, CallLogs::call),
                request.limit(),
                last -> new Cursor(last.calledAt().toString(), last.id()));
    }

    /** One of them. */
    Optional<LoggedCall> find(CallScope scope, long assignmentId, long callId, boolean administrator) {
        var parameters = key(scope, assignmentId, administrator);
        parameters.put("call", callId);
        return sql.first(ONE, parameters, CallLogs::call);
    }

    private static Instant at(Cursor cursor) {
        try {
            return Instant.parse(cursor.sortKey());
        } catch (DateTimeException broken) {
            throw InvalidInput.query("cursor", "is not a cursor of this list; use `next` as it was given");
        }
    }

    private static Map<String, Object> key(CallScope scope, long assignmentId, boolean administrator) {
        return new HashMap<>(Map.of(
                "assignment", assignmentId,
                "organization", scope.organizationId(),
                "administrator", administrator));
    }

    private static LoggedCall call(Row row) {
        var outcome = row.textOrNull("outcome");
        return new LoggedCall(
                row.number("id"),
                row.number("person_id"),
                (row.text("given_name") + " " + row.text("family_name")).strip(),
                row.number("caller_id"),
                row.text("caller_name"),
                row.instant("claimed_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.is("interrupted"),
                row.booleanOrNull("survey_complete"),
                row.is("late"),
                row.is("conflict"),
                row.is("corrected"),
                row.is("two_numbers"));
    }
}
