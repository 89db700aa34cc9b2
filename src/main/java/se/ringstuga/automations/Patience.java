package se.ringstuga.automations;

/** How long something is waited for. */
sealed interface Patience {

    /** From when the person came to the step. */
    record AtMost(Span span) implements Patience {}

    /** Until so many days after the person came into the automation, whatever went before. */
    record UntilDay(int day) implements Patience {}
}
