package se.ringstuga.messaging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import se.ringstuga.http.Conflict;

/** 409: the day or the month would cost more than its budget (rule 23); the body says how much is needed and how much is left. */
final class BudgetExceeded extends Conflict {

    BudgetExceeded(Budgets.Used period, BigDecimal needed, BigDecimal left) {
        super(
                "budget-exceeded",
                "It would cost more than the budget allows",
                "%s SEK are needed and %s SEK are left of the %s that begins on %s."
                        .formatted(
                                shown(needed),
                                shown(left.max(BigDecimal.ZERO)),
                                period.period() == Budgets.Period.DAY ? "day" : "month",
                                period.beginsOn()));
        with("period", period.period());
        with("beginsOn", period.beginsOn());
        with("needed", shown(needed));
        with("left", shown(left.max(BigDecimal.ZERO)));
    }

    private static BigDecimal shown(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
