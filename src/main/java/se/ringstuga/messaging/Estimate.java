package se.ringstuga.messaging;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.sms.SmsText;

/**
 * What a broadcast would be: who gets it, and what all of it costs.
 *
 * @param parts of all SMS together
 * @param cost in SEK
 * @param longest the parts of the longest SMS
 * @param longestPeople how many get a text of so many parts
 * @param unicode what makes SMS longer than they need be; null for nothing
 * @param costs of each text
 * @param exact false when parts and cost were reckoned from some of very many texts
 */
record Estimate(
        BroadcastAccount account,
        long parts,
        BigDecimal cost,
        int longest,
        long longestPeople,
        @Nullable Unicode unicode,
        TextCosts costs,
        boolean exact) {

    /** The same texts to people who are counted otherwise: whoever gets no SMS and an e-mail instead costs nothing. */
    Estimate with(BroadcastAccount recipients) {
        return new Estimate(recipients, parts, cost, longest, longestPeople, unicode, costs, exact);
    }

    /**
     * The character that forces the larger alphabet in most texts, 70 letters a part instead of 160.
     *
     * @param replacement what could stand instead; an empty text where it can be left out, null where nothing would do
     * @param people how many get a text with it
     */
    record Unicode(String character, String name, @Nullable String replacement, long people) {

        static Unicode of(SmsText.Costly costly, long people) {
            return new Unicode(
                    costly.character(), costly.name(), costly.replacement().orElse(null), people);
        }
    }
}
