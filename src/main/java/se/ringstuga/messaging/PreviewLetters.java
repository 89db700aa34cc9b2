package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.PageContext;
import se.ringstuga.messaging.email.EmailLayout;
import se.ringstuga.messaging.email.EmailText;
import se.ringstuga.organizations.Organizations;
import se.ringstuga.people.People;
import se.ringstuga.people.PersonView;

/** A text as one person would read it, for the pages on which it is written. */
@ApplicationScoped
class PreviewLetters {

    static final ComposePreview.Letter EMPTY = new ComposePreview.Letter(null, null, null, "");

    /** Stands for the reader's own link, which is as long. */
    private static final String SOME_LINK = "https://example.org/m/xxxxxxxxxxxxxxxxxxxx";

    private final SmsSenders senders;
    private final People people;
    private final Organizations organizations;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;

    PreviewLetters(
            SmsSenders senders,
            People people,
            Organizations organizations,
            Access access,
            AccessLog accessLog,
            PageContext page) {
        this.senders = senders;
        this.people = people;
        this.organizations = organizations;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
    }

    /** @param sender null for the nearest */
    record Written(
            String text, @Nullable String subject, @Nullable Long sender) {}

    /** Empty for nobody and for whoever must not be seen: somebody invented stands in. */
    Optional<PersonView> person(OptionalLong id) {
        var viewer = new People.Viewer(access.organizationId(), access.administrator());
        var found = id.stream()
                .boxed()
                .flatMap(known -> people.view(viewer, known).stream())
                .findFirst();
        found.ifPresent(person -> accessLog.record("message.preview", null, List.of(person.id())));
        return found;
    }

    /** @throws TemplateMistake where the text cannot be understood */
    ComposePreview.Letter of(Channel channel, Written written, Optional<PersonView> person) {
        var fields = TemplateFields.standard();
        var sender = channel == Channel.SMS
                ? senders.usable(access.organizationId(), written.sender()).map(SenderNames::shown)
                : Optional.<String>empty();
        var values = values(person, sender);
        var subject = written.subject() == null
                ? null
                : Template.parse(written.subject(), fields).render(values, Escaping.HEADER);
        var template = Template.parse(written.text(), fields);
        if (channel == Channel.SMS) {
            return new ComposePreview.Letter(sender.orElse(null), null, null, template.render(values, Escaping.PLAIN));
        }
        var email = EmailText.of(template.render(values, Escaping.MARKDOWN), layout());
        return new ComposePreview.Letter(name(), subject, email.fragment(), email.text());
    }

    private EmailLayout layout() {
        return new EmailLayout(name(), page.language(), List.of(), Optional.of(SOME_LINK));
    }

    private Map<String, String> values(Optional<PersonView> person, Optional<String> sender) {
        var values = new HashMap<String, String>();
        values.put("organization", name());
        values.put("sender", sender.orElse(name()));
        values.put("unsubscribe", SOME_LINK);
        values.put("preferences", SOME_LINK);
        person.ifPresentOrElse(known -> put(values, known), () -> {
            values.put("given_name", "Kim");
            values.put("family_name", "Exempel");
            values.put("name", "Kim Exempel");
        });
        return values;
    }

    private static void put(Map<String, String> values, PersonView person) {
        values.put("given_name", person.givenName());
        values.put("family_name", person.familyName());
        values.put("name", person.name());
        Optional.ofNullable(person.city()).ifPresent(city -> values.put("city", city));
    }

    private String name() {
        return organizations.view(access.organizationId()).name();
    }
}
