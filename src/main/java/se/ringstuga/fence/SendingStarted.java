package se.ringstuga.fence;

/** A stop of an organization's sending has ended; one of an organization above it may still hold. */
public record SendingStarted(long organizationId) {}
