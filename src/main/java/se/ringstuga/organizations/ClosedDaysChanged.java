package se.ringstuga.organizations;

import java.time.Instant;

/** A decision about breaks was made or taken back: it concerns the organization and those below it. */
public record ClosedDaysChanged(long organizationId, Instant at) {}
