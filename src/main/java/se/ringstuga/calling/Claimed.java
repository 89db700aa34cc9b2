package se.ringstuga.calling;

/**
 * The answer to asking for somebody to call.
 *
 * @param created false when the caller already had this claim open
 */
public record Claimed(boolean created, ClaimView claim) {}
