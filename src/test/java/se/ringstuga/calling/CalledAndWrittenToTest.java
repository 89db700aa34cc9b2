package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Actor;
import se.ringstuga.messaging.SendingFixtures;

/** Calls and messages know of one another while they are being made: together they keep to the week's limit (rules 20 and 21). */
@QuarkusTest
class CalledAndWrittenToTest extends CallTest {

    private static final int PEOPLE = 120;
    private static final int CALLERS = 60;
    private static final int CALLERS_AT_ONCE = 6;

    @Inject
    SendingFixtures sending;

    @Inject
    Claims claims;

    @BeforeEach
    void aSender() {
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post(in(SOLNA, "/sms-senders"))
                .then()
                .statusCode(201);
    }

    private long write(long person, String purpose) {
        return as(token)
                .body(Map.of("personId", person, "channel", "SMS", "text", "Hej", "purpose", purpose))
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private String state(long message) {
        sending.sendAll();
        return calls.query(
                        "select concat_ws(' ', state, reason) as state from message where id = " + message,
                        row -> row.text("state"))
                .getFirst();
    }

    @Test
    void newsWaitForTheEndOfACallAndStayAwayWhenItWasMade() {
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");
        var news = write(anna, "INFORMATION");
        assertThat(state(news)).isEqualTo("QUEUED");

        report(claim, outcome("REACHED")).statusCode(200);
        clock.advance(Duration.ofMinutes(10));

        assertThat(state(news)).isEqualTo("SKIPPED CONTACTED_RECENTLY_HERE");
    }

    @Test
    void theyGoWhenItWasNotMadeAfterAll() {
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var claim = claimed(assignment("")).getLong("id");
        var news = write(anna, "INFORMATION");
        assertThat(state(news)).isEqualTo("QUEUED");

        as(token).delete(in(SOLNA, "/claims/" + claim)).then().statusCode(204);
        clock.advance(Duration.ofMinutes(10));

        assertThat(state(news)).isEqualTo("DELIVERED");
    }

    @Test
    void whoeverSharesTheNumberWaitsToo() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var bo = calls.person(SOLNA, "Bo", CallFixtures.number(0));
        claimed(assignment);

        assertThat(state(write(bo, "INFORMATION"))).isEqualTo("QUEUED");
    }

    @Test
    void whatIsNotBoundByTheLimitGoesAtOnce() {
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        claimed(assignment(""));

        assertThat(state(write(anna, "REQUESTED"))).isEqualTo("DELIVERED");
        assertThat(state(write(anna, "NOTICE"))).isEqualTo("DELIVERED");
    }

    @Test
    void nobodyIsContactedOnceTooOftenByACallAndAMessageThatAreTakenAtTheSameMoment() throws Exception {
        calls.change("update organization set settings = '{\"weeklyCap\": 1}'", Map.of());
        for (int i = 0; i < PEOPLE; i++) {
            write(calls.person(SOLNA, "Person " + i, CallFixtures.number(1000 + i)), "INFORMATION");
        }
        var assignment = assignment("");
        var callers = callers(assignment);
        var called = new CountDownLatch(1);
        var work = new ArrayList<Callable<Object>>();
        work.add(() -> {
            assertThat(called.await(30, TimeUnit.SECONDS))
                    .as("somebody is called")
                    .isTrue();
            sending.takeAndDie();
            return PEOPLE;
        });
        for (int i = 0; i < CALLERS_AT_ONCE; i++) {
            var mine = callers.subList(i * CALLERS / CALLERS_AT_ONCE, (i + 1) * CALLERS / CALLERS_AT_ONCE);
            work.add(() -> callUntilEmpty(assignment, mine, called));
        }
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : all.invokeAll(work)) {
                one.get();
            }
        }

        assertThat(calls.count("""
                select count(*) from message m join call k on k.open_person_id = m.person_id where m.contacted_at is not null""")).isZero();
        assertThat(calls.count("select count(*) from call where state = 'OPEN'"))
                .as("or nobody was called")
                .isPositive();
        assertThat(calls.count("select count(*) from message where state = 'DISPATCHING'"))
                .as("or nobody was written to")
                .isPositive();
    }

    private List<Long> callers(long assignment) {
        calls.change("""
                insert into caller (organization_id, assignment_id, name, link_hash, link_expires_at, created_at, created_by)
                select a.organization_id, a.id, 'Ringare ' || n, sha256(convert_to('link ' || n, 'UTF8')), a.expires_at, a.opened_at, 'system:0'
                from call_assignment a, generate_series(1, :count) n where a.id = :assignment""", Map.of("count", CALLERS, "assignment", assignment));
        return calls.query("select id from caller", row -> row.number("id"));
    }

    private int callUntilEmpty(long assignment, List<Long> callers, CountDownLatch first) {
        var organization = calls.query("select id from organization", row -> row.number("id"));
        var scope = CallScope.of(organization.getFirst(), new Actor(Actor.Kind.TOKEN, 1));
        for (int called = 0; called < callers.size(); called++) {
            try {
                claims.claim(scope, assignment, callers.get(called));
                first.countDown();
            } catch (QueueEmpty nobodyLeft) {
                return called;
            }
        }
        return callers.size();
    }
}
