package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.database.SqlFailed;
import se.ringstuga.surveys.Submissions;

/** Takes back what a report changed: all of it when it is undone, what another will change anew when it is corrected. */
@ApplicationScoped
class ReportUndoing {

    private static final NamedSql OTHER_OPEN =
            NamedSql.of("select id from call where open_caller_id = :caller and dialled_at is not null");

    private final Sql sql;
    private final CallRows calls;
    private final ReportEffects effects;
    private final CallSignUps signUps;
    private final ReportJson json;
    private final QueueAfterReport queue;
    private final QueueNews news;
    private final EndedClaims ended;
    private final Submissions submissions;
    private final SurveyPromises promises;
    private final AccessLog accessLog;
    private final CallingConfig config;
    private final Clock clock;

    ReportUndoing(
            Sql sql,
            CallRows calls,
            ReportEffects effects,
            CallSignUps signUps,
            ReportJson json,
            QueueAfterReport queue,
            QueueNews news,
            EndedClaims ended,
            Submissions submissions,
            SurveyPromises promises,
            AccessLog accessLog,
            CallingConfig config,
            Clock clock) {
        this.sql = sql;
        this.calls = calls;
        this.effects = effects;
        this.signUps = signUps;
        this.json = json;
        this.queue = queue;
        this.news = news;
        this.ended = ended;
        this.submissions = submissions;
        this.promises = promises;
        this.accessLog = accessLog;
        this.config = config;
        this.clock = clock;
    }

    /** The claim is open again; whom the caller was handed since and has not called goes back. */
    void undo(CallRow call, Actor actor) {
        requireUndoable(call);
        ended.undialledOfCaller(call.callerId());
        var done = takeBack(call, actor);
        signUps.takeBack(call, done.events(), actor.toString());
        submissions.withdraw(call.id());
        promises.takeBack(call, actor);
        var lease = clock.instant().plus(config.dialledLease());
        try {
            calls.reopen(call, lease);
        } catch (SqlFailed taken) {
            if (taken.uniqueViolation()) {
                throw new UndoTooLate("Somebody else is calling the person now; correct the report instead.");
            }
            throw taken;
        }
        if (done.entryBefore() != null) {
            queue.restore(call, done.entryBefore(), lease);
        }
        accessLog.record(
                call.organizationId(),
                actor,
                new AccessLog.Entry("call.undone", "call:" + call.id(), List.of(call.personId())));
    }

    /**
     * The entry is as before the report, unless somebody has called the person since; answers whether it counts the call.
     */
    boolean revertForCorrection(CallRow call, Actor actor) {
        var done = takeBack(call, actor);
        submissions.withdraw(call.id());
        if (done.entryBefore() != null && !queue.calledSince(call)) {
            queue.restore(call, done.entryBefore(), null);
            return done.countedBefore();
        }
        return call.attemptAt() != null;
    }

    private ReportEffects.Done takeBack(CallRow call, Actor actor) {
        calls.keepVersion(call, actor.toString());
        var done = json.done(Objects.requireNonNull(call.effects()));
        effects.revert(call, done, actor.toString());
        if (!done.stopped().isEmpty()) {
            news.changed(call.rootId(), done.stopped());
        } else if (done.noMoreCalls() || !done.wrong().isEmpty()) {
            news.changed(call.rootId(), List.of(call.personId()));
        }
        return done;
    }

    private void requireUndoable(CallRow call) {
        if (call.state() != CallState.REPORTED || call.reportedAt() == null) {
            throw new ClaimEnded(call.id(), call.state());
        }
        if (call.late()
                || call.incoming()
                || call.reportedAt().plus(config.undo()).isBefore(clock.instant())) {
            throw new UndoTooLate("A report is taken back within "
                    + config.undo().toSeconds() + " seconds; afterwards it is corrected.");
        }
        if (sql.first(OTHER_OPEN, Map.of("caller", call.callerId()), row -> row.number("id"))
                .isPresent()) {
            throw new UndoTooLate("The caller is already talking to somebody else; correct the report instead.");
        }
    }
}
