package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;

/** Decides what SMS may still cost: at the approval of a broadcast for all of it, for other messages as they leave the queue. */
@ApplicationScoped
public class SmsBudgets {

    private static final Duration ASKED_EVERY = Duration.ofMinutes(10);

    private final Budgets budgets;
    private final MessagingSettings settings;
    private final Notices notices;
    private final Clock clock;

    SmsBudgets(Budgets budgets, MessagingSettings settings, Notices notices, Clock clock) {
        this.budgets = budgets;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Keeps what was just set aside, or refuses all of it.
     *
     * @param costs in SEK by the day they count for, already written with the messages of this transaction
     * @param anyway whether it is kept even when nothing is left
     * @throws BudgetExceeded when a day or month would cost more than it may
     */
    void keep(SendingRules.SmsBudget budget, Map<LocalDate, BigDecimal> costs, boolean anyway) {
        if (costs.isEmpty()) {
            return;
        }
        for (var used : budgets.locked(budget.payer(), costs.keySet())) {
            var needed = costs.entrySet().stream()
                    .filter(day -> begin(used.period(), day.getKey()).equals(used.beginsOn()))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            limit(budget, used.period())
                    .filter(limit -> !anyway && used.total().compareTo(limit) > 0)
                    .ifPresent(limit -> {
                        throw new BudgetExceeded(
                                used, needed, limit.subtract(used.total().subtract(needed)));
                    });
        }
        warn(budget);
    }

    /**
     * What stands in the way of messages for which nothing is set aside: each of them is paid for as it leaves.
     *
     * @param cost in SEK, today
     * @return empty where today and this month have room
     */
    Optional<BudgetExceeded> exceeded(SendingRules.SmsBudget budget, BigDecimal cost) {
        return budgets.look(budget.payer(), today(budget.payer())).stream()
                .flatMap(used -> limit(budget, used.period())
                        .filter(limit -> used.total().add(cost).compareTo(limit) > 0)
                        .map(limit -> new BudgetExceeded(used, cost, limit.subtract(used.total())))
                        .stream())
                .findFirst();
    }

    /**
     * A message that is about to be sent and for which nothing has been set aside.
     *
     * @param anyway whether it goes even when nothing is left
     */
    record Unpaid(long messageId, BigDecimal price, boolean anyway) {}

    /** Those for which there is no room today or this month; the others are to be written as set aside in this transaction. */
    Set<Long> withoutRoom(SendingRules.SmsBudget budget, List<Unpaid> going) {
        if (going.isEmpty() || (budget.daily().isEmpty() && budget.monthly().isEmpty())) {
            return Set.of();
        }
        var left = left(budget, budgets.locked(budget.payer(), Set.of(today(budget.payer()))));
        var without = new HashSet<Long>();
        for (var message : inOrder(going)) {
            if (message.anyway() || message.price().compareTo(left) <= 0) {
                left = left.subtract(message.price());
            } else {
                without.add(message.messageId());
            }
        }
        warn(budget);
        return without;
    }

    private static List<Unpaid> inOrder(List<Unpaid> going) {
        return going.stream()
                .sorted(Comparator.comparingInt(message -> message.anyway() ? 0 : 1))
                .toList();
    }

    /** When it is worth while to ask again: a budget can be raised at any time, and a new day begins at midnight. */
    Instant again(SendingRules.Payer payer) {
        var soon = clock.instant().plus(ASKED_EVERY);
        var midnight = today(payer).plusDays(1).atStartOfDay(payer.zone()).toInstant();
        return soon.isBefore(midnight) ? soon : midnight;
    }

    LocalDate today(SendingRules.Payer payer) {
        return clock.instant().atZone(payer.zone()).toLocalDate();
    }

    /** What is left of this day and this month together; empty where there is no limit. */
    Optional<BigDecimal> left(SendingRules.SmsBudget budget, LocalDate day) {
        return budget.daily().isEmpty() && budget.monthly().isEmpty()
                ? Optional.empty()
                : Optional.of(left(budget, budgets.look(budget.payer(), day))
                        .max(BigDecimal.ZERO)
                        .setScale(2, RoundingMode.HALF_UP));
    }

    private static BigDecimal left(SendingRules.SmsBudget budget, List<Budgets.Used> used) {
        return Stream.of(Budgets.Period.values())
                .flatMap(period -> limit(budget, period)
                        .map(limit -> limit.subtract(used.stream()
                                .filter(row -> row.period() == period)
                                .map(Budgets.Used::total)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                        .stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Optional<BigDecimal> limit(SendingRules.SmsBudget budget, Budgets.Period period) {
        return switch (period) {
            case DAY -> budget.daily();
            case MONTH -> budget.monthly();
        };
    }

    private static LocalDate begin(Budgets.Period period, LocalDate day) {
        return switch (period) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /**
     * Adds up what nobody has asked for, so that administrators hear of prices that turned out higher; also for whoever has given up a
     * budget of their own since.
     */
    @Transactional
    public void addUp() {
        for (var id : budgets.withNews()) {
            var rules = settings.of(id);
            var payer = new SendingRules.Payer(id, rules.quiet().zone());
            budgets.locked(payer, Set.of(today(payer)));
            if (rules.budget().payer().organizationId() == id) {
                warn(rules.budget());
            }
        }
    }

    private void warn(SendingRules.SmsBudget budget) {
        budgets.toWarnOf(budget).stream()
                .collect(Collectors.toMap(Budgets.Used::period, used -> used, (earlier, later) -> later))
                .forEach((period, used) -> notices.tellAdministrators(
                        budget.payer().organizationId(),
                        new Notice(
                                Notice.Kind.SMS_BUDGET,
                                "sms-budget:" + used.beginsOn(),
                                Map.of(
                                        "period",
                                        period.name(),
                                        "used",
                                        whole(used.total()),
                                        "limit",
                                        whole(limit(budget, period).orElseThrow())))));
    }

    private static String whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
}
