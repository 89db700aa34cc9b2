package se.ringstuga.messaging;

import se.ringstuga.messaging.gateway.DeliveryStatus;

/**
 * Where a message is. Every writer names the rank it writes, and only ever replaces a lower one: so late, repeated and
 * reordered news cannot move a message backwards, while a proof that it was sent after all still corrects what was believed.
 */
public enum MessageState {
    QUEUED(10),
    /** The provider has been, is being, or is about to be called. */
    DISPATCHING(20),
    /** Called, and nobody knows with what success. Never sent again by itself. */
    UNKNOWN(30),
    /** The policy said no; the reason stands beside. */
    SKIPPED(35),
    /** Its time passed before it could be sent. */
    EXPIRED(35),
    CANCELLED(35),
    ACCEPTED(40),
    SENT(50),
    FAILED(60),
    DELIVERED(70);

    private final int rank;

    MessageState(int rank) {
        this.rank = rank;
    }

    int rank() {
        return rank;
    }

    /** No more than a belief of ours: nothing came back in time, so a proof still counts. */
    static final int RANK_NEVER_CONFIRMED = 35;

    static MessageState of(DeliveryStatus status) {
        return switch (status) {
            case ACCEPTED -> ACCEPTED;
            case SENT -> SENT;
            case UNDELIVERED, FAILED -> FAILED;
            case DELIVERED -> DELIVERED;
        };
    }
}
