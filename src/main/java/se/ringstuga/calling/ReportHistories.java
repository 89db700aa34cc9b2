package se.ringstuga.calling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.NotFound;

/** Reads reports after they were sent; a threat, and whatever was written with it, is for administrators only (rule 10). */
@ApplicationScoped
class ReportHistories {

    private static final List<String> TEXTS = List.of("personFact", "note", "organizerMessage");

    private static final NamedSql CALL = NamedSql.of("""
            select k.id, k.person_id, cast(k.report as text) as report, k.reported_at,
                   k.person_fact is not distinct from 'THREAT' or exists (
                     select from call_report_version v where v.call_id = k.id and v.report ->> 'personFact' = 'THREAT') as threat
            from call k join person p on p.id = k.person_id
            where k.id = :call and k.organization_id = :organization and (p.restricted_at is null or :administrator)""");

    private static final NamedSql FORMER = NamedSql.of("""
            select number, cast(report as text) as report, reported_at, replaced_at, replaced_by
            from call_report_version where call_id = :call order by number desc""");

    private final Sql sql;
    private final ReportJson json;
    private final AccessLog accessLog;

    ReportHistories(Sql sql, ReportJson json, AccessLog accessLog) {
        this.sql = sql;
        this.json = json;
        this.accessLog = accessLog;
    }

    /**
     * Of a claim in the organization's assignments.
     *
     * @throws NotFound also when nothing was ever reported
     */
    ReportHistory of(CallScope scope, long claimId, boolean administrator) {
        var key = Map.of("call", claimId, "organization", scope.organizationId(), "administrator", administrator);
        var call = sql.first(CALL, key, Told::of).orElseThrow(NotFound::new);
        var withheld = call.threat() && !administrator;
        var former = sql.list(FORMER, Map.of("call", claimId), row -> former(row, withheld));
        if (call.report() == null && former.isEmpty()) {
            throw new NotFound();
        }
        accessLog.record(
                scope.organizationId(),
                scope.actor(),
                new AccessLog.Entry("call.report-read", "call:" + claimId, List.of(call.personId())));
        var report = call.report() == null ? null : shown(call.report(), withheld);
        return new ReportHistory(claimId, call.personId(), report, call.reportedAt(), former, withheld);
    }

    private ReportHistory.Former former(Row row, boolean withheld) {
        return new ReportHistory.Former(
                row.count("number"),
                shown(row.text("report"), withheld),
                row.instant("reported_at"),
                row.instant("replaced_at"),
                row.text("replaced_by"));
    }

    private ObjectNode shown(String report, boolean withheld) {
        var shown = json.stored(report);
        return withheld ? shown.remove(TEXTS) : shown;
    }

    private record Told(
            long personId,
            @Nullable String report,
            @Nullable Instant reportedAt,
            boolean threat) {

        static Told of(Row row) {
            return new Told(
                    row.number("person_id"),
                    row.textOrNull("report"),
                    row.instantOrNull("reported_at"),
                    row.is("threat"));
        }
    }
}
