package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.sms.SmsText;

/**
 * What claimed messages cost, as their texts really are, and whether it may be spent. What was set aside when its recipients
 * were frozen goes; the others go as long as there is room in the budget, and wait where there is none.
 */
@ApplicationScoped
class ClaimedCosts {

    private final Sql sql;
    private final SmsBudgets budgets;

    ClaimedCosts(Sql sql, SmsBudgets budgets) {
        this.sql = sql;
        this.budgets = budgets;
    }

    /**
     * A message that may be sent as far as the policy is concerned.
     *
     * @param parts none of an email
     * @param paid whether something is set aside for it
     * @param anyway whether it goes even when nothing is left (rule 23)
     */
    record Priced(Attempt attempt, int parts, BigDecimal price, boolean paid, boolean anyway) {

        static Priced of(Attempt attempt, SendingRules.Tariff tariff, boolean paid, boolean anyway) {
            var parts = attempt.channel() == Channel.SMS
                    ? SmsText.of(attempt.text()).parts()
                    : 0;
            return new Priced(attempt, parts, tariff.price(parts), paid, anyway);
        }

        private String subject() {
            var subject = attempt.subject();
            return subject == null ? "" : subject;
        }

        private String written() {
            return parts == 0 ? "" : price.toPlainString();
        }
    }

    /** Those that can be paid for; the others are put back to wait. */
    List<Priced> affordable(List<Priced> wanted, SendingRules.SmsBudget budget) {
        var unpaid = wanted.stream()
                .filter(message -> !message.paid() && message.parts() > 0)
                .map(message -> new SmsBudgets.Unpaid(message.attempt().messageId(), message.price(), message.anyway()))
                .toList();
        var without = budgets.withoutRoom(budget, unpaid);
        if (without.isEmpty()) {
            return wanted;
        }
        sql.update(ClaimedMessageSql.WAIT, Map.of("ids", List.copyOf(without), "again", budgets.again(budget.payer())));
        return wanted.stream()
                .filter(message -> !without.contains(message.attempt().messageId()))
                .toList();
    }

    /** From here on the provider may have them, and they count. */
    void begin(List<Priced> going, SendingRules.SmsBudget budget, Instant now, Instant lease) {
        var parameters = new HashMap<String, Object>(Map.of(
                "ids",
                        going.stream()
                                .map(message -> message.attempt().messageId())
                                .toList(),
                "texts", going.stream().map(message -> message.attempt().text()).toList(),
                "subjects", going.stream().map(Priced::subject).toList(),
                "parts", going.stream().map(message -> (long) message.parts()).toList(),
                "prices", going.stream().map(Priced::written).toList(),
                "now", now,
                "lease", lease));
        var sms = going.stream().anyMatch(message -> message.parts() > 0);
        parameters.put("payer", sms ? budget.payer().organizationId() : null);
        parameters.put("day", sms ? budgets.today(budget.payer()) : null);
        sql.update(ClaimedMessageSql.BEGIN, parameters);
    }
}
