package se.ringstuga.preferences;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.preferences.Preference.About;
import se.ringstuga.preferences.Preference.State;

/**
 * What a person said about being contacted, for each channel and purpose.
 *
 * @param suppressed channels whose numbers or addresses said no for everyone who has them; only their own word undoes that
 */
record PreferencesView(long personId, List<Line> preferences, List<Channel> suppressed) {

    /**
     * One channel and purpose.
     *
     * @param purpose ANY for the whole channel: a no to that is a no to each
     * @param since when it was said
     * @param source where: {@code personal link}, {@code one-click}, {@code staff}, {@code token}, {@code sms:7}, …
     * @param actor who wrote it down
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            Channel channel,
            About purpose,
            State state,
            @Nullable Instant since,
            @Nullable String source,
            @Nullable String actor) {

        static Line of(Preference preference) {
            return new Line(
                    preference.channel(),
                    preference.about(),
                    preference.state(),
                    preference.since(),
                    preference.source(),
                    preference.actor());
        }
    }
}
