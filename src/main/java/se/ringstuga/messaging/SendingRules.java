package se.ringstuga.messaging;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.people.MobileNumbers;

/**
 * What holds for everything that an organization sends: its own choices, else those of the nearest one above.
 *
 * @param organizationId who sends
 * @param approvalLimit how many people one organizer may have written to within 24 hours
 * @param tariff what SMS cost
 * @param budget what they may cost
 */
record SendingRules(
        long organizationId,
        QuietHours quiet,
        MessagePolicy.Limits limits,
        long approvalLimit,
        Tariff tariff,
        SmsBudget budget) {

    private static final Map<List<String>, String> MOBILES = new ConcurrentHashMap<>();

    /**
     * @param partPrice in SEK
     * @param mostParts no SMS is longer
     */
    record Tariff(BigDecimal partPrice, int mostParts) {

        BigDecimal price(long parts) {
            return partPrice.multiply(BigDecimal.valueOf(parts));
        }
    }

    /** Who sends, and in which zone their nights are. */
    record Sender(long organizationId, ZoneId zone) {}

    /** Whose budget it is: the nearest organization that sets one, the top of the tree where nobody does. */
    record Payer(long organizationId, ZoneId zone) {}

    /**
     * Limits in SEK; empty where nobody has set any.
     *
     * @param payer counts together what all below it send, in its own zone's days and months
     */
    record SmsBudget(Payer payer, Optional<BigDecimal> monthly, Optional<BigDecimal> daily) {}

    /** @param chosen without anything left open but the budgets */
    static SendingRules of(Sender sender, MessagingChoices chosen, boolean under16Allowed, Payer payer) {
        var quiet =
                new QuietHours(requireNonNull(chosen.quietFrom()), requireNonNull(chosen.quietUntil()), sender.zone());
        var limits = new MessagePolicy.Limits(
                under16Allowed,
                mobiles(requireNonNull(chosen.smsCountries())),
                requireNonNull(chosen.weeklyCap()),
                Duration.ofHours(requireNonNull(chosen.hoursAfterCall())));
        return new SendingRules(
                sender.organizationId(),
                quiet,
                limits,
                requireNonNull(chosen.approvalLimit()),
                new Tariff(requireNonNull(chosen.smsPartPrice()), requireNonNull(chosen.smsMostParts())),
                new SmsBudget(
                        payer,
                        Optional.ofNullable(chosen.smsMonthlyBudget()),
                        Optional.ofNullable(chosen.smsDailyBudget())));
    }

    MessagePolicy.Circumstances circumstances(long rootId, Instant at) {
        return new MessagePolicy.Circumstances(organizationId, rootId, at, quiet.zone(), limits);
    }

    /** Swedish numbers are always among them. */
    private static String mobiles(List<String> countries) {
        return countries.isEmpty()
                ? MessagePolicy.Limits.SWEDISH_MOBILES
                : requireNonNull(MOBILES.computeIfAbsent(countries, others -> {
                    var all = new HashSet<>(others);
                    all.add("SE");
                    return MobileNumbers.pattern(all);
                }));
    }
}
