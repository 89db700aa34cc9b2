package se.ringstuga.calling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import se.ringstuga.organizations.ClosedCalendar;

/** The times that people mostly name when they ask to be called later, kept within the calling hours and off closed days. */
record CallBackTimes(LocalTime from, LocalTime to, ClosedCalendar closed) {

    private static final int QUARTER = 15;
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(11, 0);

    /** In an hour, tomorrow morning, tomorrow evening and on Saturday, those that fit. */
    List<Instant> suggestions(Instant now) {
        ZonedDateTime local = now.atZone(closed.zone());
        ZonedDateTime tomorrow = local.plusDays(1);
        ZonedDateTime saturday = local.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        return Stream.of(inAnHour(local), tomorrow.with(MORNING), tomorrow.with(EVENING), saturday.with(MORNING))
                .filter(this::withinHours)
                .map(ZonedDateTime::toInstant)
                .distinct()
                .toList();
    }

    /** The next full quarter at least an hour away. */
    private static ZonedDateTime inAnHour(ZonedDateTime now) {
        ZonedDateTime hour = now.plusMinutes(60).truncatedTo(ChronoUnit.MINUTES);
        return hour.plus(Duration.ofMinutes((QUARTER - hour.getMinute() % QUARTER) % QUARTER));
    }

    private boolean withinHours(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return !time.isBefore(from) && time.isBefore(to) && !closed.closed(moment.toLocalDate());
    }
}
