package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.WrongClock;

/** Claims that are taken together: everybody gets somebody, or nothing happens and each is taken by itself. */
@QuarkusTest
class ClaimRoundTest extends CallTest {

    private static final int CALLERS = 40;
    private static final int PEOPLE = 30;

    private static final String FIRST_PERSON = "(select min(id) from person)";
    private static final String FIRST_CALLER = "(select min(id) from caller)";
    private static final String CALL = """
            insert into call (organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone,
                              secret_nonce, claimed_by, claimed_at, lease_until, state, skip_reason)
            select a.organization_id, a.root_id, a.id, (select min(id) from caller), p.organization_id, p.id, p.phone, '', '',
                   a.opened_at, a.opened_at + interval '1 hour',\s""";

    @Inject
    Claims claims;

    @Inject
    ClaimRound round;

    @Inject
    ClaimRounds rounds;

    @Inject
    ClaimAttempt attempt;

    @Inject
    OpenClaims openClaims;

    @Inject
    Leases leases;

    @Inject
    QueueUpkeep upkeep;

    @Inject
    QueueCounts counts;

    @Inject
    QueueRefresh refresh;

    @Inject
    CallerLimits limits;

    @Inject
    DataSource database;

    private CallScope scope;

    @BeforeEach
    void whoAsks() {
        var organization = calls.query("select id from organization", row -> row.number("id"))
                .getFirst();
        scope = CallScope.of(organization, new Actor(Actor.Kind.TOKEN, 1));
    }

    private void people(int count) {
        for (int i = 0; i < count; i++) {
            calls.person(SOLNA, "Person " + i, CallFixtures.number(i));
        }
    }

    private List<Long> callers(long assignment, int count) {
        return LongStream.range(0, count).map(_ -> caller(assignment)).boxed().toList();
    }

    private Map<Long, ClaimView> together(long assignment, List<Long> callers) {
        return round.run(callers.stream()
                .map(caller -> new ClaimAttempt.Wish(
                        scope, assignment, caller, List.of(), clock.instant().minus(Duration.ofHours(12)), false))
                .toList());
    }

    @Test
    void whoeverIsTakenTogetherGetsTheFirstInTheListOneEach() {
        people(6);
        var assignment = assignment("");
        var callers = callers(assignment, 5);

        var claims = together(assignment, callers);

        assertThat(claims).containsOnlyKeys(callers);
        assertThat(claims.values().stream().map(claim -> claim.person().id()))
                .containsExactlyInAnyOrderElementsOf(
                        calls.query("select id from person order by id limit 5", row -> row.number("id")));
        for (var claim : claims.entrySet()) {
            assertThat(claim.getValue().callerId()).isEqualTo(claim.getKey());
            assertThat(openClaims.find(scope, claim.getKey()))
                    .map(ClaimView::secret)
                    .hasValue(claim.getValue().secret());
        }
        assertThat(calls.count("select count(*) from access_log where action = 'call.claimed'"))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update call_assignment set paused_at = opened_at",
                "update call_assignment set closed_at = opened_at",
                "update call_assignment set calling_from = '03:00', calling_to = '03:01'",
                "update caller set removed_at = created_at where id = " + FIRST_CALLER,
                "delete from call_queue_entry where person_id in (select id from person order by id limit 2)",
                "update person set alt_phone = (select min(phone) from person), alt_phone_kind = 'MOBILE'",
                "update call_queue_entry set call_back_at = '2026-11-24 16:55+00', call_back_caller = " + FIRST_CALLER
                        + " where person_id = (select max(id) from person)",
                "update person set restricted_at = '2026-11-24' where id = " + FIRST_PERSON,
                "update person set phone_wrong_at = '2026-11-24' where id = " + FIRST_PERSON,
                "insert into message (organization_id, root_id, lane_id, source, source_id, channel, purpose, person_organization, "
                        + "person_id, address, state, rank, not_before, not_after, contacted_at, created_at, created_by) "
                        + "select organization_id, organization_id, 1, 'SINGLE', n, 'SMS', 'INFORMATION', organization_id, id, phone, "
                        + "'SENT', 50, updated_at, updated_at, updated_at, updated_at, 'test' "
                        + "from person, generate_series(1, 3) n where id = " + FIRST_PERSON,
                CALL + "'SKIPPED', 'LATER' from call_assignment a, person p where p.id = " + FIRST_PERSON,
                CALL + "'SKIPPED', 'KNOWS_PERSON' from call_assignment a, person p where p.id = " + FIRST_PERSON,
                CALL + "'OPEN', null from call_assignment a, person p where p.id = " + FIRST_PERSON,
            })
    void whateverIsOutOfTheOrdinaryForOneOfThemIsNotDoneTogether(String change) {
        people(6);
        var assignment = assignment("");
        var callers = callers(assignment, 5);
        calls.change(change, Map.of());
        var before = calls.count("select count(*) from call");

        assertThat(together(assignment, callers)).isEmpty();

        assertThat(calls.count("select count(*) from call")).isEqualTo(before);
        assertThat(calls.count("select count(*) from call_queue_entry where claimed_until is not null"))
                .isZero();
        assertThat(calls.count("select count(*) from access_log where action = 'call.claimed'"))
                .isZero();
    }

    @Test
    void fortyCallersAtOnceShareThirtyPeopleAsIfTheyHadComeOneByOne() throws Exception {
        people(PEOPLE);
        var ids = calls.query("select id from person order by id", row -> row.number("id"));
        household(ids.get(3), ids.get(4));
        household(ids.get(10), ids.get(20));
        var assignment = assignment("");
        var callers = callers(assignment, CALLERS);
        var knows = claims.claim(scope, assignment, callers.get(6)).claim();
        claims.skip(scope, knows.id(), SkipReason.KNOWS_PERSON);
        var promised = Map.of("caller", callers.get(5), "person", ids.get(15), "now", clock.instant());
        calls.change(
                "update call_queue_entry set call_back_at = :now, call_back_caller = :caller where person_id = :person",
                promised);
        calls.change(
                "update person set restricted_at = :now where id = :person",
                Map.of("now", clock.instant(), "person", ids.get(8)));

        var handedOut = atOnce(assignment, callers);

        assertThat(handedOut.get(callers.get(5))).isEqualTo(ids.get(15));
        assertThat(handedOut).doesNotContainEntry(callers.get(6), knows.person().id());
        assertThat(handedOut.values()).doesNotHaveDuplicates().hasSize(PEOPLE - 3);
        var left = new ArrayList<>(ids);
        left.removeAll(handedOut.values());
        assertThat(left).hasSize(3).contains(ids.get(8)).containsAnyOf(ids.get(3), ids.get(4));
        assertThat(left).containsAnyOf(ids.get(10), ids.get(20));
        assertThat(calls.count("select count(*) from call where state = 'OPEN'"))
                .isEqualTo(PEOPLE - 3);
        assertThat(calls.count("select count(*) from call_queue_entry where claimed_until is not null"))
                .isEqualTo(PEOPLE - 3);
    }

    private void household(long one, long other) {
        calls.change(
                "update person set phone = (select phone from person where id = :one) where id = :other",
                Map.of("one", one, "other", other));
    }

    /** The person each was handed; those who found the list empty are not in it. */
    private Map<Long, Long> atOnce(long assignment, List<Long> callers) throws Exception {
        var start = new CyclicBarrier(callers.size());
        var work = callers.stream()
                .map(caller -> (Callable<Map<Long, Long>>) () -> {
                    start.await();
                    try {
                        return Map.of(
                                caller,
                                claims.claim(scope, assignment, caller)
                                        .claim()
                                        .person()
                                        .id());
                    } catch (QueueEmpty empty) {
                        return Map.of();
                    }
                })
                .toList();
        var handedOut = new HashMap<Long, Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                handedOut.putAll(result.get());
            }
        }
        return handedOut;
    }

    @Test
    void anInstanceWhoseClockIsOffHandsOutNobody() {
        people(1);
        var assignment = assignment("");
        var caller = caller(assignment);
        var off = WrongClock.against(database);
        var there = new Claims(rounds, attempt, openClaims, leases, upkeep, counts, refresh, limits, off, clock);

        assertThatThrownBy(() -> there.claim(scope, assignment, caller)).isInstanceOf(QueueBusy.class);
        assertThat(calls.count("select count(*) from call")).isZero();
        assertThat(claims.claim(scope, assignment, caller).created()).isTrue();
    }
}
