package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.events.EventLinks;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.messaging.PersonalMessages.By;
import se.ringstuga.messaging.ScheduledTexts;
import se.ringstuga.segments.UsableSegments;

/** What a rule must be before it is kept. */
@ApplicationScoped
class RuleChecks {

    private final ScheduledTexts texts;
    private final UsableSegments segments;
    private final EventLinks links;

    RuleChecks(ScheduledTexts texts, UsableSegments segments, EventLinks links) {
        this.texts = texts;
        this.segments = segments;
        this.links = links;
    }

    /**
     * The purpose under which it is sent.
     *
     * @throws InvalidInput naming each field that cannot stand
     */
    Purpose checked(long organizationId, NewReminderRule wanted) {
        var wrong = new ArrayList<Violation>();
        checkTime(wanted, wrong);
        checkAudience(organizationId, wanted, wrong);
        checkPurpose(wanted, wrong);
        checkThere(wanted, wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        checkTexts(organizationId, wanted);
        return wanted.purpose() == null ? wanted.usualPurpose() : wanted.purpose();
    }

    private static void checkTime(NewReminderRule wanted, List<Violation> wrong) {
        var timing = wanted.timing();
        if (!wanted.occasion().timed()) {
            refuse(timing, "timing", wanted, wrong);
        } else if (timing == null || !timing.complete()) {
            wrong.add(Violation.body("timing", "must have days and localTime, or minutes"));
        }
    }

    private static void refuse(@Nullable Object given, String field, NewReminderRule wanted, List<Violation> wrong) {
        if (given != null) {
            wrong.add(Violation.body(field, "does not go with " + wanted.occasion() + "; leave it out"));
        }
    }

    private void checkAudience(long organizationId, NewReminderRule wanted, List<Violation> wrong) {
        var fits = switch (wanted.meant()) {
            case SIGNED_UP -> wanted.occasion() != Occasion.AFTER;
            case UNANSWERED, SEGMENT -> wanted.occasion() == Occasion.BEFORE;
            case ATTENDED, ABSENT -> wanted.occasion() == Occasion.AFTER;
        };
        if (!fits) {
            wrong.add(Violation.body("audience", "does not go with " + wanted.occasion()));
        }
        var segment = wanted.segmentId();
        if ((segment != null) != (wanted.meant() == Audience.SEGMENT)) {
            wrong.add(Violation.body("segmentId", "goes with the audience SEGMENT, and with it alone"));
        } else if (segment != null && segments.filter(organizationId, segment).isEmpty()) {
            wrong.add(Violation.body("segmentId", "there is no segment " + segment + " here"));
        }
        if (wanted.asking() && wanted.occasion() != Occasion.BEFORE) {
            wrong.add(Violation.body("asks", "goes with the occasion BEFORE alone"));
        }
    }

    /** Rule 20: nobody but those who signed up is reminded past an opt-out of information. */
    private static void checkPurpose(NewReminderRule wanted, List<Violation> wrong) {
        var purpose = wanted.purpose();
        var usual = wanted.usualPurpose();
        var summons = usual == Purpose.INFORMATION && purpose == Purpose.NOTICE;
        if (purpose != null && purpose != usual && !summons) {
            wrong.add(Violation.body("purpose", "must be " + usual + " for this audience; leave it out"));
        }
    }

    private static void checkThere(NewReminderRule wanted, List<Violation> wrong) {
        if (wanted.by() != By.EMAIL && isBlank(wanted.smsText())) {
            wrong.add(Violation.body("smsText", "is needed for an SMS"));
        }
        if (wanted.by() != By.SMS && isBlank(wanted.emailText())) {
            wrong.add(Violation.body("emailText", "is needed for an email"));
        }
        if (wanted.by() != By.SMS && isBlank(wanted.subject())) {
            wrong.add(Violation.body("subject", "is needed for an email"));
        }
        if (!Boolean.TRUE.equals(wanted.relativeDayMeant())) {
            Stream.of(wanted.smsText(), wanted.subject(), wanted.emailText())
                    .flatMap(text -> text == null ? Stream.empty() : ScheduledTexts.relativeDay(text).stream())
                    .findFirst()
                    .ifPresent(word -> wrong.add(Violation.body(
                            "relativeDayMeant",
                            "\"%s\" may be wrong on the day it is sent: write {dag}, or say that it is meant"
                                    .formatted(word))));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void checkTexts(long organizationId, NewReminderRule wanted) {
        check(Channel.SMS, organizationId, "smsText", wanted.smsText());
        check(Channel.EMAIL, organizationId, "subject", wanted.subject());
        check(Channel.EMAIL, organizationId, "emailText", wanted.emailText());
    }

    private void check(Channel channel, long organizationId, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.check(
                    channel,
                    new ScheduledTexts.Written(
                            organizationId, field, text, EventTexts.KNOWN, EventTexts.invented(links.specimen())));
        }
    }
}
