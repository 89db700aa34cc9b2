package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.organizations.ClosedCalendar;
import se.ringstuga.organizations.ClosedDays;

/** From when until when a broadcast may leave: SMS not at night, and but for notices nothing while it is closed (rule 33). */
@ApplicationScoped
class BroadcastTimes {

    private static final Duration USUAL_LIFE = Duration.ofDays(2);

    private final ClosedDays closedDays;

    BroadcastTimes(ClosedDays closedDays) {
        this.closedDays = closedDays;
    }

    /**
     * When it may leave.
     *
     * @param from the end where there is no room
     * @param closedUntil the first open day, when it was meant for a closed one; otherwise null
     * @param noRoom why nobody can get it before the end; null when somebody can
     */
    record Times(
            Instant from,
            Instant until,
            @Nullable LocalDate closedUntil,
            @Nullable Reason noRoom) {}

    /**
     * @param channel may be another than the broadcast's, for those who get an e-mail instead
     * @param soonest nothing leaves earlier
     */
    Times of(Broadcasts.Content content, Channel channel, SendingRules rules, Instant soonest) {
        var closed = content.purpose().isBoundBy(Purpose.Rule.CLOSED_DAYS)
                ? closedDays.calendar(rules.organizationId())
                : ClosedCalendar.of(rules.quiet().zone(), List.of());
        var quiet =
                channel == Channel.SMS && content.purpose().isBoundBy(Purpose.Rule.QUIET_HOURS) ? rules.quiet() : null;
        var wanted = content.sendAt() == null || content.sendAt().isBefore(soonest) ? soonest : content.sendAt();
        var begins = awake(wanted, quiet);
        var from = begins;
        while (closed.closed(from)) {
            from = awake(closed.nextOpen(from), quiet);
        }
        var until = content.notAfter() == null ? closed.openTimeAfter(from, USUAL_LIFE) : content.notAfter();
        var put = from.equals(begins) ? null : LocalDate.ofInstant(from, closed.zone());
        return from.isBefore(until)
                ? new Times(from, until, put, null)
                : new Times(until, until, put, begins.isBefore(until) ? Reason.CLOSED_DAYS : Reason.QUIET_HOURS);
    }

    private static Instant awake(Instant at, @Nullable QuietHours quiet) {
        return quiet == null ? at : quiet.soonest(at);
    }
}
