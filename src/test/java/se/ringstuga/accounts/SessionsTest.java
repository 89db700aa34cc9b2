package se.ringstuga.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.http.TooManyRequests;

@QuarkusTest
class SessionsTest extends ApiTest {

    @Inject
    Sessions sessions;

    @Inject
    RateLimit limit;

    @Inject
    Upkeep upkeep;

    @Inject
    EntityManager entities;

    @BeforeEach
    void callers() {
        var solna = a.organization("solna");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        with assignment as (
                          insert into call_assignment (organization_id, root_id, title, target, cooldown_hours,
                            max_attempts, opened_at, expires_at, created_by)
                          values (:solna, :solna, 'a test', '{}', 0, 1, :now, :now, 'system:0') returning id)
                        insert into caller (id, organization_id, assignment_id, name, link_hash, link_expires_at,
                          created_at, created_by)
                        select n, :solna, assignment.id, 'a test', cast(cast(n as text) as bytea), :now, :now, 'system:0'
                        from assignment, generate_series(12, 13) n""")
                        .setParameter("solna", solna)
                        .setParameter("now", clock.instant())
                        .executeUpdate());
    }

    @Test
    void aCallersSessionIsFoundUntilItExpires() {
        var secret = open(12);

        assertThat(sessions.ofCaller(secret))
                .get()
                .extracting(CallerSession::callerId)
                .isEqualTo(12L);
        assertThat(sessions.ofCaller(Secret.random())).isEmpty();
        clock.advance(Duration.ofHours(8));
        assertThat(sessions.ofCaller(secret)).isEmpty();
    }

    @Test
    void revokingACallerEndsAllOfTheirBrowsersAtOnce() {
        var first = open(12);
        var second = open(12);
        var other = open(13);

        QuarkusTransaction.requiringNew().run(() -> sessions.revokeAllOfCaller(12));
        assertThat(sessions.ofCaller(first)).isEmpty();
        assertThat(sessions.ofCaller(second)).isEmpty();
        assertThat(sessions.ofCaller(other)).isPresent();
    }

    @Test
    void theLastUseIsKnownToTheMinute() {
        var secret = open(12);
        clock.advance(Duration.ofSeconds(59));
        sessions.ofCaller(secret);
        assertThat(lastUse()).isEqualTo(clock.instant().minusSeconds(59));

        clock.advance(Duration.ofSeconds(2));
        sessions.ofCaller(secret);
        assertThat(lastUse()).isEqualTo(clock.instant());
    }

    @Test
    void whatHasHadItsTimeIsForgotten() {
        open(12);
        limit.hit("x", Duration.ofMinutes(1), 5);
        clock.advance(Duration.ofDays(31));
        upkeep.forget();

        assertThat(count("session")).isZero();
        assertThat(count("rate_limit")).isZero();
    }

    @Test
    void triesAreCountedTogetherAndPerKey() throws Exception {
        var refused = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                threads.execute(() -> {
                    try {
                        limit.hit("guess", Duration.ofMinutes(1), 25);
                    } catch (TooManyRequests tooMany) {
                        refused.incrementAndGet();
                    }
                });
            }
        }

        assertThat(refused).hasValue(15);
        limit.hit("another", Duration.ofMinutes(1), 1);
        assertThatThrownBy(() -> limit.check("guess", Duration.ofMinutes(1), 25))
                .isInstanceOf(TooManyRequests.class);
        clock.advance(Duration.ofMinutes(1));
        limit.check("guess", Duration.ofMinutes(1), 25);
    }

    private Secret open(long caller) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sessions.openForCaller(
                        caller, clock.instant().plus(Duration.ofHours(8)), "a telephone".repeat(50)));
    }

    private Instant lastUse() {
        return (Instant) entities.createNativeQuery("select last_used_at from session", Instant.class)
                .getSingleResult();
    }

    private long count(String table) {
        return ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }
}
