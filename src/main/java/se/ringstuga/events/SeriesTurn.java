package se.ringstuga.events;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a changed series makes of its events ahead; worked out, not yet done.
 *
 * @param events those ahead by their id, that have not begun
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
        var begun =
                ahead.stream().collect(partitioningBy(event -> !event.startsAt().isAfter(now)));
        var events = begun.getOrDefault(false, List.of()).stream()
                .filter(event -> !day(event).isBefore(today))
                .collect(toMap(EventRow::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        var plan = SeriesPlan.of(
                events.values().stream()
                        .map(event -> new SeriesPlan.Occurrence(event.id(), day(event), follows(event)))
                        .toList(),
                without(days, begun.getOrDefault(true, List.of())),
                series.rule().weekly());
        var follow = new HashMap<Long, LocalDate>();
        var apart = new HashMap<Long, LocalDate>();
        plan.days().forEach((id, day) -> {
            var event = events.get(id);
            if (event == null || !follows(event)) {
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

    private static boolean follows(EventRow event) {
        return !event.ownChanges() && event.cancelledAt() == null;
    }

    /** What has begun stands for its own day and no other, also where it began before that day. */
    private static List<LocalDate> without(List<LocalDate> days, List<EventRow> begun) {
        var taken = begun.stream().map(SeriesTurn::day).collect(toSet());
        return days.stream().filter(day -> !taken.contains(day)).toList();
    }

    private static LocalDate day(EventRow event) {
        return event.occurrenceOn() == null ? LocalDate.MIN : event.occurrenceOn();
    }
}
