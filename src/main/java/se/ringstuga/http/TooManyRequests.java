package se.ringstuga.http;

import java.time.Duration;

/** 429: too many tries in a window; {@code Retry-After} says when the next one counts again. */
public final class TooManyRequests extends Problem {

    private final long retryAfterSeconds;

    public TooManyRequests(Duration retryAfter) {
        this(Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }

    private TooManyRequests(long seconds) {
        super(429, "too-many-requests", "Too many tries", "Wait " + seconds + " seconds, then try again.");
        this.retryAfterSeconds = seconds;
    }

    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
