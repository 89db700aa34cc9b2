package se.ringstuga.messaging.sms;

import java.time.Duration;

/** How long to wait where a provider does not say: twice as long each time, so that nobody is stormed when they come back. */
final class Pause {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int DOUBLED_AT_MOST = 6;

    private Pause() {}

    /** @param attempt the one that was just made, from 1: a second, then two, four, and so on up to about a minute */
    static Duration after(int attempt) {
        return FIRST.multipliedBy(1L << Math.clamp(attempt - 1L, 0, DOUBLED_AT_MOST));
    }
}
