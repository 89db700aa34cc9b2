package se.ringstuga.accounts;

import java.time.Instant;

/**
 * A caller's signed-in browser.
 *
 * @param id of the session, the browser that the caller is bound to
 */
public record CallerSession(long id, long callerId, Instant createdAt) {}
