package se.ringstuga.reminders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;
import se.ringstuga.messaging.PersonalMessages;

/**
 * A rule of what is sent around events.
 *
 * @param kindId whose events it is for; left out for a rule of one event
 * @param occasion BEFORE or AFTER, with {@code timing}; MOVED, RELOCATED, CANCELLED, PROMOTED or ANSWERED, without
 * @param audience SIGNED_UP, UNANSWERED or SEGMENT before an event, the first when absent; ATTENDED or ABSENT after it; left out
 *     otherwise
 * @param segmentId of the audience SEGMENT
 * @param usefulMinutes how late it may be sent; when absent a day for what is more than two days before the event, else until it
 *     begins
 * @param channel the first that each person allows when absent
 * @param purpose follows from the audience; for those who have not signed up INFORMATION, or NOTICE where it is a summons
 * @param asks whether they come: JA or NEJ by SMS where the sender can be answered, otherwise by the link; false when absent
 * @param smsText needed unless it goes by e-mail alone; may have fields, such as {@code {dag}} and {@code {länk till anmälan}}
 * @param subject with {@code emailText}, needed unless it goes by SMS alone
 * @param on false for a rule that does not hold yet; true when absent
 * @param relativeDayMeant that "i morgon" in a text is meant as it stands; {@code {dag}} is right on every day (rule 31)
 */
record NewReminderRule(
        @Nullable Long kindId,
        @NotBlank @Size(max = 100) String title,
        @NotNull Occasion occasion,
        @Nullable Audience audience,
        @Nullable Long segmentId,
        @Nullable @Valid Timing timing,
        @Nullable @Min(1) @Max(525_600) Integer usefulMinutes,
        PersonalMessages.@Nullable By channel,
        @Nullable Purpose purpose,
        @Nullable Boolean asks,
        @Nullable @Size(max = 2000) String smsText,
        @Nullable @Size(max = 200) String subject,
        @Nullable @Size(max = 20_000) String emailText,
        @Nullable Boolean on,
        @Nullable Boolean relativeDayMeant) {

    private static final int A_DAY = 24 * 60;

    Audience meant() {
        if (audience != null) {
            return audience;
        }
        return occasion == Occasion.AFTER ? Audience.ATTENDED : Audience.SIGNED_UP;
    }

    PersonalMessages.By by() {
        return channel == null ? PersonalMessages.By.FIRST_ALLOWED : channel;
    }

    boolean asking() {
        return Boolean.TRUE.equals(asks);
    }

    boolean holds() {
        return !Boolean.FALSE.equals(on);
    }

    /** Null until the event begins. */
    @Nullable
    Integer useful() {
        if (usefulMinutes != null || occasion != Occasion.BEFORE || timing == null) {
            return usefulMinutes;
        }
        var days = timing.days();
        var minutes = timing.minutes();
        return (days != null && days > 2) || (minutes != null && minutes > 2 * A_DAY) ? A_DAY : null;
    }

    /** What the audience and the occasion leave to choose. */
    Purpose usualPurpose() {
        return switch (occasion) {
            case BEFORE -> meant() == Audience.SIGNED_UP ? Purpose.REMINDER : Purpose.INFORMATION;
            case AFTER -> Purpose.INFORMATION;
            case MOVED, RELOCATED, CANCELLED -> Purpose.NOTICE;
            case PROMOTED -> Purpose.REMINDER;
            case ANSWERED -> Purpose.REQUESTED;
        };
    }
}
