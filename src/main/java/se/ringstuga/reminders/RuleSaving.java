package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;

/** A rule as it comes back from its form: words and time; whom it is for stays. */
@ApplicationScoped
class RuleSaving {

    private static final int LONGEST_DAYS = 366;
    private static final int LONGEST_MINUTES = 525_600;

    private final RuleEditing editing;

    RuleSaving(RuleEditing editing) {
        this.editing = editing;
    }

    @Transactional
    ReminderRuleView read(long id) {
        return editing.get(id);
    }

    PageForm form(ReminderRuleView rule) {
        var timing = rule.timing();
        return new PageForm(
                Map.of(
                        "title", List.of(rule.title()),
                        "smsText", List.of(rule.smsText()),
                        "subject", List.of(rule.subject()),
                        "emailText", List.of(rule.emailText()),
                        "version", List.of(String.valueOf(rule.version())),
                        "days", List.of(text(timing == null ? null : timing.days())),
                        "localTime", List.of(text(timing == null ? null : timing.localTime())),
                        "minutes", List.of(text(timing == null ? null : timing.minutes()))),
                Map.of());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Transactional
    void save(ReminderRuleView rule, PageForm form) {
        own(rule);
        change(
                rule,
                new Words(form.value("title"), form.value("smsText"), form.value("subject"), form.value("emailText")),
                new Terms(
                        timing(rule, form),
                        rule.on(),
                        form.value("relativeDayMeant").equals("true")));
    }

    void switched(ReminderRuleView rule, boolean on) {
        own(rule);
        editing.switched(rule.id(), on);
    }

    private record Words(String title, String sms, String subject, String email) {}

    private record Terms(@Nullable Timing timing, boolean on, boolean relativeDayMeant) {}

    private void change(ReminderRuleView rule, Words words, Terms terms) {
        if (words.title().isBlank()) {
            throw new InvalidInput("title", "must not be blank");
        }
        editing.change(
                rule.id(),
                new NewReminderRule(
                        rule.kindId(),
                        words.title(),
                        rule.occasion(),
                        rule.audience(),
                        rule.segmentId(),
                        terms.timing(),
                        rule.usefulMinutes(),
                        rule.channel(),
                        rule.purpose(),
                        rule.asks(),
                        words.sms(),
                        words.subject(),
                        words.email(),
                        terms.on(),
                        terms.relativeDayMeant()),
                null);
    }

    private static void own(ReminderRuleView rule) {
        if (!rule.own() || rule.kindId() == null) {
            throw new NotFound();
        }
    }

    private static @Nullable Timing timing(ReminderRuleView rule, PageForm form) {
        var timing = rule.timing();
        if (timing == null) {
            return null;
        }
        return timing.minutes() == null
                ? new Timing(number("days", form, LONGEST_DAYS), read("localTime", form, LocalTime::parse), null)
                : new Timing(null, null, number("minutes", form, LONGEST_MINUTES));
    }

    private static int number(String name, PageForm form, int most) {
        int number = read(name, form, Integer::parseInt);
        if (number < 0 || number > most) {
            throw new InvalidInput(name, "must lie between 0 and " + most);
        }
        return number;
    }

    private static <T> T read(String name, PageForm form, Function<String, T> reading) {
        try {
            return reading.apply(form.value(name).strip().replace('.', ':'));
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            throw new InvalidInput(name, "cannot be read: \"" + form.value(name) + "\"");
        }
    }
}
