package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import se.ringstuga.http.IdempotencyRecords;

/** Forgets what has had its time: counted tries, ended sessions, yesterday's Idempotency-Keys, and what others keep for a time. */
@ApplicationScoped
public class Upkeep {

    private final RateLimit limit;
    private final Sessions sessions;
    private final IdempotencyRecords records;
    private final Instance<Forgetting> others;
    private final Clock clock;

    Upkeep(
            RateLimit limit,
            Sessions sessions,
            IdempotencyRecords records,
            @Any Instance<Forgetting> others,
            Clock clock) {
        this.limit = limit;
        this.sessions = sessions;
        this.records = records;
        this.others = others;
        this.clock = clock;
    }

    /** Run by a job, hourly. */
    public void forget() {
        var now = clock.instant();
        limit.forgetPassed(now);
        sessions.forgetEnded(now);
        records.forgetExpired(now);
        others.forEach(Forgetting::forget);
    }
}
