package se.ringstuga.surveys;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.ringstuga.surveys.SurveyResults.Day;

/**
 * Standing bars over time: days as long as they are few, then weeks, months and years, empty ones among them.
 *
 * @param says the same in words
 * @param first where the time begins, and {@code last} where it ends
 */
record DayChart(String title, String says, Span span, List<Column> columns, LocalDate first, LocalDate last) {

    private static final int MOST_COLUMNS = 32;
    private static final int MOST_NUMBERS = 12;
    private static final int HEIGHT = 106;
    private static final int TOP = 18;

    /** Whether there is room for the number above each bar. */
    public boolean numbered() {
        return columns.size() <= MOST_NUMBERS;
    }

    enum Span {
        DAY,
        WEEK,
        MONTH,
        YEAR;

        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case YEAR -> start.plusYears(1);
            };
        }
    }

    /** A span of time, how many answered in it, and where its bar stands. */
    record Column(LocalDate start, long count, int x, int y, int width, int height) {

        public int numberY() {
            return y - 4;
        }
    }

    /** @param days in order, at least one */
    static DayChart of(String title, String says, List<Day> days) {
        var first = days.getFirst().date();
        var last = days.getLast().date();
        var span = span(first, last);
        Map<LocalDate, Long> counts = new TreeMap<>();
        for (var at = span.start(first); !at.isAfter(last); at = span.next(at)) {
            counts.put(at, 0L);
        }
        days.forEach(day -> counts.merge(span.start(day.date()), day.submissions(), Long::sum));
        return new DayChart(title, says, span, columns(counts), span.start(first), last);
    }

    private static Span span(LocalDate first, LocalDate last) {
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days <= MOST_COLUMNS) {
            return Span.DAY;
        } else if (days <= MOST_COLUMNS * 7L) {
            return Span.WEEK;
        }
        return days <= MOST_COLUMNS * 28L ? Span.MONTH : Span.YEAR;
    }

    private static List<Column> columns(Map<LocalDate, Long> counts) {
        var most = Math.max(
                1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
        var step = Math.min(40, BarChart.WIDTH / counts.size());
        List<Column> columns = new ArrayList<>();
        counts.forEach((start, count) -> {
            var height = Math.toIntExact(count * HEIGHT / most);
            columns.add(new Column(
                    start, count, columns.size() * step, TOP + HEIGHT - height, Math.max(1, step - 2), height));
        });
        return List.copyOf(columns);
    }
}
