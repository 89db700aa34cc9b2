package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.organizations.ClosedDays;
import se.ringstuga.surveys.NewSubmission;
import se.ringstuga.surveys.Submissions;

/** Writes a report that has not been written: the call, the answers, what else it changes, and the queue. */
@ApplicationScoped
class ReportTaking {

    /** The entry is locked, and null when the person is no longer in the list. */
    private static final NamedSql OPENING = NamedSql.of("""
            with entry as materialized (
              select cast(to_jsonb(e) as text) as entry from call_queue_entry e
              where e.assignment_id = :assignment and e.person_id = :person for update)
            select %s, (select entry from entry) as entry from %s where a.id = :assignment""".formatted(Gate.COLUMNS, Gate.FROM));

    private final Sql sql;
    private final CallRows calls;
    private final Definitions definitions;
    private final ReportCheck check;
    private final Submissions submissions;
    private final ReportEffects effects;
    private final QueueAfterReport queue;
    private final SurveyPromises promises;
    private final EndedClaims ended;
    private final ReportJson json;
    private final ClosedDays closedDays;
    private final Clock clock;

    ReportTaking(
            Sql sql,
            CallRows calls,
            Definitions definitions,
            ReportCheck check,
            Submissions submissions,
            ReportEffects effects,
            QueueAfterReport queue,
            SurveyPromises promises,
            EndedClaims ended,
            ReportJson json,
            ClosedDays closedDays,
            Clock clock) {
        this.sql = sql;
        this.calls = calls;
        this.definitions = definitions;
        this.check = check;
        this.submissions = submissions;
        this.effects = effects;
        this.queue = queue;
        this.promises = promises;
        this.ended = ended;
        this.json = json;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    /**
     * Who reports, and what was there before.
     *
     * @param reportedAt when the call was first reported
     * @param correction the call is reported already and its effects were taken back
     * @param counted the entry counts the call as an attempt already, as one that lapsed after dialling
     */
    record Circumstances(Actor actor, Instant reportedAt, boolean correction, boolean counted) {

        static Circumstances first(CallRow call, Actor actor, Instant now) {
            return new Circumstances(actor, now, false, call.attemptAt() != null);
        }
    }

    /** The queue is moved after the call is written, because the goal may be that very report. Answers the call as it is now. */
    CallRow take(CallRow call, CallReport report, Circumstances now) {
        var opening = opening(call);
        var gate = opening.gate();
        var definition = definitions.of(call.assignmentId(), gate.revision()).asOf(call.claimedAt());
        var byCaller = now.actor().kind() == Actor.Kind.CALLER;
        var checked = check.check(call, report, gate, new ReportCheck.Allowed(definition.surveyId() != null, byCaller));
        var late = call.late() || (!now.correction() && late(call, gate));
        var calledAt = now.correction() ? call.calledAt(now.reportedAt()) : calledAt(call, late);
        var complete = answers(call, report, definition, now.actor());
        var latest = !queue.calledSince(call);
        var before = latest ? opening.entry() : null;
        var done = effects.apply(
                call,
                report,
                now.actor().toString(),
                new ReportEffects.Before(before, now.counted(), earlierSignUps(call, now)),
                checked);
        var written = calls.report(call, reported(report, done, complete, now, calledAt, late));
        if (now.correction() ? RequeuePlan.of(report).ends() : late || call.incoming()) {
            ended.undialledOfPeople(List.of(call.personId()), call.id());
        }
        promise(call, report, definition, now);
        var conflict = (late || call.conflict()) && calls.markConflicts(call);
        queue.move(
                call,
                report,
                new QueueAfterReport.Under(definition, gate.moment(clock.instant())),
                new QueueAfterReport.Attempt(calledAt, now.counted(), latest));
        return conflict ? calls.lock(call.id()).orElseThrow() : written;
    }

    private List<CallSignUps.Done> earlierSignUps(CallRow call, Circumstances now) {
        return now.correction() && call.effects() != null
                ? json.done(call.effects()).events()
                : List.of();
    }

    private void promise(CallRow call, CallReport report, Definition definition, Circumstances now) {
        if (report.sendSurvey() != null) {
            promises.send(call, report.sendSurvey(), Objects.requireNonNull(definition.surveyId()), now.actor());
        } else if (now.correction()) {
            promises.takeBack(call, now.actor());
        }
    }

    /** After the lease, the closing or the removal of the caller. */
    private boolean late(CallRow call, Gate gate) {
        return (call.state() != CallState.OPEN && !call.incoming())
                || (!call.leaseUntil().isAfter(clock.instant()) && !call.incoming())
                || gate.closed()
                || gate.callerRemoved();
    }

    private Instant calledAt(CallRow call, boolean late) {
        return late && call.dialledAt() != null ? call.dialledAt() : call.calledAt(clock.instant());
    }

    private @Nullable Boolean answers(CallRow call, CallReport report, Definition definition, Actor actor) {
        var answers = report.answers();
        if (definition.surveyId() == null || answers == null || answers.isEmpty()) {
            return null;
        }
        return submissions
                .record(NewSubmission.ofCall(
                        call.organizationId(),
                        new NewSubmission.PersonKey(call.personOrganization(), call.personId()),
                        definition.surveyId(),
                        new NewSubmission.CallKey(call.id(), actor),
                        answers))
                .complete();
    }

    private CallRows.Reported reported(
            CallReport report,
            ReportEffects.Done done,
            @Nullable Boolean complete,
            Circumstances now,
            Instant calledAt,
            boolean late) {
        return new CallRows.Reported(
                report,
                json.write(report),
                json.hash(report),
                json.write(done),
                complete,
                now,
                calledAt,
                late,
                RequeuePlan.of(report).countsAsAttempt());
    }

    private Opening opening(CallRow call) {
        var parameters = Map.of(
                "assignment", call.assignmentId(),
                "caller", call.callerId(),
                "person", call.personId(),
                "now", clock.instant());
        return sql.first(OPENING, parameters, row -> new Opening(Gate.of(row, closedDays), row.textOrNull("entry")))
                .orElseThrow();
    }

    private record Opening(Gate gate, @Nullable String entry) {}
}
