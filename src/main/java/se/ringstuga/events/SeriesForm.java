package se.ringstuga.events;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/** How an event recurs, as it was filled in: everything else of a series is read as of its first event. */
final class SeriesForm {

    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final int DAYS_A_WEEK = 7;
    private static final int LAST_WEEK = 5;

    private static final int SHORTEST_MINUTES = 5;
    private static final int A_YEAR = 525_600;

    private final PageForm form;
    private final EventFormMessages say;
    private final String stored;
    private final Map<String, String> errors = new HashMap<>();

    SeriesForm(PageForm form, EventFormMessages say) {
        this(form, say, "");
    }

    /** @param stored the rule that {@link StoredRule#OTHER} means; empty for something new */
    SeriesForm(PageForm form, EventFormMessages say, String stored) {
        this.form = form;
        this.say = say;
        this.stored = stored;
    }

    /** How often. */
    enum Repeat {
        NEVER,
        WEEKLY,
        EVERY_SECOND_WEEK,
        MONTHLY_WEEKDAY,
        MONTHLY_DAY;

        static Repeat of(String written) {
            return Arrays.stream(values())
                    .filter(repeat -> repeat.name().equals(written))
                    .findFirst()
                    .orElse(NEVER);
        }

        String named(EventFormMessages say) {
            return switch (this) {
                case NEVER -> say.repeatNever();
                case WEEKLY -> say.repeatWeekly();
                case EVERY_SECOND_WEEK -> say.repeatSecondWeek();
                case MONTHLY_WEEKDAY -> say.repeatMonthlyWeekday();
                case MONTHLY_DAY -> say.repeatMonthlyDay();
            };
        }

        /** As RFC 5545 writes it, counted from its first day; the fifth of a weekday is the last one of a month. */
        String rule(LocalDate first) {
            int week = (first.getDayOfMonth() - 1) / DAYS_A_WEEK + 1;
            var weekday = WEEKDAYS.get(first.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
            return switch (this) {
                case NEVER -> "";
                case WEEKLY -> "FREQ=WEEKLY;BYDAY=" + weekday;
                case EVERY_SECOND_WEEK -> "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + weekday;
                case MONTHLY_WEEKDAY -> "FREQ=MONTHLY;BYDAY=" + (week == LAST_WEEK ? -1 : week) + weekday;
                case MONTHLY_DAY -> "FREQ=MONTHLY;BYMONTHDAY=" + first.getDayOfMonth();
            };
        }
    }

    boolean repeats() {
        return Repeat.of(form.value("repeat")) != Repeat.NEVER;
    }

    Map<String, String> errors() {
        return errors;
    }

    /** @param first as it was read of the form; its times are local */
    Optional<NewEventSeries> read(NewEvent first) {
        var from = Optional.ofNullable(first.startsAtLocal()).orElseThrow();
        var to = Optional.ofNullable(first.endsAtLocal()).orElseThrow();
        if (Duration.between(from, to).toMinutes() < SHORTEST_MINUTES) {
            errors.put("to", say.tooShort());
        }
        var rule = rule(from.toLocalDate());
        var series = series(first, rule, from, to);
        return errors.isEmpty() ? Optional.of(series) : Optional.empty();
    }

    private String rule(LocalDate first) {
        if (!form.value("repeat").equals(StoredRule.OTHER) || stored.isEmpty()) {
            return Repeat.of(form.value("repeat")).rule(first) + until(first);
        }
        var until = until(first);
        return until.isEmpty() ? StoredRule.without(stored) : uncounted(StoredRule.without(stored)) + until;
    }

    /** A rule has either a number of days or a last one. */
    private static String uncounted(String rule) {
        return Arrays.stream(rule.split(";"))
                .filter(part -> !part.startsWith("COUNT="))
                .collect(Collectors.joining(";"));
    }

    private NewEventSeries series(NewEvent first, String rule, LocalDateTime from, LocalDateTime to) {
        return new NewEventSeries(
                first.kindId(),
                first.title(),
                first.text(),
                first.place(),
                first.address(),
                first.onlineLink(),
                first.contactStaffId(),
                first.contactPhone(),
                first.contactEmail(),
                rule,
                without(),
                from.toLocalDate(),
                from.toLocalTime(),
                Math.toIntExact(Duration.between(from, to).toMinutes()),
                first.capacity(),
                first.waitingList(),
                opensBefore(first),
                closesBefore(),
                first.visibility(),
                first.segmentId(),
                first.needs());
    }

    /** As long before each as before the first. */
    private @Nullable Integer opensBefore(NewEvent first) {
        var opens = first.signUpOpensAt();
        var closes = first.signUpClosesAt();
        if (opens == null || closes == null) {
            return null;
        }
        long minutes = Duration.between(opens, closes).toMinutes() + closesBefore();
        if (minutes < 1 || minutes > A_YEAR) {
            errors.put("opens", say.opensWrong());
            return null;
        }
        return Math.toIntExact(minutes);
    }

    private int closesBefore() {
        long minutes = Lead.read(form.value("closes")).toMinutes();
        if (minutes < 0 || minutes > A_YEAR) {
            errors.put("closes", say.closesWrong());
            return 0;
        }
        return Math.toIntExact(minutes);
    }

    private String until(LocalDate first) {
        var typed = form.value("until").strip();
        if (typed.isEmpty()) {
            return "";
        }
        @Nullable LocalDate last = null;
        try {
            last = LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            errors.put("until", say.dateWrong());
        }
        if (last != null && last.isBefore(first)) {
            errors.put("until", say.endWrong());
        }
        return last == null ? "" : ";UNTIL=" + last.toString().replace("-", "");
    }

    private Set<Integer> without() {
        return IntStream.rangeClosed(1, 12)
                .filter(month -> form.chose("without", month))
                .boxed()
                .collect(toUnmodifiableSet());
    }
}
