package se.ringstuga.reminders;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.PageForm;

/** Rules as they would have been filled in. */
final class RuleFormValues {

    private static final int AN_HOUR = 60;

    private RuleFormValues() {}

    /** What most new rules are. */
    static PageForm usual(String key, @Nullable Long kind, @Nullable Long event) {
        var values = new HashMap<String, List<String>>();
        put(values, "key", key);
        put(values, "kind", kind);
        put(values, "event", event);
        put(values, "aim", RuleAim.BEFORE_SIGNED_UP.name());
        put(values, "channel", "FIRST_ALLOWED");
        put(values, "timing", RuleForm.DAYS);
        put(values, "days", 1);
        put(values, "localTime", "17.00");
        put(values, "unit", RuleForm.HOURS);
        return new PageForm(values, Map.of());
    }

    /** @param clock how a time of day is written */
    static PageForm of(ReminderRuleView rule, DateTimeFormatter clock) {
        var values = new HashMap<String, List<String>>();
        put(values, "title", rule.title());
        put(values, "aim", RuleAim.of(rule.occasion(), rule.audience()).name());
        put(values, "segment", rule.segmentId());
        put(values, "channel", rule.channel().name());
        put(values, "asks", rule.asks());
        put(values, "summons", rule.occasion() == Occasion.BEFORE && rule.purpose() == Purpose.NOTICE);
        put(values, "useful", rule.usefulMinutes());
        put(values, "smsText", rule.smsText());
        put(values, "subject", rule.subject());
        put(values, "emailText", rule.emailText());
        put(values, "version", rule.version());
        time(values, Objects.requireNonNullElse(rule.timing(), new Timing(1, null, null)), clock);
        return new PageForm(values, Map.of());
    }

    private static void time(Map<String, List<String>> values, Timing timing, DateTimeFormatter clock) {
        var minutes = timing.minutes();
        put(values, "timing", minutes == null ? RuleForm.DAYS : RuleForm.MINUTES);
        put(values, "days", timing.days());
        put(values, "localTime", timing.localTime() == null ? null : clock.format(timing.localTime()));
        if (minutes == null) {
            put(values, "unit", RuleForm.HOURS);
        } else {
            var hours = minutes > 0 && minutes % AN_HOUR == 0;
            put(values, "minutes", hours ? minutes / AN_HOUR : minutes);
            put(values, "unit", hours ? RuleForm.HOURS : RuleForm.MINUTES);
        }
    }

    private static void put(Map<String, List<String>> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, List.of(value.toString()));
        }
    }
}
