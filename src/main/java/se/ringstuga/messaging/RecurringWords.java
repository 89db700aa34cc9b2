package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageContext;

/** A monthly rule as people say it: "den 1:a varje månad kl 9.00, inte i juli". */
@ApplicationScoped
class RecurringWords {

    private static final int LAST = -1;
    private static final int LONGEST_MONTH = 31;
    private static final int MONTHS = 12;
    private static final int HOURS_A_DAY = 24;

    private final PageContext page;

    RecurringWords(PageContext page) {
        this.page = page;
    }

    MonthlyMessages say() {
        return MessageBundles.get(
                MonthlyMessages.class, Localized.Literal.of(page.language().tag()));
    }

    String rule(MonthlyRule rule) {
        var at = say().at(day(rule), clock(rule.time()));
        var without = rule.without();
        if (without.isEmpty()) {
            return at;
        }
        return without.size() <= MONTHS / 2
                ? say().notIn(at, listed(without))
                : say().onlyIn(at, listed(others(without)));
    }

    private static Set<Integer> others(Set<Integer> without) {
        var with = new TreeSet<Integer>();
        IntStream.rangeClosed(1, MONTHS)
                .filter(month -> !without.contains(month))
                .forEach(with::add);
        return with;
    }

    private String day(MonthlyRule rule) {
        var day = rule.day();
        if (day != null) {
            return day == LONGEST_MONTH ? say().everyLastDay() : say().everyDay(ordinal(day));
        }
        var nth = rule.nth();
        var weekday = rule.weekday();
        return say().everyWeekday(which(nth == null ? 1 : nth), weekday(weekday == null ? DayOfWeek.MONDAY : weekday));
    }

    String ordinal(int day) {
        if (day / 10 == 1) {
            return say().ordinal(day);
        }
        return switch (day % 10) {
            case 1 -> say().ordinalFirst(day);
            case 2 -> say().ordinalSecond(day);
            case 3 -> say().ordinalThird(day);
            default -> say().ordinal(day);
        };
    }

    String which(int nth) {
        return switch (nth) {
            case LAST -> say().last();
            case 1 -> say().first();
            case 2 -> say().second();
            case 3 -> say().third();
            default -> say().fourth();
        };
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, page.language().locale());
    }

    String month(int month) {
        return Month.of(month)
                .getDisplayName(TextStyle.FULL_STANDALONE, page.language().locale());
    }

    String month(YearMonth month) {
        var words = DateTimeFormatter.ofPattern("LLLL yyyy", page.language().locale())
                .format(month);
        return words.substring(0, 1).toUpperCase(page.language().locale()) + words.substring(1);
    }

    private String clock(LocalTime time) {
        return DateTimeFormatter.ofPattern(page.language() == Language.SWEDISH ? "H.mm" : "HH:mm")
                .format(time);
    }

    private String listed(Set<Integer> months) {
        List<String> names = months.stream().sorted().map(this::month).toList();
        return names.size() == 1
                ? names.getFirst()
                : say().and(String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    String lead(int hours) {
        if (hours % HOURS_A_DAY != 0 || hours == 0) {
            return say().hoursBefore(hours);
        }
        return hours == HOURS_A_DAY ? say().dayBefore() : say().daysBefore(hours / HOURS_A_DAY);
    }
}
