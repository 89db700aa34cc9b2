package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Calls as rows: locked before they are reported, so that two reports of one claim come one after the other. */
@ApplicationScoped
class CallRows {

    private static final String COLUMNS =
            "select *, cast(report ->> 'callBackAt' as timestamptz) as call_back_at from ";

    private static final NamedSql LOCK = NamedSql.of(
            COLUMNS
                    + "call where id = :call and organization_id = :organization and (cast(:own as bigint) is null or caller_id = :own) for update");

    private static final NamedSql LOCK_BY_SECRET = NamedSql.of(COLUMNS + "call where id = :call for update");

    private static final NamedSql NONCE = NamedSql.of("select secret_nonce from call where id = :call");

    private static final NamedSql REPORT = NamedSql.of("""
            with reported as (
              update call set state = 'REPORTED', outcome = :outcome, interrupted = :interrupted, person_fact = :fact,
                     report = cast(:report as jsonb), report_hash = :hash, effects = cast(:effects as jsonb),
                     survey_complete = cast(:complete as boolean), reported_at = :reported_at,
                     ended_at = coalesce(ended_at, :now), attempt_at = cast(:attempt_at as timestamptz),
                     dialled_at = coalesce(dialled_at, :called_at), late = :late, skip_reason = null
              where id = :call returning *),
            numbers as (
              update call_number n set open = false,
                     attempted_at = case when n.phone = any (cast(:attempted as text[])) then :called_at end
              where n.call_id = :call),
            logged as (
              insert into access_log (organization_id, at, actor, action, subject, person_ids)
              select organization_id, :now, :actor, :action, 'call:' || id, array[person_id] from reported)
            """ + COLUMNS + "reported");

    private static final NamedSql REOPEN = NamedSql.of("""
            with reopened as (
              update call set state = 'OPEN', outcome = null, interrupted = false, person_fact = null, report = null,
                     report_hash = null, effects = null, survey_complete = null, reported_at = null, ended_at = null,
                     attempt_at = null, late = false, lease_until = :lease
              where id = :call returning id)
            update call_number n set open = true, attempted_at = null from reopened where n.call_id = reopened.id""");

    private static final NamedSql KEEP_VERSION = NamedSql.of("""
            insert into call_report_version (call_id, number, report, report_hash, reported_at, replaced_at, replaced_by)
            select k.id, 1 + (select count(*) from call_report_version v where v.call_id = k.id), k.report, k.report_hash,
                   k.reported_at, :now, :actor
            from call k where k.id = :call""");

    private static final NamedSql FORMER = NamedSql.of(
            "select cast(report as text) as report from call_report_version where call_id = :call order by number");

    /** Others who had the same person at the same time: rule 17. */
    private static final NamedSql OVERLAPPING = NamedSql.of("""
            update call set conflict = true
            where person_id = :person and id <> :call and caller_id <> :caller and not incoming
              and ((state = 'OPEN' and dialled_at is not null)
                   or (state = 'REPORTED' and claimed_at <= :now and reported_at >= :claimed_at))
            returning id, state""");

    private static final NamedSql CONFLICT = NamedSql.of("update call set conflict = true where id = :call");

    private final Sql sql;
    private final Clock clock;

    CallRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<CallRow> lock(CallScope scope, long callId) {
        var parameters = new HashMap<String, Object>(Map.of("call", callId, "organization", scope.organizationId()));
        parameters.put("own", scope.callerId());
        return sql.first(LOCK, parameters, CallRow::of);
    }

    /** What the claim's secret is made of; read without a lock, so that whoever guesses holds up nobody. */
    Optional<byte[]> nonce(long callId) {
        return sql.first(NONCE, Map.of("call", callId), row -> row.bytes("secret_nonce"));
    }

    /** For whoever holds the claim's secret; the caller of this method checks it. */
    Optional<CallRow> lock(long callId) {
        return sql.first(LOCK_BY_SECRET, Map.of("call", callId), CallRow::of);
    }

    /** Writes it, and into the access log; answers the call as it is now. */
    CallRow report(CallRow call, Reported reported) {
        var report = reported.report();
        var parameters = new HashMap<String, Object>(Map.of(
                "call", call.id(),
                "outcome", report.requiredOutcome(),
                "interrupted", report.wasInterrupted(),
                "report", reported.json(),
                "hash", reported.hash(),
                "effects", reported.effects(),
                "reported_at", reported.by().reportedAt(),
                "called_at", reported.calledAt(),
                "late", reported.late(),
                "now", clock.instant()));
        parameters.put("actor", reported.by().actor().toString());
        parameters.put("action", reported.by().correction() ? "call.corrected" : "call.reported");
        parameters.put("fact", report.personFact());
        parameters.put("complete", reported.surveyComplete());
        parameters.put("attempt_at", reported.countsAsAttempt() ? reported.calledAt() : null);
        parameters.put("attempted", attempted(call, report));
        return sql.first(REPORT, parameters, CallRow::of).orElseThrow();
    }

    /** Both numbers were shown; of a wrong one only the stranger on it is known to have been disturbed. */
    private static String[] attempted(CallRow call, CallReport report) {
        return report.outcome() == Outcome.WRONG_NUMBER
                ? report.wrong().stream()
                        .map(which -> WrongNumbers.number(call, which))
                        .toArray(String[]::new)
                : Stream.of(Optional.of(call.phone()), Optional.ofNullable(call.altPhone()))
                        .flatMap(Optional::stream)
                        .toArray(String[]::new);
    }

    void reopen(CallRow call, Instant lease) {
        sql.update(REOPEN, Map.of("call", call.id(), "lease", lease));
    }

    void keepVersion(CallRow call, String actor) {
        sql.update(KEEP_VERSION, Map.of("call", call.id(), "now", clock.instant(), "actor", actor));
    }

    /** Reports that were corrected since: one of them again has simply been sent again. */
    List<String> formerReports(CallRow call) {
        return sql.list(FORMER, Map.of("call", call.id()), row -> row.text("report"));
    }

    /** Marks calls by others that overlap this one; says whether any of them is reported. */
    boolean markConflicts(CallRow call) {
        var parameters = Map.of(
                "person", call.personId(),
                "call", call.id(),
                "caller", call.callerId(),
                "claimed_at", call.claimedAt(),
                "now", clock.instant());
        var others = sql.list(OVERLAPPING, parameters, row -> CallState.valueOf(row.text("state")));
        var conflict = others.contains(CallState.REPORTED);
        if (conflict) {
            sql.update(CONFLICT, Map.of("call", call.id()));
        }
        return conflict;
    }

    /** What is written when a call is reported. */
    record Reported(
            CallReport report,
            String json,
            String hash,
            String effects,
            @Nullable Boolean surveyComplete,
            ReportTaking.Circumstances by,
            Instant calledAt,
            boolean late,
            boolean countsAsAttempt) {}
}
