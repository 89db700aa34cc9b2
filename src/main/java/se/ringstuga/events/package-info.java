/**
 * Meetings and activities: what takes place and when, what recurs, who is invited, signs up, waits for a place, and came.
 *
 * <p>Truth is in the rows of {@code event} and {@code sign_up}; states such as moved or held are derived from facts. Whoever
 * writes a sign-up, or an event's hours, capacity or end, locks the event's row first, so that a place is given away once.
 * Others learn of changes by the records in the past tense, told in the transaction in which it happens.
 */
@NullMarked
package se.ringstuga.events;

import org.jspecify.annotations.NullMarked;
