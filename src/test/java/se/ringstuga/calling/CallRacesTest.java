package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.SqlFailed;

/** Many at once: whatever happens, nobody is handed to two callers, and nobody sees an error. */
@QuarkusTest
class CallRacesTest extends CallTest {

    private static final int PEOPLE = 500;
    private static final int THREADS = 32;

    @Inject
    Claims claims;

    @Inject
    Reports reports;

    @Inject
    ReportTurns turns;

    @Inject
    IncomingCalls incoming;

    private CallScope scope;

    @BeforeEach
    void whoAsks() {
        scope = CallScope.of(organization(), new Actor(Actor.Kind.TOKEN, 1));
    }

    private long organization() {
        return calls.query("select id from organization", row -> row.number("id"))
                .getFirst();
    }

    private List<Long> callers(long assignment, int count) {
        calls.change("""
                insert into caller (organization_id, assignment_id, name, link_hash, link_expires_at, created_at, created_by)
                select a.organization_id, a.id, 'Ringare ' || n, sha256(convert_to(a.id || '-' || n, 'UTF8')), a.expires_at,
                       a.opened_at, 'system:0'
                from call_assignment a, generate_series(1, :count) n where a.id = :assignment""", Map.of("count", count, "assignment", assignment));
        return calls.query("select id from caller where assignment_id = " + assignment, row -> row.number("id"));
    }

    @Test
    void thirtyTwoThreadsClaimFiveHundredPeopleInTwoAssignmentsWithSharedNumbersAndNobodyTwice() throws Exception {
        for (int i = 0; i < PEOPLE; i++) {
            var shared = i % 5 == 0 ? CallFixtures.number(2000 + i / 10) : null;
            calls.person(SOLNA, "Person " + i, CallFixtures.number(1000 + i % 400), shared);
        }
        var assignments = List.of(assignment(""), assignment(""));
        var work = new ArrayList<Callable<Integer>>();
        for (var assignment : assignments) {
            var callers = callers(assignment, PEOPLE + THREADS);
            for (int i = 0; i < THREADS / 2; i++) {
                var mine =
                        callers.subList(i * callers.size() / (THREADS / 2), (i + 1) * callers.size() / (THREADS / 2));
                work.add(() -> claimUntilEmpty(assignment, mine));
            }
        }
        var handedOut = 0;
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            for (var result : pool.invokeAll(work, 120, TimeUnit.SECONDS)) {
                handedOut += result.get();
            }
        }

        assertThat(handedOut).isEqualTo(calls.count("select count(*) from call where state = 'OPEN'"));
        assertThat(calls.count("select count(distinct person_id) from call")).isEqualTo(handedOut);
        assertThat(calls.count("""
                select count(*) from (select n.phone from call_number n join call k on k.id = n.call_id where k.state = 'OPEN'
                                      group by n.phone having count(*) > 1) twice""")).isZero();
        assertThat(calls.count("""
                select count(*) from person p where p.id not in (select person_id from call)
                  and not exists (select from call_number n where n.phone in (p.phone, p.alt_phone))"""))
                .as("people left out though nobody holds their numbers")
                .isZero();
    }

    private int claimUntilEmpty(long assignment, List<Long> callers) {
        var handedOut = 0;
        for (var caller : callers) {
            try {
                claims.claim(scope, assignment, caller);
                handedOut++;
            } catch (QueueEmpty empty) {
                return handedOut;
            }
        }
        return handedOut;
    }

    @Test
    void aReportHeldOpenInOneAssignmentKeepsTheOtherFromTheSamePersonAndTheSameNumber() throws Exception {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Sambo", CallFixtures.number(1), CallFixtures.number(0));
        var one = assignment("");
        var other = assignment("");
        var claim = claims.claim(scope, one, callers(one, 1).getFirst()).claim();
        var caller = callers(other, 1).getFirst();

        try (var pool = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.begin();
            reports.report(scope, claim.id(), CallReport.of(Outcome.NO_ANSWER));
            var waiting = pool.submit(() -> claims.claim(scope, other, caller));
            assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            QuarkusTransaction.commit();

            assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(QueueEmpty.class);
        }
        assertThat(calls.count("select count(*) from call where state = 'OPEN'"))
                .isZero();
        assertThat(calls.count("select count(*) from call_queue_entry where not_before is not null"))
                .isEqualTo(3);
    }

    @Test
    void oneCallerAskingManyTimesAtOnceHasOneClaim() throws Exception {
        for (int i = 0; i < 20; i++) {
            calls.person(SOLNA, "Person " + i, CallFixtures.number(i));
        }
        var assignment = assignment("");
        var caller = callers(assignment, 1).getFirst();
        var work = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 16; i++) {
            work.add(() -> claims.claim(scope, assignment, caller).claim().id());
        }
        var ids = new ArrayList<Long>();
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (var result : pool.invokeAll(work, 60, TimeUnit.SECONDS)) {
                ids.add(result.get());
            }
        }

        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(calls.count("select count(*) from call")).isEqualTo(1);
    }

    @Test
    void theSameReportSentManyTimesAtOnceCountsOnce() throws Exception {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var claim = claims.claim(scope, assignment, callers(assignment, 1).getFirst())
                .claim();
        var work = new ArrayList<Callable<ReportView>>();
        for (int i = 0; i < 16; i++) {
            work.add(() -> reports.report(scope, claim.id(), CallReport.of(Outcome.BUSY)));
        }
        var answers = new ArrayList<ReportView>();
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (var result : pool.invokeAll(work, 60, TimeUnit.SECONDS)) {
                answers.add(result.get());
            }
        }

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(calls.count("select attempts as count from call_queue_entry"))
                .isEqualTo(1);
    }

    @Test
    void aReportThatLosesADeadlockIsTriedAgainAndWritten() throws Exception {
        for (int i = 0; i < 5; i++) {
            calls.person(SOLNA, "Person " + i, CallFixtures.number(i));
        }
        var assignment = assignment("");
        var lost = 0;
        for (var caller : callers(assignment, 5)) {
            lost += lost == 0
                            && losesADeadlock(
                                    claims.claim(scope, assignment, caller).claim())
                    ? 1
                    : 0;
        }

        assertThat(lost)
                .as("PostgreSQL chooses whom it ends, but hardly the same five times")
                .isEqualTo(1);
    }

    /** Locks what the report needs second, waits for the report, and asks for what it has already. False if it won. */
    private boolean losesADeadlock(ClaimView claim) throws Exception {
        var person = claim.person().id();
        try (var pool = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.begin();
            locked("call_queue_entry where person_id = " + person);
            var report = pool.submit(
                    () -> turns.of(() -> reports.report(scope, claim.id(), CallReport.of(Outcome.NO_ANSWER))));
            while (calls.count("select count(*) from pg_locks where not granted") == 0) {
                Thread.onSpinWait();
            }
            var lost = locked("call where person_id = " + person);
            QuarkusTransaction.rollback();
            assertThat(report.get(20, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.NO_ANSWER);
            assertThat(calls.count("select attempts as count from call_queue_entry where person_id = " + person))
                    .isEqualTo(1);
            return lost;
        }
    }

    private boolean locked(String rows) {
        try {
            calls.query("select 1 as one from " + rows + " for update", row -> row.number("one"));
            return true;
        } catch (SqlFailed ended) {
            assertThat(ended.mayBeTriedAgain()).isTrue();
            return false;
        }
    }

    @Test
    void aCallOfSomebodyWhoRangBackIsLoggedOnceHoweverOftenTheButtonIsPressed() throws Exception {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var caller = callers(assignment, 1).getFirst();
        var claim = claims.claim(scope, assignment, caller).claim();
        reports.report(scope, claim.id(), CallReport.of(Outcome.NO_ANSWER));
        var own = CallScope.caller(organization(), caller);
        var work = new ArrayList<Callable<ReportView>>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> TriedAgain.of(() -> incoming.log(own, claim.id(), CallReport.of(Outcome.REACHED))));
        }
        var answers = new ArrayList<ReportView>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var result : pool.invokeAll(work, 60, TimeUnit.SECONDS)) {
                answers.add(result.get());
            }
        }

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(calls.count("select count(*) from call where incoming")).isEqualTo(1);
        assertThat(calls.count("select attempts as count from call_queue_entry"))
                .isEqualTo(2);
    }
}
