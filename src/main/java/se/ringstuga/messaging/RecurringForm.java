package se.ringstuga.messaging;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ringstuga.http.PageForm;

/** The form of a monthly broadcast: what is written, as of any broadcast, and when it goes out. */
record RecurringForm(PageForm form) {

    static final int USUAL_LEAD = 72;
    private static final int LONGEST_LEAD = 336;
    private static final int MONTHS = 12;

    ComposeForm written() {
        return new ComposeForm(form);
    }

    /** What is wrong with the rule, by the fields' names. */
    Map<String, String> faults(MonthlyMessages say) {
        var faults = new LinkedHashMap<String, String>();
        if (time().isEmpty()) {
            faults.put("time", say.timeWrong());
        }
        if (onWeekday() ? weekday().isEmpty() : number("day", 1, 31).isEmpty()) {
            faults.put("on", say.dayWrong());
        }
        if (without().size() >= MONTHS) {
            faults.put("without", say.withoutWrong());
        }
        if (!form.value("endsOn").isBlank() && endsOn().isEmpty()) {
            faults.put("endsOn", say.endsOnWrong());
        }
        return faults;
    }

    /** Without faults. */
    NewRecurringBroadcast wanted() {
        var words = written();
        var people = words.people().orElseThrow();
        return new NewRecurringBroadcast(
                words.title(),
                words.channel(),
                words.purpose(),
                people.segment(),
                people.filter(),
                words.text(),
                words.subject(),
                words.sender(),
                rule(),
                number("lead", 0, LONGEST_LEAD).orElse(USUAL_LEAD),
                form.value("approval").equals("ITSELF"),
                endsOn().orElse(null));
    }

    private MonthlyRule rule() {
        var time = time().orElseThrow();
        return onWeekday()
                ? new MonthlyRule(
                        null, weekday().orElseThrow(), number("nth", -1, 4).orElse(1), time, without())
                : new MonthlyRule(number("day", 1, 31).orElseThrow(), null, null, time, without());
    }

    private boolean onWeekday() {
        return form.value("on").equals("WEEKDAY");
    }

    private Optional<DayOfWeek> weekday() {
        var typed = form.value("weekday");
        for (var day : DayOfWeek.values()) {
            if (day.name().equals(typed)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private Optional<LocalTime> time() {
        var written = form.value("time").strip().replace('.', ':');
        try {
            return Optional.of(LocalTime.parse(written.length() == 4 ? "0" + written : written));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Empty where none is written, or none that can be read. */
    Optional<LocalDate> endsOn() {
        try {
            return Optional.of(LocalDate.parse(form.value("endsOn").strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Set<Integer> without() {
        return form.values().getOrDefault("without", List.of()).stream()
                .filter(month -> month.matches("[1-9]|1[0-2]"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private Optional<Integer> number(String name, int least, int most) {
        var typed = form.value(name).strip();
        return Optional.of(typed)
                .filter(text -> text.matches("-?[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }

    /** One that is there, as it would be typed. */
    static PageForm of(RecurringBroadcastView stored) {
        var values = ComposeScreens.written(content(stored));
        var rule = stored.rule();
        ComposeScreens.put(values, "on", rule.day() == null ? "WEEKDAY" : "DAY");
        ComposeScreens.put(values, "day", rule.day());
        ComposeScreens.put(values, "weekday", rule.weekday());
        ComposeScreens.put(values, "nth", rule.nth());
        ComposeScreens.put(values, "time", rule.time());
        values.put("without", rule.without().stream().map(String::valueOf).toList());
        ComposeScreens.put(values, "lead", stored.leadHours());
        ComposeScreens.put(values, "approval", stored.byItself() ? "ITSELF" : "ASK");
        ComposeScreens.put(values, "endsOn", stored.endsOn());
        ComposeScreens.put(values, "version", stored.version());
        return new PageForm(Map.copyOf(values), Map.of());
    }

    static Broadcasts.Content content(RecurringBroadcastView stored) {
        return new Broadcasts.Content(
                stored.title(),
                stored.channel(),
                stored.purpose(),
                stored.senderId(),
                stored.segmentId(),
                stored.filter(),
                stored.subject(),
                stored.text(),
                stored.personal(),
                null,
                null,
                false);
    }
}
