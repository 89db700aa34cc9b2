package se.ringstuga.reminders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;
import se.ringstuga.messaging.PersonalMessages;

/**
 * A rule of what is sent around events; the fields of {@link NewReminderRule} mean the same here.
 *
 * @param own false for one of an organization above, which can be switched off for an event but not changed here
 * @param key of a rule that came with its kind
 * @param on whether it holds
 * @param excepted of a list of one event: a rule of its kind that does not hold for it; otherwise absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReminderRuleView(
        long id,
        boolean own,
        @Nullable Long kindId,
        @Nullable Long eventId,
        @Nullable String key,
        String title,
        Occasion occasion,
        Audience audience,
        @Nullable Long segmentId,
        @Nullable Timing timing,
        @Nullable Integer usefulMinutes,
        PersonalMessages.By channel,
        Purpose purpose,
        boolean asks,
        String smsText,
        String subject,
        String emailText,
        boolean on,
        @Nullable Boolean excepted,
        Instant changedAt,
        String changedBy,
        int version) {

    static ReminderRuleView of(ReminderRule rule, long organizationId, @Nullable Boolean excepted) {
        return new ReminderRuleView(
                rule.id(),
                rule.organizationId() == organizationId,
                rule.kindId(),
                rule.eventId(),
                rule.key(),
                rule.title(),
                rule.occasion(),
                rule.audience(),
                rule.segmentId(),
                rule.timing(),
                rule.usefulMinutes(),
                rule.channel(),
                rule.purpose(),
                rule.asks(),
                rule.texts().sms(),
                rule.texts().subject(),
                rule.texts().email(),
                rule.switchedOffAt() == null,
                excepted,
                rule.changedAt(),
                rule.changedBy(),
                rule.version());
    }
}
