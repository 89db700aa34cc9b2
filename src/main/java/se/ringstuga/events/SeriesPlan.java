package se.ringstuga.events;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What becomes of the occurrences ahead when a series gets other days. Whoever signed up for the one in March still has one in
 * March: an occurrence whose day is gone goes to the nearest new day of the same month, or of the same week in a weekly series.
 *
 * @param days the day of each occurrence afterwards, by its id; those with changes of their own keep their hours all the same
 * @param gone those that no day is left for
 * @param added days that no occurrence stands for
 */
record SeriesPlan(Map<Long, LocalDate> days, List<Long> gone, List<LocalDate> added) {

    /**
     * One that is ahead.
     *
     * @param follows has no changes of its own, and was not called off
     */
    record Occurrence(long id, LocalDate on, boolean follows) {}

    static SeriesPlan of(List<Occurrence> ahead, List<LocalDate> wanted, boolean weekly) {
        var days = new LinkedHashMap<Long, LocalDate>();
        var free = new TreeSet<>(wanted);
        var without = new ArrayList<Occurrence>();
        for (var one : ahead) {
            if (free.remove(one.on())) {
                days.put(one.id(), one.on());
            } else {
                without.add(one);
            }
        }
        var gone = new ArrayList<Long>();
        for (var one : without) {
            var nearest = nearest(one.on(), free, weekly);
            if (nearest.isPresent()) {
                free.remove(nearest.get());
                days.put(one.id(), nearest.get());
            } else if (one.follows()) {
                gone.add(one.id());
            }
        }
        return new SeriesPlan(days, List.copyOf(gone), List.copyOf(free));
    }

    private static Optional<LocalDate> nearest(LocalDate day, TreeSet<LocalDate> free, boolean weekly) {
        return free.stream()
                .filter(other -> weekly ? sameWeek(day, other) : sameMonth(day, other))
                .min(Comparator.comparingLong(other -> Math.abs(ChronoUnit.DAYS.between(day, other))));
    }

    private static boolean sameMonth(LocalDate day, LocalDate other) {
        return day.withDayOfMonth(1).equals(other.withDayOfMonth(1));
    }

    private static boolean sameWeek(LocalDate day, LocalDate other) {
        return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                && day.get(IsoFields.WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_BASED_YEAR);
    }
}
