package se.ringstuga.http;

/** On whose behalf a request acts; what {@link Idempotency} needs of the access above it. */
public interface Requester {

    /** The organization of the path. */
    long organizationId();

    /** Who asks, in the form that is stored: {@code staff:7}, {@code token:3}. */
    String principal();
}
