package se.ringstuga.phonebanks;

import java.time.Instant;

/**
 * Somebody who asks to come in.
 *
 * @param name as they gave it; nobody has checked it
 * @param number what their screen shows; who lets them in names it
 */
public record WaitingView(long id, String name, int number, Instant askedAt) {}
