package se.ringstuga.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.ringstuga.http.TooManyRequests;

/** Counts tries in windows of time, together with all other instances and whatever becomes of the request. */
@ApplicationScoped
public class RateLimit {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final EntityManager entities;
    private final Clock clock;

    RateLimit(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Counts one try.
     *
     * @param key what is limited and for whom, such as {@code sign-in:192.0.2.7}
     * @param window at most a day; windows begin at multiples of it
     * @throws TooManyRequests when this is try number {@code max + 1} or later in the window
     */
    public void hit(String key, Duration window, int max) {
        var start = start(window);
        var hits = QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("""
                        insert into rate_limit (key, window_start, hits) values (:key, :start, 1)
                        on conflict (key, window_start) do update set hits = rate_limit.hits + 1
                        returning hits""")
                                .setParameter("key", key)
                                .setParameter("start", start)
                                .getSingleResult())
                        .intValue());
        refuseAbove(hits, max, start.plus(window));
    }

    /**
     * Refuses without counting when the window already holds {@code max} tries, for limits where only misses count.
     *
     * @throws TooManyRequests when it does
     */
    public void check(String key, Duration window, int max) {
        var start = start(window);
        List<?> hits = entities.createNativeQuery(
                        "select hits from rate_limit where key = :key and window_start = :start")
                .setParameter("key", key)
                .setParameter("start", start)
                .getResultList();
        if (!hits.isEmpty()) {
            refuseAbove(((Number) hits.getFirst()).intValue() + 1, max, start.plus(window));
        }
    }

    /** Run by a job: windows that have passed. */
    @Transactional
    public int forgetPassed(Instant now) {
        return entities.createNativeQuery("delete from rate_limit where window_start < :before")
                .setParameter("before", now.minus(LONGEST_WINDOW))
                .executeUpdate();
    }

    private Instant start(Duration window) {
        var now = clock.instant().getEpochSecond();
        return Instant.ofEpochSecond(now - now % window.toSeconds());
    }

    private void refuseAbove(int hits, int max, Instant end) {
        if (hits > max) {
            throw new TooManyRequests(Duration.between(clock.instant(), end));
        }
    }
}
