package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** What SMS have cost and may still cost. */
@Path("/api/organizations/{slug}/messaging-budget")
@RunOnVirtualThread
@Tag(name = "Messages")
class MessagingBudgetResource {

    private final Budgets budgets;
    private final SmsBudgets limits;
    private final MessagingSettings settings;
    private final Access access;

    MessagingBudgetResource(Budgets budgets, SmsBudgets limits, MessagingSettings settings, Access access) {
        this.budgets = budgets;
        this.limits = limits;
        this.settings = settings;
        this.access = access;
    }

    /**
     * The present day and month.
     *
     * @param own false where it is the budget of an organization above, with what all below that have used
     */
    record View(boolean own, PeriodView day, PeriodView month) {}

    /**
     * In SEK.
     *
     * @param beginsOn in the zone of whose budget it is
     * @param limit null for none
     * @param spent for what was sent; at the provider's price once it is known
     * @param reserved for what waits, is under way, or of unknown fate
     * @param left null without a limit
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PeriodView(
            LocalDate beginsOn,
            @Nullable BigDecimal limit,
            BigDecimal spent,
            BigDecimal reserved,
            @Nullable BigDecimal left) {

        static PeriodView of(Budgets.Used used, @Nullable BigDecimal limit) {
            return new PeriodView(
                    used.beginsOn(),
                    limit == null ? null : shown(limit),
                    shown(used.spent()),
                    shown(used.reserved()),
                    limit == null ? null : shown(limit.subtract(used.total()).max(BigDecimal.ZERO)));
        }

        private static BigDecimal shown(BigDecimal amount) {
            return amount.setScale(2, RoundingMode.HALF_UP);
        }
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "What SMS of this day and month have cost, what is set aside, and what is left")
    public View get() {
        var budget = settings.of(access.organizationId()).budget();
        var used = budgets.look(budget.payer(), limits.today(budget.payer()));
        return new View(
                budget.payer().organizationId() == access.organizationId(),
                PeriodView.of(used.getFirst(), budget.daily().orElse(null)),
                PeriodView.of(used.getLast(), budget.monthly().orElse(null)));
    }
}
