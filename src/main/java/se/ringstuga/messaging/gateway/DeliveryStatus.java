package se.ringstuga.messaging.gateway;

/**
 * How far a message has come, as its provider tells. Providers tell late, twice and in any order: a status takes effect
 * only where its rank is higher than that of the one before.
 */
public enum DeliveryStatus {
    /** The provider has it. */
    ACCEPTED(1),
    /** Handed on to the operator or the receiving mail server; for some operators the last word there ever is. */
    SENT(2),
    /** It did not arrive: the phone or mailbox could not be reached. */
    UNDELIVERED(3),
    /** It was never sent. */
    FAILED(3),
    /** The phone or the mailbox has it. Nothing takes that back. */
    DELIVERED(4);

    private final int rank;

    DeliveryStatus(int rank) {
        this.rank = rank;
    }

    /** From 1. A lower rank never replaces a higher one, nor one of the same. */
    public int rank() {
        return rank;
    }

    /** Whether this is news about a message of which the other is known. */
    public boolean isNewsAfter(DeliveryStatus known) {
        return rank > known.rank;
    }
}
