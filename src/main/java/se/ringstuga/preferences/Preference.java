package se.ringstuga.preferences;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents.Decision;
import se.ringstuga.contact.Purpose;

/**
 * The last word about one channel and purpose.
 *
 * @param about one purpose, or ANY: a no to that is a no to each
 * @param state NOT_SAID also where something that had been said was taken back
 * @param since when it was said
 * @param source where it was said: {@code personal link}, {@code one-click}, {@code sms:7}, {@code call:12}, {@code staff}, …
 * @param actor who wrote it down
 */
record Preference(
        Channel channel,
        About about,
        State state,
        @Nullable Instant since,
        @Nullable String source,
        @Nullable String actor) {

    /** What a decision is about. */
    enum About {
        ANY,
        NOTICE,
        REMINDER,
        REQUESTED,
        WELCOME,
        INFORMATION,
        CALL;

        static About of(@Nullable Purpose purpose) {
            return purpose == null ? ANY : valueOf(purpose.name());
        }

        @Nullable
        Purpose purpose() {
            return this == ANY ? null : Purpose.valueOf(name());
        }

        boolean concerns(Channel channel) {
            return this == ANY || (this == CALL) == (channel == Channel.CALL);
        }
    }

    /** What was said. */
    enum State {
        GRANTED,
        WITHDRAWN,
        NOT_SAID;

        static State of(Decision decision) {
            return switch (decision) {
                case GRANTED -> GRANTED;
                case WITHDRAWN -> WITHDRAWN;
                case CORRECTED -> NOT_SAID;
            };
        }

        Decision decision() {
            return switch (this) {
                case GRANTED -> Decision.GRANTED;
                case WITHDRAWN -> Decision.WITHDRAWN;
                case NOT_SAID -> Decision.CORRECTED;
            };
        }
    }
}
