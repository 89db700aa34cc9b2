package se.ringstuga.automations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;

/**
 * What switching an automation on would do.
 *
 * @param matching who fits now
 * @param people some of them
 * @param makes what would be made because nobody has chosen any
 * @param first what everybody is sent first, whatever they do; null for nothing
 * @param firstOfMoved the same for those who moved here
 * @param standing whether whoever asks may take in those who fit (ENROL): FREE, or NEEDS_ANOTHER where another organizer must have
 *     written it or asked for it, or NO_MONEY where the SMS budget has no room
 * @param limit how many people one organizer may have written to within 24 hours
 * @param askedBy who has asked for it as it is written now; null for nobody
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ActivationPreview(
        Entries.Count matching,
        List<Entries.Somebody> people,
        List<OwnThings.Wanted> makes,
        @Nullable FirstMessage first,
        @Nullable FirstMessage firstOfMoved,
        TakingIn.Standing standing,
        long limit,
        @Nullable String askedBy) {

    /**
     * The first message to everybody.
     *
     * @param at to whoever comes in now
     * @param reached how many would get it
     * @param refused how many would not, by the codes of the reasons
     */
    record FirstMessage(Letter.By by, Purpose purpose, Instant at, long reached, Map<String, Long> refused) {

        private static @Nullable FirstMessage of(EntryOutlook.@Nullable First first) {
            return first == null
                    ? null
                    : new FirstMessage(
                            first.letter().by(),
                            first.letter().purpose(),
                            first.at(),
                            first.reached(),
                            first.refused());
        }
    }

    static ActivationPreview of(Activation.Preview preview, Automation.@Nullable Asked asked, long limit) {
        var ahead = preview.ahead();
        return new ActivationPreview(
                ahead.in(),
                preview.people(),
                preview.makes(),
                FirstMessage.of(ahead.joined()),
                FirstMessage.of(ahead.moved()),
                preview.standing(),
                limit,
                asked == null ? null : asked.by());
    }
}
