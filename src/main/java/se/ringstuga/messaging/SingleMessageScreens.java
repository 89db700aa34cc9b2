package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.people.People;
import se.ringstuga.people.PersonView;
import se.ringstuga.people.PhoneNumber;

/** Puts together the page on which one person is written to, and says what is wrong in its form. */
@ApplicationScoped
class SingleMessageScreens {

    private static final int LONGEST_TEXT = 20_000;

    private final ComposePreviews previews;
    private final ComposeScreens compose;
    private final PreviewLetters letters;
    private final People people;
    private final Access access;
    private final PageContext page;

    SingleMessageScreens(
            ComposePreviews previews,
            ComposeScreens compose,
            PreviewLetters letters,
            People people,
            Access access,
            PageContext page) {
        this.previews = previews;
        this.compose = compose;
        this.letters = letters;
        this.people = people;
        this.access = access;
        this.page = page;
    }

    SingleMessageScreen of(long id, PageForm form) {
        var person = person(id);
        var mobile = (person.phoneKind() == PhoneNumber.Kind.MOBILE && !person.phoneWrong())
                || (person.altPhoneKind() == PhoneNumber.Kind.MOBILE && !person.altPhoneWrong());
        return new SingleMessageScreen(
                access.slug(),
                id,
                person.name(),
                new ComposeForm(form).channel() == Channel.SMS,
                mobile && person.email() != null,
                form,
                compose.senderChoices(),
                previews.ofPerson(new ComposeForm(form), letters.reader(OptionalLong.of(id))));
    }

    MessagePageMessages say() {
        return MessageBundles.get(
                MessagePageMessages.class, Localized.Literal.of(page.language().tag()));
    }

    /** Empty when it can be sent as far as the form alone can tell. */
    Map<String, String> faults(long id, PageForm sent) {
        person(id);
        var form = new ComposeForm(sent);
        var faults = new LinkedHashMap<String, String>();
        if (form.text().isEmpty()) {
            faults.put("text", say().textMissing());
        } else if (form.text().length() > LONGEST_TEXT) {
            faults.put("text", say().textTooLong(LONGEST_TEXT));
        }
        letters.mistake(form.text()).ifPresent(mistake -> faults.putIfAbsent("text", mistake));
        previews.asksForReply(form).ifPresent(asks -> faults.putIfAbsent("text", asks));
        if (form.channel() == Channel.EMAIL) {
            var subject = Objects.requireNonNullElse(form.subject(), "");
            if (subject.isEmpty()) {
                faults.put("subject", say().subjectMissing());
            }
            letters.mistake(subject).ifPresent(mistake -> faults.putIfAbsent("subject", mistake));
        }
        return faults;
    }

    /** What the API refuses, beside the fields as they are called here. */
    Map<String, String> faults(InvalidInput refusal) {
        var faults = new LinkedHashMap<String, String>();
        refusal.violations().forEach(violation -> {
            switch (violation.field()) {
                case "senderId" -> faults.put("sender", say().noSender());
                case "notAfter" -> faults.put("text", say().tooLate());
                case "subject" -> faults.put("subject", say().subjectMissing());
                default -> faults.putIfAbsent("text", say().refused());
            }
        });
        return faults;
    }

    NewMessage wanted(long id, PageForm sent) {
        var form = new ComposeForm(sent);
        return new NewMessage(
                id,
                form.channel(),
                sent.value("purpose").equals("REQUESTED") ? Purpose.REQUESTED : Purpose.INFORMATION,
                form.text(),
                form.subject(),
                form.sender(),
                null,
                null);
    }

    private PersonView person(long id) {
        return people.view(new People.Viewer(access.organizationId(), access.administrator()), id)
                .orElseThrow(NotFound::new);
    }
}
