package se.ringstuga.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.Row;
import se.ringstuga.messaging.PersonalMessages;

/**
 * A rule as it is stored.
 *
 * @param organizationId whose it is: it holds for events of it and of those below
 * @param kindId for all events of a kind; or one event, exactly one of the two
 * @param key of one that is made with its kind
 * @param timing null for what is due when it happens
 * @param usefulMinutes how late it may be; null: until the event begins
 * @param switchedOffAt null as long as it holds
 */
record ReminderRule(
        long id,
        long organizationId,
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
        Texts texts,
        @Nullable Instant switchedOffAt,
        Instant changedAt,
        String changedBy,
        int version) {

    /** What is said, as templates. */
    record Texts(String sms, String subject, String email) {}

    /** What an event's hours make of a rule. */
    record Hours(Instant startsAt, Instant endsAt, ZoneId zone) {}

    private static final Duration NOTICE_LIFE = Duration.ofDays(2);
    private static final Duration AFTERWARDS = Duration.ofDays(3);

    /** Before quiet hours are looked at; only of what has a time of its own. */
    Instant due(Hours event) {
        if (timing == null) {
            throw new IllegalStateException(occasion + " has no time of its own");
        }
        return occasion == Occasion.BEFORE
                ? timing.before(event.startsAt(), event.zone())
                : timing.after(event.endsAt(), event.zone());
    }

    /** Until when it is of use: a reminder at most until the event begins. */
    Instant notAfter(Hours event, Instant due) {
        return switch (occasion) {
            case BEFORE ->
                usefulMinutes == null ? event.startsAt() : earlier(event.startsAt(), due.plus(useful(usefulMinutes)));
            case MOVED, RELOCATED, CANCELLED, PROMOTED -> event.startsAt();
            case AFTER -> due.plus(usefulMinutes == null ? AFTERWARDS : useful(usefulMinutes));
            case ANSWERED -> event.endsAt().plus(NOTICE_LIFE);
        };
    }

    private static Duration useful(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static ReminderRule of(Row row) {
        return new ReminderRule(
                row.number("id"),
                row.number("organization_id"),
                row.numberOrNull("kind_id"),
                row.numberOrNull("event_id"),
                row.textOrNull("key"),
                row.text("title"),
                Occasion.valueOf(row.text("occasion")),
                Audience.valueOf(row.text("audience")),
                row.numberOrNull("segment_id"),
                timing(row),
                number(row, "useful_minutes"),
                PersonalMessages.By.valueOf(row.text("channel")),
                Purpose.valueOf(row.text("purpose")),
                row.is("asks"),
                new Texts(row.text("sms_text"), row.text("subject"), row.text("email_text")),
                row.instantOrNull("switched_off_at"),
                row.instant("changed_at"),
                row.text("changed_by"),
                row.count("version"));
    }

    private static @Nullable Timing timing(Row row) {
        var days = number(row, "days");
        var minutes = number(row, "minutes");
        return days == null && minutes == null
                ? null
                : new Timing(days, row.time("local_time").orElse(null), minutes);
    }

    private static @Nullable Integer number(Row row, String column) {
        var value = row.numberOrNull(column);
        return value == null ? null : Math.toIntExact(value);
    }
}
