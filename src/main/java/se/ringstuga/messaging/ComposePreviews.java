package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.messaging.sms.SmsText;

/** Shows a text as it will be, and to whom it goes, while it is still written. */
@ApplicationScoped
class ComposePreviews {

    private final PreviewLetters letters;
    private final Sending sending;
    private final SmsSenders senders;
    private final ComposeNumbers numbers;
    private final Access access;
    private final PageContext page;

    ComposePreviews(
            PreviewLetters letters,
            Sending sending,
            SmsSenders senders,
            ComposeNumbers numbers,
            Access access,
            PageContext page) {
        this.letters = letters;
        this.sending = sending;
        this.senders = senders;
        this.numbers = numbers;
        this.access = access;
        this.page = page;
    }

    ComposePreview of(ComposeForm form) {
        return worded(form, letters.reader(form.shownFor()), true);
    }

    /** A text to one person alone: nobody is counted. */
    ComposePreview ofPerson(ComposeForm form, PreviewLetters.Reader reader) {
        return worded(form, reader, false);
    }

    private ComposePreview worded(ComposeForm form, PreviewLetters.Reader reader, boolean toMany) {
        var mistake = letters.mistake(form.text())
                .or(() -> letters.mistake(Objects.requireNonNullElse(form.subject(), "")))
                .orElse(null);
        var who = toMany && mistake == null ? who(form) : null;
        if (form.text().isEmpty() || mistake != null) {
            return preview(form, reader, new Found(PreviewLetters.EMPTY, mistake, who));
        }
        var written = new TextRules.Written(form.channel(), form.sender(), form.text(), form.subject(), reader.id());
        var letter = letters.of(written, reader, access.actor().toString());
        return preview(form, reader, new Found(letter, null, who));
    }

    private record Found(
            ComposePreview.Letter letter, @Nullable String mistake, ComposePreview.@Nullable Who who) {}

    private ComposePreview preview(ComposeForm form, PreviewLetters.Reader reader, Found found) {
        var text = found.letter().text();
        var sms = form.channel() == Channel.SMS && !text.isEmpty() ? SmsText.of(text) : null;
        return new ComposePreview(
                reader.id() == null ? numbers.say().invented(reader.name()) : reader.name(),
                reader.id(),
                found.letter(),
                found.mistake(),
                sms == null ? List.of() : numbers.counts(sms),
                sms == null ? List.of() : numbers.costly(sms),
                Stream.of(asksForReply(form), tooLong(sms))
                        .flatMap(Optional::stream)
                        .toList(),
                relativeDay(form).orElse(null),
                form.people().isPresent(),
                found.who());
    }

    /** Words that ask for an answer which the sender cannot receive (rule 24). */
    Optional<String> asksForReply(ComposeForm form) {
        return form.channel() != Channel.SMS
                ? Optional.empty()
                : senders.usable(access.organizationId(), form.sender())
                        .filter(sender -> !sender.canBeAnswered())
                        .flatMap(_ -> AskedForReply.in(form.text()))
                        .map(words -> numbers.say().asksForReply(words));
    }

    private Optional<String> tooLong(@Nullable SmsText sms) {
        var most = numbers.mostParts();
        return sms != null && sms.parts() > most
                ? Optional.of(numbers.say().tooManyParts(sms.parts(), most))
                : Optional.empty();
    }

    /** A word that may be wrong on the day it is sent. */
    Optional<String> relativeDay(ComposeForm form) {
        return form.sendAt()
                .flatMap(at -> RelativeDays.in(form.text() + " " + Objects.requireNonNullElse(form.subject(), ""))
                        .map(words -> {
                            var when = WallClock.instant(at, access.zone());
                            return numbers.say()
                                    .relativeDay(words, page.time(access.zone()).moment(when));
                        }));
    }

    /** Whoever is still writing has perhaps chosen nobody yet, or a sender that is gone: then there is nothing to count. */
    private ComposePreview.@Nullable Who who(ComposeForm form) {
        return form.people().flatMap(people -> who(form, people)).orElse(null);
    }

    private Optional<ComposePreview.Who> who(ComposeForm form, ComposeForm.People people) {
        try {
            var content = sending.checked(wanted(form, people));
            return Optional.of(numbers.who(content, sending.dryRunLately(content)));
        } catch (InvalidInput | TextTooLong notYet) {
            return Optional.empty();
        }
    }

    private static NewBroadcast wanted(ComposeForm form, ComposeForm.People people) {
        var subject = form.subject();
        return new NewBroadcast(
                form.title().isEmpty() ? "-" : form.title(),
                form.channel(),
                form.purpose(),
                people.segment(),
                people.filter(),
                form.text().isEmpty() ? "-" : form.text(),
                subject == null || !subject.isEmpty() ? subject : "-",
                form.sender(),
                null,
                null,
                form.sendAt().orElse(null),
                form.aboutChange());
    }
}
