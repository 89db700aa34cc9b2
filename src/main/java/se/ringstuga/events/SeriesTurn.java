package se.ringstuga.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a changed series makes of its events ahead; worked out, not yet done.
 *
 * @param events those ahead by their id
 * @param follow those that become as the series is, and on which day
 * @param apart those that keep what is their own, and the day that they stand for
 * @param gone those that no day is left for
 * @param added days that get an event
 */
record SeriesTurn(
        Map<Long, EventRow> events,
        Map<Long, LocalDate> follow,
        Map<Long, LocalDate> apart,
        List<Long> gone,
        List<LocalDate> added) {

    /**
     * Of a series as it is changed to.
     *
     * @param days on which it is from today on
     */
    static SeriesTurn of(SeriesRow series, List<EventRow> ahead, List<LocalDate> days, Instant now) {
        var today = LocalDate.ofInstant(now, series.zone());
        var events = ahead.stream()
                .filter(event -> !day(event).isBefore(today))
                .collect(Collectors.toMap(EventRow::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        var plan = SeriesPlan.of(
                events.values().stream()
                        .map(event -> new SeriesPlan.Occurrence(event.id(), day(event), follows(event, now)))
                        .toList(),
                days,
                series.rule().weekly());
        var follow = new HashMap<Long, LocalDate>();
        var apart = new HashMap<Long, LocalDate>();
        plan.days().forEach((id, day) -> {
            var event = events.get(id);
            if (event == null || !follows(event, now)) {
                apart.put(id, day);
            } else if (differs(event, series, day)) {
                follow.put(id, day);
            }
        });
        return new SeriesTurn(events, follow, apart, plan.gone(), plan.added());
    }

    private static boolean differs(EventRow event, SeriesRow series, LocalDate day) {
        return !day.equals(event.occurrenceOn())
                || !event.content().equals(series.content())
                || !event.times().equals(series.times().on(day, series.zone()));
    }

    private static boolean follows(EventRow event, Instant now) {
        return !event.ownChanges()
                && event.cancelledAt() == null
                && event.startsAt().isAfter(now);
    }

    private static LocalDate day(EventRow event) {
        return event.occurrenceOn() == null ? LocalDate.MIN : event.occurrenceOn();
    }
}
