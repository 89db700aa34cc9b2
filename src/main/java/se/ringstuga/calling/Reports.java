package se.ringstuga.calling;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import se.ringstuga.accounts.Actor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;

/**
 * Takes reports, once each. A claim has one report: sent again it answers the same, a different one is a conflict, told
 * before it is looked at any closer.
 */
@ApplicationScoped
public class Reports {

    private final CallRows calls;
    private final ReportTaking taking;
    private final ReportUndoing undoing;
    private final ReportJson json;
    private final ClaimSecrets secrets;
    private final OpenClaims openClaims;
    private final CallingConfig config;
    private final Clock clock;

    Reports(
            CallRows calls,
            ReportTaking taking,
            ReportUndoing undoing,
            ReportJson json,
            ClaimSecrets secrets,
            OpenClaims openClaims,
            CallingConfig config,
            Clock clock) {
        this.calls = calls;
        this.taking = taking;
        this.undoing = undoing;
        this.json = json;
        this.secrets = secrets;
        this.openClaims = openClaims;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Everything that came of a call, in one transaction.
     *
     * @throws InvalidInput naming the field; nothing was stored
     * @throws DifferentReport with the report that counts
     * @throws ReportTooLate more than 24 hours after the claim ended
     */
    @Transactional
    public ReportView report(CallScope scope, long claimId, CallReport report) {
        return accept(lock(scope, claimId), report, scope.actor());
    }

    /** The same as it came over the wire: one that cannot be read is a different one where a report is there already. */
    @Transactional
    ReportView report(CallScope scope, long claimId, JsonNode body) {
        var call = lock(scope, claimId);
        return accept(call, read(call, body), scope.actor());
    }

    /** Whether this is the claim's own secret; asked before anything is locked or anybody's turn is taken. */
    @Transactional
    boolean opens(long claimId, String secret) {
        return calls.nonce(claimId)
                .filter(nonce -> secrets.opens(secret, nonce))
                .isPresent();
    }

    /** For a page whose session is gone: the claim's own secret accepts exactly its report for 24 hours (rule 17). */
    @Transactional
    public ReportView reportWithSecret(long claimId, String secret, CallReport report) {
        var call = bySecret(claimId, secret);
        return accept(call, report, new Actor(Actor.Kind.CALLER, call.callerId()));
    }

    @Transactional
    ReportView reportWithSecret(long claimId, String secret, JsonNode body) {
        var call = bySecret(claimId, secret);
        return accept(call, read(call, body), new Actor(Actor.Kind.CALLER, call.callerId()));
    }

    /** Replaces the report that counts; the former is kept. What it had changed is taken back first. */
    @Transactional
    public ReportView correct(CallScope scope, long claimId, CallReport report) {
        var call = lock(scope, claimId);
        return call.state() == CallState.REPORTED
                ? correct(call, report, scope.actor())
                : accept(call, report, scope.actor());
    }

    /**
     * The same over the wire.
     *
     * @param administrator whether they may see what was reported with a threat: nobody else replaces what they cannot see (rule 10)
     */
    @Transactional
    ReportView correct(CallScope scope, long claimId, JsonNode body, boolean administrator) {
        var call = lock(scope, claimId);
        if (!administrator && tellsOfThreat(call)) {
            throw new CorrectedByAdministrators();
        }
        return correct(scope, claimId, json.read(body, call));
    }

    /**
     * Takes a report back within 30 seconds: the caller has the same person open again, as if nothing had been said.
     *
     * @throws UndoTooLate later, or when the caller is already talking to somebody else
     */
    @Transactional
    public ClaimView undo(CallScope scope, long claimId) {
        undoing.undo(lock(scope, claimId), scope.actor());
        return openClaims.show(scope, claimId);
    }

    private ReportView accept(CallRow call, CallReport sent, Actor actor) {
        var report = sent.normalized();
        if (call.state() == CallState.REPORTED) {
            return again(call, report);
        }
        var ended = call.endedAt() == null ? call.leaseUntil() : call.endedAt();
        if (ended.plus(config.lateReports()).isBefore(clock.instant())) {
            throw new ReportTooLate(call.id(), call.state());
        }
        return view(taking.take(call, report, ReportTaking.Circumstances.first(call, actor, clock.instant())));
    }

    private ReportView correct(CallRow call, CallReport sent, Actor actor) {
        var report = sent.normalized();
        if (json.saysTheSame(Objects.requireNonNull(call.report()), json.hash(report))) {
            return view(call);
        }
        var counted = undoing.revertForCorrection(call, actor);
        var reportedAt = Objects.requireNonNull(call.reportedAt());
        return view(taking.take(call, report, new ReportTaking.Circumstances(actor, reportedAt, true, counted)));
    }

    /**
     * The hash is quick but belongs to one version of the product: a report that a former version stored says the same if
     * it reads the same today.
     */
    private ReportView again(CallRow call, CallReport report) {
        var hash = json.hash(report);
        var same = hash.equals(call.reportHash())
                || json.saysTheSame(Objects.requireNonNull(call.report()), hash)
                || calls.formerReports(call).stream().anyMatch(former -> json.saysTheSame(former, hash));
        if (!same) {
            throw new DifferentReport(view(call));
        }
        return view(call);
    }

    private CallReport read(CallRow call, JsonNode body) {
        try {
            return json.read(body, call);
        } catch (InvalidInput unreadable) {
            if (call.state() == CallState.REPORTED) {
                throw new DifferentReport(view(call));
            }
            throw unreadable;
        }
    }

    /** Now, or before it was corrected. */
    private boolean tellsOfThreat(CallRow call) {
        return Stream.concat(Stream.ofNullable(call.report()), calls.formerReports(call).stream())
                .anyMatch(report -> json.said(json.stored(report)).tellsOfThreat());
    }

    private CallRow lock(CallScope scope, long claimId) {
        return calls.lock(scope, claimId).orElseThrow(NotFound::new);
    }

    private CallRow bySecret(long claimId, String secret) {
        if (!opens(claimId, secret)) {
            throw new NotFound();
        }
        return calls.lock(claimId).orElseThrow(NotFound::new);
    }

    private ReportView view(CallRow call) {
        var reportedAt = Objects.requireNonNull(call.reportedAt());
        return new ReportView(
                call.id(),
                Objects.requireNonNull(call.outcome()),
                reportedAt,
                call.interrupted(),
                call.late(),
                call.conflict(),
                call.surveyComplete(),
                call.callBackAt(),
                reportedAt.plus(config.undo()));
    }
}
