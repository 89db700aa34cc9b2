package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;

/** What is missing or wrong in the form of a broadcast, said beside the field and in the reader's language. */
@ApplicationScoped
class ComposeFaults {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;

    private final ComposeNumbers numbers;
    private final ComposePreviews previews;
    private final PreviewLetters letters;
    private final SmsSenders senders;
    private final Access access;
    private final Clock clock;

    ComposeFaults(
            ComposeNumbers numbers,
            ComposePreviews previews,
            PreviewLetters letters,
            SmsSenders senders,
            Access access,
            Clock clock) {
        this.numbers = numbers;
        this.previews = previews;
        this.letters = letters;
        this.senders = senders;
        this.access = access;
        this.clock = clock;
    }

    /** Empty when it can be saved as far as the form alone can tell. */
    Map<String, String> of(ComposeForm form) {
        var faults = new LinkedHashMap<String, String>();
        words(form.title(), numbers.say().nameMissing(), LONGEST_TITLE).ifPresent(wrong -> faults.put("title", wrong));
        words(form.text(), numbers.say().textMissing(), LONGEST_TEXT).ifPresent(wrong -> faults.put("text", wrong));
        template("text", form.text(), faults);
        if (form.channel() == Channel.EMAIL) {
            var subject = Objects.requireNonNullElse(form.subject(), "");
            words(subject, numbers.say().subjectMissing(), LONGEST_TITLE)
                    .ifPresent(wrong -> faults.put("subject", wrong));
            template("subject", subject, faults);
        } else if (senders.usable(access.organizationId()).isEmpty()) {
            faults.put("sender", numbers.say().senderMissing());
        }
        previews.asksForReply(form).ifPresent(asks -> faults.putIfAbsent("text", asks));
        people(form, faults);
        time(form, faults);
        return faults;
    }

    private Optional<String> words(String typed, String missing, int most) {
        if (typed.isEmpty()) {
            return Optional.of(missing);
        }
        return typed.length() > most ? Optional.of(numbers.say().tooLong(most)) : Optional.empty();
    }

    private void template(String field, String typed, Map<String, String> faults) {
        letters.mistake(typed).ifPresent(mistake -> faults.putIfAbsent(field, mistake));
    }

    private void people(ComposeForm form, Map<String, String> faults) {
        if (form.people().isPresent()) {
            return;
        }
        var say = numbers.say();
        form.to()
                .ifPresentOrElse(
                        to -> {
                            switch (to) {
                                case JOINED -> faults.put("days", say.daysWrong());
                                case TAG -> faults.put("to", say.tagMissing());
                                case SEGMENT -> faults.put("to", say.segmentMissing());
                                case ALL, OTHER -> faults.put("to", say.otherWrong());
                            }
                        },
                        () -> faults.put("to", say.toMissing()));
    }

    private void time(ComposeForm form, Map<String, String> faults) {
        if (form.later() && form.sendAt().isEmpty()) {
            faults.put("sendAt", numbers.say().sendAtMissing());
        }
        form.sendAt().map(at -> at.atZone(access.zone()).toInstant()).ifPresent(at -> {
            if (!at.isAfter(clock.instant())) {
                faults.put("sendAt", numbers.say().sendAtPassed());
            } else if (at.isAfter(SendTimes.last(clock.instant()))) {
                faults.put("sendAt", numbers.say().sendAtFar());
            }
        });
        if (previews.relativeDay(form).isPresent() && !form.relativeDayMeant()) {
            faults.put("relativeDayMeant", numbers.say().relativeDayUnsure());
        }
    }

    /** What the API refuses, beside the fields as they are called here. */
    Map<String, String> of(InvalidInput refusal) {
        var faults = new LinkedHashMap<String, String>();
        var say = numbers.say();
        refusal.violations().forEach(violation -> {
            var field = violation.field().replaceAll("[.\\[].*", "");
            switch (field) {
                case "filter" -> faults.put("to", say.otherWrong());
                case "segmentId" -> faults.put("to", say.segmentMissing());
                case "senderId" -> faults.put("sender", say.senderMissing());
                case "text" -> faults.put("text", say.textRefused());
                case "notAfter", "sendAt", "sendAtLocal" -> faults.put("sendAt", say.sendAtPassed());
                default -> faults.put(field, say.wrong());
            }
        });
        return faults;
    }
}
