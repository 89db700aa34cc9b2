package se.ringstuga.reminders;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.PageForm;
import se.ringstuga.messaging.PersonalMessages.By;

/** A rule as it was filled in, read field by field, with what is wrong in the reader's words. */
final class RuleForm {

    static final String DAYS = "DAYS";
    static final String MINUTES = "MINUTES";
    static final String HOURS = "HOURS";

    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3])[.:]?([0-5][0-9])");
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_SMS = 2000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_EMAIL = 20_000;
    private static final int MOST_DAYS = 366;
    private static final int MOST_MINUTES = 525_600;
    private static final int AN_HOUR = 60;

    private final PageForm form;
    private final RuleFormMessages say;
    private final Map<String, String> errors = new HashMap<>();

    RuleForm(PageForm form, RuleFormMessages say) {
        this.form = form;
        this.say = say;
    }

    Map<String, String> errors() {
        return errors;
    }

    /** What holds of a rule however its form is filled in. */
    record Bound(@Nullable Long kindId, boolean on) {}

    /** Empty when something is wrong; {@link #errors} says what. */
    Optional<NewReminderRule> read(Bound bound) {
        var aim = RuleAim.of(form.value("aim"));
        if (aim.isEmpty()) {
            errors.put("aim", say.aimMissing());
        }
        var by = by();
        var title = text("title", LONGEST_TITLE);
        needed("title", title, say.titleMissing());
        var rule = aim.map(chosen -> rule(bound, chosen, by, title));
        return errors.isEmpty() ? rule : Optional.empty();
    }

    private NewReminderRule rule(Bound bound, RuleAim aim, By by, String title) {
        var sms = text("smsText", LONGEST_SMS);
        var subject = text("subject", LONGEST_SUBJECT);
        var email = text("emailText", LONGEST_EMAIL);
        if (by != By.EMAIL) {
            needed("smsText", sms, say.smsMissing());
        }
        if (by != By.SMS) {
            needed("subject", subject, say.subjectMissing());
            needed("emailText", email, say.emailMissing());
        }
        return new NewReminderRule(
                bound.kindId(),
                title,
                aim.occasion(),
                aim.audience(),
                aim == RuleAim.BEFORE_SEGMENT ? segment() : null,
                aim.occasion().timed() ? timing() : null,
                useful(),
                by,
                aim.maySummon() && form.chose("summons", true) ? Purpose.NOTICE : null,
                aim.occasion() == Occasion.BEFORE && form.chose("asks", true),
                sms,
                subject,
                email,
                bound.on(),
                form.chose("relativeDayMeant", true));
    }

    private By by() {
        return switch (form.value("channel")) {
            case "SMS" -> By.SMS;
            case "EMAIL" -> By.EMAIL;
            default -> By.FIRST_ALLOWED;
        };
    }

    private @Nullable Long segment() {
        var typed = form.value("segment");
        if (!typed.matches("[1-9][0-9]{0,17}")) {
            errors.put("segment", say.segmentMissing());
            return null;
        }
        return Long.valueOf(typed);
    }

    private Timing timing() {
        if (form.value("timing").equals(MINUTES)) {
            var hours = form.value("unit").equals(HOURS);
            var amount = number("minutes", hours ? MOST_MINUTES / AN_HOUR : MOST_MINUTES);
            return new Timing(null, null, hours ? Integer.valueOf(amount * AN_HOUR) : Integer.valueOf(amount));
        }
        return new Timing(number("days", MOST_DAYS), time(), null);
    }

    private LocalTime time() {
        var time = TIME.matcher(form.value("localTime").strip());
        if (!time.matches()) {
            errors.put("localTime", say.timeWrong());
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
    }

    private int number(String field, int most) {
        var typed = form.value(field).strip();
        if (!typed.matches("[0-9]{1,6}") || Integer.parseInt(typed) > most) {
            errors.put(field, say.numberWrong(most));
            return 0;
        }
        return Integer.parseInt(typed);
    }

    /** As usual when nothing is chosen. */
    private @Nullable Integer useful() {
        var chosen = form.value("useful");
        return chosen.matches("[1-9][0-9]{0,5}") ? Integer.valueOf(chosen) : null;
    }

    private void needed(String field, String text, String missing) {
        if (text.isEmpty()) {
            errors.putIfAbsent(field, missing);
        }
    }

    private String text(String field, int longest) {
        var text = form.value(field).replace("\r\n", "\n").strip();
        if (text.length() > longest) {
            errors.put(field, say.tooLong(longest));
        }
        return text;
    }
}
