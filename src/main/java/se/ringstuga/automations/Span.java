package se.ringstuga.automations;

import java.time.Duration;

/** A length of time as somebody says it: three days end at the same time of day, 72 hours need not when the clock is changed. */
record Span(int amount, Unit unit) {

    enum Unit {
        MINUTES,
        HOURS,
        DAYS
    }

    static Span days(int days) {
        return new Span(days, Unit.DAYS);
    }

    /** Of what is no number of days. */
    Duration duration() {
        return unit == Unit.MINUTES ? Duration.ofMinutes(amount) : Duration.ofHours(amount);
    }
}
