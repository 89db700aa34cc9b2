package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.messaging.sms.SmsText;
import se.ringstuga.people.PersonView;

/** Shows a text as it will be, and to whom it goes, while it is still written. */
@ApplicationScoped
class ComposePreviews {

    private final PreviewLetters letters;
    private final Sending sending;
    private final ComposeNumbers numbers;
    private final Access access;
    private final PageContext page;

    ComposePreviews(PreviewLetters letters, Sending sending, ComposeNumbers numbers, Access access, PageContext page) {
        this.letters = letters;
        this.sending = sending;
        this.numbers = numbers;
        this.access = access;
        this.page = page;
    }

    ComposePreview of(ComposeForm form) {
        var shown = letters.person(form.shownFor());
        var name = shown.map(PersonView::name).orElse(numbers.say().invented());
        var id = shown.map(PersonView::id).orElse(null);
        if (form.text().isEmpty()) {
            return new ComposePreview(
                    name, id, PreviewLetters.EMPTY, null, List.of(), List.of(), List.of(), null, who(form));
        }
        try {
            var letter = letters.of(
                    form.channel(), new PreviewLetters.Written(form.text(), form.subject(), form.sender()), shown);
            return worded(form, letter, name, id);
        } catch (TemplateMistake mistake) {
            var sentence = mistake.sentence(page.language().locale());
            return new ComposePreview(
                    name, id, PreviewLetters.EMPTY, sentence, List.of(), List.of(), List.of(), null, who(form));
        }
    }

    private ComposePreview worded(ComposeForm form, ComposePreview.Letter letter, String name, @Nullable Long id) {
        var sms = form.channel() == Channel.SMS ? SmsText.of(letter.text()) : null;
        return new ComposePreview(
                name,
                id,
                letter,
                null,
                sms == null ? List.of() : numbers.counts(sms),
                sms == null ? List.of() : numbers.costly(sms),
                List.of(),
                relativeDay(form).orElse(null),
                who(form));
    }

    /** A word that may be wrong on the day it is sent. */
    Optional<String> relativeDay(ComposeForm form) {
        return form.sendAt()
                .flatMap(at -> RelativeDays.in(form.text() + " "
                                + Optional.ofNullable(form.subject()).orElse(""))
                        .map(words -> numbers.say()
                                .relativeDay(
                                        words,
                                        page.time(access.zone())
                                                .moment(at.atZone(access.zone()).toInstant()))));
    }

    /** Whoever is still writing has perhaps chosen nobody yet, or a sender that is gone: then there is nothing to count. */
    private ComposePreview.@Nullable Who who(ComposeForm form) {
        return form.people()
                .flatMap(people -> {
                    try {
                        var content = sending.checked(wanted(form, people));
                        return Optional.of(numbers.who(content, sending.dryRun(content)));
                    } catch (InvalidInput notYet) {
                        return Optional.empty();
                    }
                })
                .orElse(null);
    }

    private static NewBroadcast wanted(ComposeForm form, ComposeForm.People people) {
        return new NewBroadcast(
                form.title().isEmpty() ? "-" : form.title(),
                form.channel(),
                form.purpose(),
                people.segment(),
                people.filter(),
                form.text().isEmpty() ? "-" : form.text(),
                form.subject(),
                form.sender(),
                null,
                null,
                null);
    }
}
