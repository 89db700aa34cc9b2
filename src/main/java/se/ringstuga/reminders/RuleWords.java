package se.ringstuga.reminders;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Language;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.messaging.Reason;

/** Says rules and what became of them in the reader's language. */
record RuleWords(ReminderMessages say, Language language) {

    private static final int HOUR = 60;

    static RuleWords in(Language language) {
        return new RuleWords(
                MessageBundles.get(ReminderMessages.class, Localized.Literal.of(language.tag())), language);
    }

    /** When it goes, and to whom. */
    String of(Occasion occasion, Audience audience, @Nullable Timing timing) {
        return timing == null ? happening(occasion) : say.whenTo(timed(occasion, timing), meant(audience));
    }

    private String happening(Occasion occasion) {
        return switch (occasion) {
            case BEFORE, AFTER -> "";
            case MOVED -> say.moved();
            case RELOCATED -> say.relocated();
            case CANCELLED -> say.cancelled();
            case PROMOTED -> say.promoted();
            case ANSWERED -> say.answered();
        };
    }

    String meant(Audience audience) {
        return switch (audience) {
            case SIGNED_UP -> say.signedUp();
            case UNANSWERED -> say.unanswered();
            case SEGMENT -> say.segment();
            case ATTENDED -> say.attended();
            case ABSENT -> say.absent();
        };
    }

    private String counted(long people, Audience audience) {
        var whom = people != 1
                ? meant(audience)
                : switch (audience) {
                    case SIGNED_UP -> say.oneSignedUp();
                    case UNANSWERED -> say.oneUnanswered();
                    case SEGMENT, ATTENDED, ABSENT -> meant(audience);
                };
        return say.counted(people, whom);
    }

    private String timed(Occasion occasion, Timing timing) {
        var before = occasion == Occasion.BEFORE;
        var minutes = timing.minutes();
        if (minutes != null) {
            var amount = amount(minutes);
            return before ? say.before(amount) : say.after(amount);
        }
        var days = Objects.requireNonNullElse(timing.days(), 0);
        var time = clock(Objects.requireNonNullElse(timing.localTime(), LocalTime.MIDNIGHT));
        return switch (days) {
            case 0 -> say.sameDay(time);
            case 1 -> before ? say.dayBefore(time) : say.dayAfter(time);
            default -> before ? say.daysBefore(days, time) : say.daysAfter(days, time);
        };
    }

    private String amount(int minutes) {
        if (minutes == HOUR) {
            return say.oneHour();
        }
        if (minutes == 1) {
            return say.oneMinute();
        }
        return minutes > 0 && minutes % HOUR == 0 ? say.hours(minutes / HOUR) : say.minutes(minutes);
    }

    private String clock(LocalTime time) {
        return DateTimeFormatter.ofPattern(language == Language.SWEDISH ? "HH.mm" : "HH:mm")
                .format(time);
    }

    /** The moment itself, said as near as it is. */
    String planned(ReminderPreviews.Sent sent, ZoneId zone, Instant now) {
        var due = sent.dueAt();
        if (due == null) {
            return sent.occasion().timed() ? say.tooLate() : happening(sent.occasion());
        }
        var when = new SpokenTime(language, zone, now).moment(due);
        var people = sent.people();
        return say.whenTo(when, people == null ? meant(sent.audience()) : counted(people, sent.audience()));
    }

    /** A number of people and what became of their reminders. */
    String outcome(ReminderAccounts.Count count) {
        var why = count.reason() == null ? "" : why(count.reason());
        return say.outcome(
                count.people(),
                switch (count.state()) {
                    case "PLANNED" -> say.isPlanned();
                    case "QUEUED", "DISPATCHING" -> say.isWaiting();
                    case "ACCEPTED", "SENT" -> say.isSent();
                    case "DELIVERED" -> say.isDelivered();
                    case "UNKNOWN" -> say.isUnknown();
                    case "UNREACHED" -> say.isUnreached(why);
                    case "FAILED", "EXPIRED" -> say.isFailed(why.isEmpty() ? why("EXPIRED") : why);
                    default -> say.isSkipped(why);
                });
    }

    String why(String reason) {
        return switch (reason) {
            case "TOO_LATE" -> say.whyTooLate();
            case "SIGNED_UP_LATE" -> say.signedUpLate();
            case "TOLD_OF_MOVE" -> say.toldOfMove();
            case "TOLD_TOGETHER" -> say.toldTogether();
            case "SUPERSEDED" -> say.superseded();
            case "GAP" -> say.gap();
            case "NOT_PUBLISHED" -> say.notPublished();
            case "GUEST" -> say.guest();
            default -> Reason.said(reason, language);
        };
    }
}
