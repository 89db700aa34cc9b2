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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/** How an event recurs, as it was filled in: everything else of a series is read as of its first event. */
final class SeriesForm {

    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final int DAYS_A_WEEK = 7;
    private static final int LAST_WEEK = 5;

    private final PageForm form;
    private final EventFormMessages say;
    private final Map<String, String> errors = new HashMap<>();

    SeriesForm(PageForm form, EventFormMessages say) {
        this.form = form;
        this.say = say;
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
        private String rule(LocalDate first) {
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
        var rule = Repeat.of(form.value("repeat")).rule(from.toLocalDate()) + until(from.toLocalDate());
        return errors.isEmpty() ? Optional.of(series(first, rule, from, to)) : Optional.empty();
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
                rule,
                without(),
                from.toLocalDate(),
                from.toLocalTime(),
                Math.toIntExact(Duration.between(from, to).toMinutes()),
                first.capacity(),
                first.waitingList(),
                null,
                Math.toIntExact(
                        EventForm.Closing.of(form.value("closes")).before().toMinutes()),
                first.visibility(),
                first.segmentId(),
                first.needs());
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
