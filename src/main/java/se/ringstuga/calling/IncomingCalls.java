package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;

/** Somebody rings back: found only among the caller's own calls of the last 24 hours, by the last four digits (rule 8). */
@ApplicationScoped
public class IncomingCalls {

    private static final Duration OWN_CALLS = Duration.ofHours(24);

    private static final NamedSql FIND = NamedSql.of("""
            select k.id, k.person_id, p.given_name, p.family_name, coalesce(k.dialled_at, k.claimed_at) as called_at
            from call k join person p on p.id = k.person_id
            where k.caller_id = :caller and k.organization_id = :organization and k.dialled_at is not null
              and not k.incoming and k.claimed_at > :since and p.restricted_at is null
              and (right(k.phone, 4) = :digits or right(k.alt_phone, 4) = :digits)
            order by k.claimed_at desc, k.id""");

    /** A call of its own, of the same person and caller; it reserves no number, since the person is on the line already. */
    private static final NamedSql OPEN = NamedSql.of("""
            insert into call (organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone,
                              alt_phone, secret_nonce, state, claimed_by, claimed_at, lease_until, dialled_at, ended_at, incoming)
            select organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone, alt_phone,
                   :nonce, 'ENDED', :actor, :now, :now, :now, :now, true
            from call where id = :call and caller_id = :caller and organization_id = :organization and claimed_at > :since
              and dialled_at is not null and not incoming
            returning id""");

    /** Pressed twice, the second waits for the first and then finds what it logged. */
    private static final NamedSql LOCK =
            NamedSql.of("select id from call where id = :call and caller_id = :caller for update");

    private static final NamedSql LOGGED = NamedSql.of("""
            select n.id, cast(n.report as text) as report
            from call k join call n on n.caller_id = k.caller_id and n.person_id = k.person_id
            where k.id = :call and n.incoming and n.state = 'REPORTED' and n.claimed_at > :since order by n.id""");

    private final Sql sql;
    private final Reports reports;
    private final ReportJson json;
    private final ClaimSecrets secrets;
    private final AccessLog accessLog;
    private final Clock clock;

    IncomingCalls(Sql sql, Reports reports, ReportJson json, ClaimSecrets secrets, AccessLog accessLog, Clock clock) {
        this.sql = sql;
        this.reports = reports;
        this.json = json;
        this.secrets = secrets;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * Whom the caller may have on the line.
     *
     * @param digits the last four of the number that shows on the phone
     */
    @Transactional
    public List<IncomingMatch> find(CallScope scope, String digits) {
        if (!digits.matches("[0-9]{4}")) {
            throw new InvalidInput("digits", "give the last four digits of the number");
        }
        var parameters = key(scope);
        parameters.put("digits", digits);
        var people = sql.list(FIND, parameters, row -> row.number("person_id"));
        accessLog.record(
                scope.organizationId(),
                scope.actor(),
                new AccessLog.Entry("call.rang-back", "caller:" + scope.caller(), people));
        return sql.list(FIND, parameters, IncomingCalls::match);
    }

    /**
     * Logs the call of somebody who rang back, as a call of its own; the same report twice is logged once.
     *
     * @param claimId the caller's earlier call, from {@link #find}
     */
    @Transactional
    public ReportView log(CallScope scope, long claimId, CallReport report) {
        var parameters = key(scope);
        parameters.put("call", claimId);
        parameters.put("nonce", secrets.nonce());
        parameters.put("actor", scope.actor().toString());
        parameters.put(
                "call", sql.first(LOCK, parameters, row -> row.number("id")).orElseThrow(NotFound::new));
        var call = logged(parameters, json.hash(report.normalized()))
                .or(() -> sql.first(OPEN, parameters, row -> row.number("id")))
                .orElseThrow(NotFound::new);
        return reports.report(scope, call, report);
    }

    private Optional<Long> logged(Map<String, Object> parameters, String hash) {
        return sql.list(LOGGED, parameters, row -> Map.entry(row.number("id"), row.text("report"))).stream()
                .filter(call -> json.saysTheSame(call.getValue(), hash))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<String, Object> key(CallScope scope) {
        var now = clock.instant();
        return new HashMap<>(Map.of(
                "caller", scope.caller(),
                "organization", scope.organizationId(),
                "now", now,
                "since", now.minus(OWN_CALLS)));
    }

    private static IncomingMatch match(Row row) {
        var name = (row.text("given_name") + " " + row.text("family_name")).strip();
        return new IncomingMatch(row.number("id"), name, row.instant("called_at"));
    }
}
