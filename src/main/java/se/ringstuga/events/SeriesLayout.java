package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import se.ringstuga.accounts.Actor;

/** Lays a series out as events a good year ahead; a day stands there once, however often that is done. */
@ApplicationScoped
class SeriesLayout {

    private static final int MONTHS_AHEAD = 13;

    /** Not each day a day: what is a week short is far enough. */
    private static final int SLACK_DAYS = 7;

    private final SeriesRows rows;
    private final Occurrences occurrences;
    private final EventNews news;
    private final Clock clock;

    SeriesLayout(SeriesRows rows, Occurrences occurrences, EventNews news, Clock clock) {
        this.rows = rows;
        this.occurrences = occurrences;
        this.news = news;
        this.clock = clock;
    }

    /** Those that reach less far than they should. */
    List<Long> due() {
        return rows.due(reach());
    }

    /** How many events one of them got; 0 when another instance is at it or was first. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int layOut(long seriesId) {
        return rows.lockDue(seriesId, reach())
                .map(series -> layOut(series).size())
                .orElse(0);
    }

    private LocalDate reach() {
        return horizon(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).minusDays(SLACK_DAYS);
    }

    /** Up to the horizon, after what is laid out already; the series is locked. */
    List<Long> layOut(SeriesRow series) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, series.zone());
        var until = series.laidOutUntil();
        var from = until == null || until.isBefore(today) ? today : until.plusDays(1);
        var added = occurrences.add(series, days(series, from, now), new Events.Written(Actor.SYSTEM.toString(), now));
        rows.laidOut(series.id(), horizon(today));
        tell(series, added);
        return added;
    }

    /** The days of a series that are ahead, up to the horizon. */
    List<LocalDate> days(SeriesRow series, LocalDate from, Instant now) {
        return series.rule().between(from, horizon(LocalDate.ofInstant(now, series.zone()))).stream()
                .filter(day -> series.times().on(day, series.zone()).startsAt().isAfter(now))
                .toList();
    }

    void tell(SeriesRow series, List<Long> added) {
        if (series.publishedAt() != null) {
            added.forEach(event -> news.published(event, series.organizationId()));
        }
    }

    static LocalDate horizon(LocalDate today) {
        return today.plusMonths(MONTHS_AHEAD);
    }
}
