package se.ringstuga.reminders;

import java.util.Arrays;
import java.util.Optional;

/** For what and for whom a rule is, as one choice: an occasion with each audience that goes with it. */
enum RuleAim {
    BEFORE_SIGNED_UP(Occasion.BEFORE, Audience.SIGNED_UP),
    BEFORE_UNANSWERED(Occasion.BEFORE, Audience.UNANSWERED),
    BEFORE_SEGMENT(Occasion.BEFORE, Audience.SEGMENT),
    AFTER_ATTENDED(Occasion.AFTER, Audience.ATTENDED),
    AFTER_ABSENT(Occasion.AFTER, Audience.ABSENT),
    MOVED(Occasion.MOVED, Audience.SIGNED_UP),
    RELOCATED(Occasion.RELOCATED, Audience.SIGNED_UP),
    CANCELLED(Occasion.CANCELLED, Audience.SIGNED_UP),
    PROMOTED(Occasion.PROMOTED, Audience.SIGNED_UP),
    ANSWERED(Occasion.ANSWERED, Audience.SIGNED_UP);

    private final Occasion occasion;
    private final Audience audience;

    RuleAim(Occasion occasion, Audience audience) {
        this.occasion = occasion;
        this.audience = audience;
    }

    Occasion occasion() {
        return occasion;
    }

    Audience audience() {
        return audience;
    }

    /** Before an event nobody of whom has said that they come: it may be a summons. */
    boolean maySummon() {
        return this == BEFORE_UNANSWERED || this == BEFORE_SEGMENT;
    }

    static Optional<RuleAim> of(String written) {
        return Arrays.stream(values()).filter(aim -> aim.name().equals(written)).findFirst();
    }

    static RuleAim of(Occasion occasion, Audience audience) {
        return Arrays.stream(values())
                .filter(aim -> aim.occasion == occasion && aim.audience == audience)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(audience + " does not go with " + occasion));
    }

    String words(RuleFormMessages say) {
        return switch (this) {
            case BEFORE_SIGNED_UP -> say.beforeSignedUp();
            case BEFORE_UNANSWERED -> say.beforeUnanswered();
            case BEFORE_SEGMENT -> say.beforeSegment();
            case AFTER_ATTENDED -> say.afterAttended();
            case AFTER_ABSENT -> say.afterAbsent();
            case MOVED -> say.moved();
            case RELOCATED -> say.relocated();
            case CANCELLED -> say.cancelled();
            case PROMOTED -> say.promoted();
            case ANSWERED -> say.answered();
        };
    }
}
