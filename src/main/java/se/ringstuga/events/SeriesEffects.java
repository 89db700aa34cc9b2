package se.ringstuga.events;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Counts what would become of a series before it is done; nothing is written. */
@ApplicationScoped
class SeriesEffects {

    private final Occurrences occurrences;
    private final SeriesLayout layout;
    private final EventLists lists;
    private final Instance<PlannedReminders> planned;

    SeriesEffects(
            Occurrences occurrences, SeriesLayout layout, EventLists lists, @Any Instance<PlannedReminders> planned) {
        this.occurrences = occurrences;
        this.layout = layout;
        this.lists = lists;
        this.planned = planned;
    }

    /** @param series as it would be */
    SeriesEffect ofChange(SeriesRow series, Instant now) {
        var today = LocalDate.ofInstant(now, series.zone());
        var turn = SeriesTurn.of(series, ahead(series, now), layout.days(series, today, now), now);
        var counts = lists.counts(List.copyOf(turn.events().keySet()));
        var moved = turn.follow().keySet().stream()
                .filter(id -> moves(Objects.requireNonNull(turn.events().get(id)), series, turn))
                .toList();
        var relocated = turn.follow().keySet().stream()
                .filter(id -> !moved.contains(id))
                .filter(id -> SeriesFollowing.isElsewhere(
                        Objects.requireNonNull(turn.events().get(id)), series))
                .toList();
        return new SeriesEffect(
                turn.follow().size(),
                moved.size(),
                signUps(moved, counts),
                relocated.size(),
                signUps(relocated, counts),
                signUps(telling(relocated), counts),
                turn.gone().size(),
                signUps(turn.gone(), counts),
                turn.added().size(),
                Math.toIntExact(turn.events().values().stream()
                        .filter(event -> event.ownChanges() && event.cancelledAt() == null)
                        .count()));
    }

    private static boolean moves(EventRow event, SeriesRow series, SeriesTurn turn) {
        var day = Objects.requireNonNull(turn.follow().get(event.id()));
        return event.publishedAt() != null
                && !event.startsAt()
                        .equals(series.times().on(day, series.zone()).startsAt());
    }

    private Set<Long> telling(List<Long> events) {
        return planned.stream()
                .flatMap(each -> each.tellingOfPlace(events).stream())
                .collect(toSet());
    }

    SeriesEffect.Ending ofEnding(SeriesRow series, Instant now) {
        var ahead = ahead(series, now).stream()
                .filter(event -> event.cancelledAt() == null && event.startsAt().isAfter(now))
                .toList();
        var published = ahead.stream()
                .filter(event -> event.publishedAt() != null)
                .map(EventRow::id)
                .toList();
        return new SeriesEffect.Ending(
                published.size(), signUps(published, lists.counts(published)), ahead.size() - published.size());
    }

    private List<EventRow> ahead(SeriesRow series, Instant now) {
        return occurrences.ahead(series.id(), LocalDate.ofInstant(now, series.zone()), now);
    }

    private static long signUps(Collection<Long> events, Map<Long, EventCounts> counts) {
        return events.stream()
                .map(id -> counts.getOrDefault(id, EventCounts.NOBODY))
                .mapToLong(count -> count.registered() + count.waiting())
                .sum();
    }
}
