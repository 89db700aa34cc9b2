package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import se.ringstuga.accounts.Access;

/** Whether a feature may begin to write to many at once: what binds the approval of a broadcast binds it too (rule 23). */
@ApplicationScoped
public class BulkStarts {

    private final Approvals approvals;
    private final SmsBudgets budgets;
    private final MessagingSettings settings;
    private final ScheduledTexts texts;
    private final Access access;

    BulkStarts(
            Approvals approvals, SmsBudgets budgets, MessagingSettings settings, ScheduledTexts texts, Access access) {
        this.approvals = approvals;
        this.budgets = budgets;
        this.settings = settings;
        this.texts = texts;
        this.access = access;
    }

    /**
     * What is to begin.
     *
     * @param people who would be written to, now or later
     * @param agreed who wrote it or asked for it, as actors are stored
     * @param sms what leaves at once
     */
    public record Start(long people, List<String> agreed, List<Sms> sms) {

        public Start {
            agreed = List.copyOf(agreed);
            sms = List.copyOf(sms);
        }
    }

    /**
     * An SMS that leaves at once.
     *
     * @param people who would get it today
     */
    public record Sms(long people, ScheduledTexts.Written text) {}

    /** Whether so many are written to that somebody else than the one who begins it must have written or asked for it. */
    public boolean needsAnother(Start start) {
        return start.people() > 0
                && approvals.tooManyForOne(access.organizationId(), start.people())
                && agreedByNobodyElse(start.agreed());
    }

    /**
     * The same for what has just begun in an organization and is counted among {@link BegunForMany}. Such decisions of one
     * organization come one after the other.
     */
    public boolean wasTooMuch(long organizationId, List<String> agreed) {
        approvals.lock(organizationId);
        return approvals.tooManyForOne(organizationId, 0) && agreedByNobodyElse(agreed);
    }

    private boolean agreedByNobodyElse(List<String> agreed) {
        return agreed.stream().noneMatch(approvals::isAnother);
    }

    /** How many people one organizer may have written to within 24 hours. */
    public long limit() {
        return limit(access.organizationId());
    }

    /** The same for another organization. */
    public long limit(long organizationId) {
        return approvals.limit(organizationId);
    }

    /** Whether the first SMS to everybody have room in what may still be sent for today and this month. */
    public boolean isAffordable(Start start) {
        return exceeded(start).isEmpty();
    }

    /**
     * Refuses what one may not begin alone, or what there is no money for. Such decisions of one organization come one after
     * the other.
     *
     * @throws SecondApprovalNeeded when somebody else must have written or asked for it
     * @throws BudgetExceeded when its first SMS have no room
     */
    public void require(Start start) {
        approvals.lock(access.organizationId());
        if (needsAnother(start)) {
            throw SecondApprovalNeeded.toBegin(limit());
        }
        exceeded(start).ifPresent(exceeded -> {
            throw exceeded;
        });
    }

    private Optional<BudgetExceeded> exceeded(Start start) {
        var parts = start.sms().stream()
                .mapToLong(sms -> sms.people() * texts.parts(sms.text()))
                .sum();
        var rules = settings.of(access.organizationId());
        return parts == 0
                ? Optional.empty()
                : budgets.exceeded(rules.budget(), rules.tariff().price(parts));
    }
}
