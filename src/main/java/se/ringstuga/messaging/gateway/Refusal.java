package se.ringstuga.messaging.gateway;

/** Why a provider will not carry a message, as far as it decides what is done about it. The provider's own code stands beside. */
public enum Refusal {
    /** Whoever it is for has told the provider to stop: to be recorded as an opt-out, and never tried again. */
    OPTED_OUT,
    /** The number or address is not one that receives such messages: to be marked as wrong. */
    BAD_NUMBER,
    /** The country is not switched on, or the sender cannot reach it. */
    UNREACHABLE_COUNTRY,
    /** The sender is unknown, not ours, or not allowed to send this. */
    SENDER,
    /** The text itself is refused: filtered, empty or too long. */
    CONTENT,
    /** Our account: wrong credentials, no money, closed, over its limit. Every other message fares the same until it is mended. */
    ACCOUNT,
    /** Anything else that is definite. */
    OTHER
}
