package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Unattended;
import se.ringstuga.contact.Purpose;
import se.ringstuga.organizations.ClosedDays;

/**
 * Makes one month's broadcast, and afterwards approves it or asks somebody to. Each method is a transaction of its own and
 * may be run again, or by two instances at the same moment: what was done stays done, once.
 */
@ApplicationScoped
class RecurringMaking {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RecurringBroadcasts recurring;
    private final RecurringOccurrences occurrences;
    private final Broadcasts broadcasts;
    private final Sending sending;
    private final Unattended unattended;
    private final Notices notices;
    private final ClosedDays closedDays;
    private final Clock clock;

    RecurringMaking(
            RecurringBroadcasts recurring,
            RecurringOccurrences occurrences,
            Broadcasts broadcasts,
            Sending sending,
            Unattended unattended,
            Notices notices,
            ClosedDays closedDays,
            Clock clock) {
        this.recurring = recurring;
        this.occurrences = occurrences;
        this.broadcasts = broadcasts;
        this.sending = sending;
        this.unattended = unattended;
        this.notices = notices;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    /**
     * A draft by whoever wrote the text; what is more than a day late is skipped, and that is told.
     *
     * @return false when nothing was due, or another instance is at it
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean make(long id) {
        var now = clock.instant();
        var found = recurring.lockDue(id, now);
        found.ifPresent(due -> {
            if (due.stale(now)) {
                skip(due, now);
            } else {
                var at = onAnOpenDay(due);
                var content = due.content().at(at, at.plus(RecurringBroadcast.STALE_AFTER));
                occurrences.made(due, broadcasts.add(due.organizationId(), content, due.changedBy()));
            }
            recurring.made(due);
        });
        return found.isPresent();
    }

    /** At its hour on the first open day, so that nothing of it rests until it is stale (rule 33). */
    private Instant onAnOpenDay(RecurringBroadcast due) {
        var planned = due.at().atZone(due.zone());
        var day = planned.toLocalDate();
        return due.content().purpose().isBoundBy(Purpose.Rule.CLOSED_DAYS)
                        && closedDays.closed(due.organizationId(), day)
                ? planned.with(closedDays.nextOpen(due.organizationId(), day)).toInstant()
                : due.at();
    }

    /**
     * Leaves a month out however late it is, and tells that.
     *
     * @return false when nothing was due, or another instance is at it
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean skip(long id) {
        var now = clock.instant();
        var found = recurring.lockDue(id, now);
        found.ifPresent(due -> {
            skip(due, now);
            recurring.made(due);
        });
        return found.isPresent();
    }

    private void skip(RecurringBroadcast due, Instant now) {
        occurrences.skipped(due, now);
        var when = due.at().atZone(due.zone());
        notices.tellOrganizers(
                due.organizationId(),
                news(
                        Notice.Kind.BROADCAST_MISSED,
                        "recurring:" + due.id(),
                        due.content().title(),
                        when));
    }

    /**
     * Where the author has approved each of them beforehand, and may still do so, this one is approved.
     *
     * @throws se.ringstuga.http.Problem when the limit, the budget or anything else wants somebody to look at it
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void approve(RecurringOccurrences.Key month) {
        occurrences
                .lockUntold(month)
                .filter(RecurringOccurrences.Untold::approvedBeforehand)
                .ifPresent(made -> {
                    var approved = unattended.as(
                            made.author(),
                            made.organizationId(),
                            Permission.MESSAGES_SEND,
                            () -> sending.approve(made.broadcast(), null));
                    if (approved) {
                        tell(month, made, Notice.Kind.BROADCAST_PLANNED);
                    }
                });
    }

    /** The organizers are asked to approve what nobody has. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void ask(RecurringOccurrences.Key month) {
        occurrences.lockUntold(month).ifPresent(made -> {
            if (made.draft()) {
                tell(month, made, Notice.Kind.BROADCAST_WAITS);
            } else {
                occurrences.told(month, clock.instant());
            }
        });
    }

    private void tell(RecurringOccurrences.Key month, RecurringOccurrences.Untold made, Notice.Kind kind) {
        var when = made.at().atZone(made.zone());
        notices.tellOrganizers(made.organizationId(), news(kind, "broadcast:" + made.broadcast(), made.title(), when));
        occurrences.told(month, clock.instant());
    }

    private static Notice news(Notice.Kind kind, String subject, String title, ZonedDateTime when) {
        return new Notice(kind, subject, Map.of("title", title, "when", WHEN.format(when)));
    }
}
