package se.ringstuga.messaging.sms;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.Refusal;

/** What a message meets in the sandbox, as at a real provider. */
public enum SandboxBehaviour {
    DELIVERED,
    /** Taken over, and told afterwards that it did not arrive. */
    FAILED,
    REFUSED,
    /** The provider asks to be spared for half a minute. */
    BUSY,
    /** Nobody learns whether it was sent. */
    SILENT,
    /** Whoever has the phone has stopped the sender at the provider. */
    STOPPED,
    /** The number reaches nobody. */
    UNKNOWN_NUMBER;

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final String PREFIX = "sandbox-";

    /** The one that a text asks for by its name in brackets, such as {@code [REFUSED]}. */
    static Optional<SandboxBehaviour> askedFor(String text) {
        return Stream.of(values())
                .filter(behaviour -> text.contains("[" + behaviour + "]"))
                .findFirst();
    }

    /** What a code means that {@link #code} gave. */
    static Refusal meaning(String code) {
        return Stream.of(values())
                .filter(behaviour -> behaviour.code().equals(code))
                .map(SandboxBehaviour::refusal)
                .findFirst()
                .orElse(Refusal.OTHER);
    }

    String code() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The answer that tells at once; empty when the message is taken over. */
    Optional<Outcome> atOnce() {
        return switch (this) {
            case DELIVERED, FAILED -> Optional.empty();
            case REFUSED, STOPPED, UNKNOWN_NUMBER -> Optional.of(new Outcome.Refused(code(), refusal()));
            case BUSY -> Optional.of(new Outcome.TryLater(HALF_A_MINUTE, code()));
            case SILENT -> Optional.of(new Outcome.Unknown(code()));
        };
    }

    /** What is told of it afterwards. */
    DeliveryStatus afterwards() {
        return this == FAILED ? DeliveryStatus.FAILED : DeliveryStatus.DELIVERED;
    }

    private Refusal refusal() {
        return switch (this) {
            case STOPPED -> Refusal.OPTED_OUT;
            case UNKNOWN_NUMBER -> Refusal.BAD_NUMBER;
            case DELIVERED, FAILED, REFUSED, BUSY, SILENT -> Refusal.OTHER;
        };
    }
}
