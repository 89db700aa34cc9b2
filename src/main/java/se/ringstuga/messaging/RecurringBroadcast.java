package se.ringstuga.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text that goes out every month, as it is stored.
 *
 * @param content one of them, without a time; its filter is the segment's of now
 * @param madeMonth the latest month that is done with
 * @param nextAt when the next one is to go out
 */
record RecurringBroadcast(
        long id,
        long organizationId,
        ZoneId zone,
        Broadcasts.Content content,
        MonthlyRule rule,
        int leadHours,
        boolean byItself,
        @Nullable LocalDate endsOn,
        @Nullable YearMonth madeMonth,
        @Nullable Instant nextAt,
        @Nullable Instant pausedAt,
        @Nullable Instant endedAt,
        Instant createdAt,
        String createdBy,
        String changedBy,
        int version) {

    /** Later than this nobody expects it any more: it is skipped, or as a draft not approved. */
    static final Duration STALE_AFTER = Duration.ofDays(1);

    private static final int SHOWN = 5;

    /** When the next is to go out and when it is to be made. */
    record Planned(Instant nextAt, Instant dueAt) {}

    /** The first after a month that is done with, and after a moment; the month of a rule that changes has one. */
    static Optional<Planned> plan(NewRecurringBroadcast wanted, ZoneId zone, @Nullable YearMonth made, Instant after) {
        return upcoming(wanted.rule(), wanted.endsOn(), zone, first(made, after, zone))
                .filter(next -> next.at().isAfter(after))
                .findFirst()
                .map(next -> planned(next.at(), wanted.lead()));
    }

    /** The one that follows the next one. */
    Optional<Planned> afterNext() {
        return from(month().plusMonths(1)).findFirst().map(next -> planned(next.at(), leadHours));
    }

    /** The first after a pause: what fell into it is not made up for. */
    Optional<Planned> resumed(Instant now) {
        return from(first(madeMonth, now, zone))
                .filter(next -> next.at().isAfter(now))
                .findFirst()
                .map(next -> planned(next.at(), leadHours));
    }

    /** When the next one is to go out, where there is one. */
    Instant at() {
        return Optional.ofNullable(nextAt).orElseThrow();
    }

    /** The month that the next one belongs to. */
    YearMonth month() {
        return YearMonth.from(at().atZone(zone));
    }

    boolean stale(Instant now) {
        return !at().plus(STALE_AFTER).isAfter(now);
    }

    List<Instant> next() {
        return nextAt == null || pausedAt != null
                ? List.of()
                : from(month()).limit(SHOWN).map(MonthlyRule.Occurrence::at).toList();
    }

    private Stream<MonthlyRule.Occurrence> from(YearMonth month) {
        return upcoming(rule, endsOn, zone, month);
    }

    private static Stream<MonthlyRule.Occurrence> upcoming(
            MonthlyRule rule, @Nullable LocalDate endsOn, ZoneId zone, YearMonth month) {
        return rule.from(month, zone)
                .takeWhile(next -> endsOn == null || !next.on().isAfter(endsOn));
    }

    private static YearMonth first(@Nullable YearMonth made, Instant after, ZoneId zone) {
        var now = YearMonth.from(after.atZone(zone));
        return made == null || made.isBefore(now) ? now : made.plusMonths(1);
    }

    private static Planned planned(Instant at, int leadHours) {
        return new Planned(at, at.minus(Duration.ofHours(leadHours)));
    }
}
