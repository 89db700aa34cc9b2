package se.ringstuga.calling;

import java.time.Instant;

/** One of the caller's own recent calls whose number ends in the digits given (rule 8). */
public record IncomingMatch(long claimId, String name, Instant calledAt) {}
