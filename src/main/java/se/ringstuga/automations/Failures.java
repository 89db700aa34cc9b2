package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;

/** People for whom a step went wrong: they stay where they are until somebody looks, and the organizers are told at once. */
@ApplicationScoped
class Failures {

    /** What goes wrong for one after the other is told once a day. */
    private static final Duration TOLD_EVERY = Duration.ofDays(1);

    private final EnrolmentRows rows;
    private final Notices notices;
    private final Clock clock;

    Failures(EnrolmentRows rows, Notices notices, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void fail(long enrolment) {
        rows.fail(enrolment, clock.instant());
    }

    /** @param failed just now, all at the same step */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void tell(Automation automation, List<Long> failed) {
        if (rows.othersFailed(automation.id(), failed, clock.instant().minus(TOLD_EVERY))) {
            return;
        }
        notices.tellOrganizers(
                automation.home().organizationId(),
                new Notice(
                        Notice.Kind.AUTOMATION_FAILED,
                        "automation:" + automation.id(),
                        Map.of("title", automation.title(), "count", String.valueOf(failed.size()))));
    }
}
