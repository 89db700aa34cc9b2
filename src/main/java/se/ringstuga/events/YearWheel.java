package se.ringstuga.events;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A year as a wheel: January begins at the top, time goes clockwise, each kind of event has a ring. Everything is laid out
 * here, in the units of a picture that is {@value #SIDE} wide with its middle at zero; the template only writes it down.
 *
 * @param rings from the outermost inwards: the kinds with most events first, the rarest together on the last one
 * @param hand from the middle to the rim, where today is; null in other years
 */
record YearWheel(
        int year,
        List<Ring> rings,
        List<Sector> months,
        List<Week> weeks,
        List<Mark> marks,
        List<WheelLabels.Label> labels,
        @Nullable Hand hand) {

    static final int SIDE = 1200;
    static final int MOST_RINGS = 6;

    private static final double MIDDLE = 108;
    private static final double RIM = 318;
    private static final double MONTHS_AT = 338;
    private static final double MONTHS_TO = 358;
    private static final double WEEKS_AT = 368;
    private static final double WEEKS_TO = 378;
    private static final double WIDEST_RING = 48;
    private static final double GAP = 3;
    private static final double NARROWEST_DEGREES = 2;
    private static final double FULL = 360;

    /** @param colour from 1, of the style sheet's colours */
    record Ring(@Nullable String kind, int colour, String path) {}

    /** @param turn degrees by which its name is turned */
    record Sector(String name, boolean odd, String path, Point at, double turn) {}

    /** @param path the short line at its Monday; null where that is in another year */
    record Week(int number, @Nullable String path, Point at, double turn) {}

    /**
     * An event on its ring.
     *
     * @param colour its ring's
     */
    record Mark(Item item, int colour, String path) {}

    record Hand(Point from, Point to) {}

    record Point(double x, double y) {

        /** @param degrees clockwise from the top */
        static Point at(double radius, double degrees) {
            var angle = Math.toRadians(degrees);
            return new Point(rounded(radius * Math.sin(angle)), rounded(-radius * Math.cos(angle)));
        }

        String written() {
            return x + " " + y;
        }
    }

    /**
     * One event of the year.
     *
     * @param number its place in the list of the year, from 1
     */
    record Item(
            int number, String title, String kind, LocalDate first, LocalDate last, String href, boolean cancelled) {}

    /** @param months their names, in the reader's language */
    static YearWheel of(int year, List<Item> items, LocalDate today, List<String> months) {
        var kinds = rings(items);
        int last = Math.min(kinds.size(), MOST_RINGS);
        Function<Item, Integer> ringOf = item -> Math.min(kinds.indexOf(item.kind()), last - 1);
        var rings = IntStream.range(0, last)
                .mapToObj(i -> new Ring(
                        kinds.size() > MOST_RINGS && i == last - 1 ? null : kinds.get(i),
                        i + 1,
                        circle(inner(i, last)) + circle(outer(i, last))))
                .toList();
        var marks = items.stream()
                .map(item -> mark(item, ringOf.apply(item), last, year))
                .toList();
        var labels = WheelLabels.of(items, item -> degrees(firstNoon(item, year)));
        var hand = today.getYear() == year
                ? new Hand(Point.at(MIDDLE, degrees(noon(today))), Point.at(WEEKS_TO + 6, degrees(noon(today))))
                : null;
        return new YearWheel(year, rings, months(year, months), weeks(year), marks, labels, hand);
    }

    /** The kinds' titles, those with most events first. */
    private static List<String> rings(List<Item> items) {
        Map<String, Long> counts =
                items.stream().collect(Collectors.groupingBy(Item::kind, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double outer(int ring, int rings) {
        return RIM - ring * Math.min(WIDEST_RING, (RIM - MIDDLE) / rings);
    }

    private static double inner(int ring, int rings) {
        return outer(ring + 1, rings) + GAP;
    }

    /** Wide enough to be seen, and never beyond the ends of the year. */
    private static Mark mark(Item item, int ring, int rings, int year) {
        double from = degrees(start(item.first(), year));
        double to = degrees(start(item.last().plusDays(1), year));
        double width = Math.max(NARROWEST_DEGREES, to - from);
        double left = Math.clamp((from + to - width) / 2, 0, FULL - width);
        return new Mark(item, ring + 1, sector(inner(ring, rings), outer(ring, rings), left, left + width));
    }

    private static List<Sector> months(int year, List<String> names) {
        return Stream.of(Month.values())
                .map(month -> {
                    var first = LocalDate.of(year, month, 1);
                    double from = degrees(start(first, year));
                    double to = degrees(start(first.plusMonths(1), year));
                    double middle = (from + to) / 2;
                    return new Sector(
                            names.get(month.getValue() - 1),
                            month.getValue() % 2 == 1,
                            sector(MIDDLE, MONTHS_TO, from, to),
                            Point.at(MONTHS_AT, middle),
                            upright(middle));
                })
                .toList();
    }

    /** A week belongs to the year in which its Thursday lies (ISO 8601). */
    private static List<Week> weeks(int year) {
        var weeks = new ArrayList<Week>();
        var thursday = LocalDate.of(year, 1, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
        for (; thursday.getYear() == year; thursday = thursday.plusWeeks(1)) {
            var monday = thursday.minusDays(3);
            double at = degrees(noon(thursday));
            weeks.add(new Week(
                    thursday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                    monday.getYear() == year ? line(MONTHS_TO, WEEKS_TO, degrees(start(monday, year))) : null,
                    Point.at(WEEKS_AT, at),
                    upright(at)));
        }
        return weeks;
    }

    /** The part of the year that has gone by when a day begins; days of other years are its ends. */
    private static double start(LocalDate day, int year) {
        if (day.getYear() != year) {
            return day.getYear() < year ? 0 : 1;
        }
        return (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    }

    private static double noon(LocalDate day) {
        return (day.getDayOfYear() - 0.5) / day.lengthOfYear();
    }

    /** By its first day, so that labels stand in the order of the list. */
    private static double firstNoon(Item item, int year) {
        var firstOfYear = LocalDate.of(year, 1, 1);
        return noon(item.first().isBefore(firstOfYear) ? firstOfYear : item.first());
    }

    private static double degrees(double partOfYear) {
        return FULL * partOfYear;
    }

    /** Turned along the rim, and never upside down. */
    private static double upright(double degrees) {
        return rounded(degrees > 90 && degrees < 270 ? degrees + 180 : degrees);
    }

    private static String line(double from, double to, double degrees) {
        return "M" + Point.at(from, degrees).written() + "L"
                + Point.at(to, degrees).written();
    }

    private static String circle(double radius) {
        return "M0 %1$s A%2$s %2$s 0 1 1 0 %3$s A%2$s %2$s 0 1 1 0 %1$s Z"
                .formatted(rounded(-radius), rounded(radius), rounded(radius));
    }

    private static String sector(double inner, double outer, double from, double to) {
        int large = to - from > 180 ? 1 : 0;
        return "M%1$s A%2$s %2$s 0 %3$d 1 %4$s L%5$s A%6$s %6$s 0 %3$d 0 %7$s Z"
                .formatted(
                        Point.at(outer, from).written(),
                        rounded(outer),
                        large,
                        Point.at(outer, to).written(),
                        Point.at(inner, to).written(),
                        rounded(inner),
                        Point.at(inner, from).written());
    }

    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
