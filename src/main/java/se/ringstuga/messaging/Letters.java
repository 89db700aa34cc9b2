package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Language;
import se.ringstuga.messaging.email.EmailLayout;
import se.ringstuga.messaging.email.EmailText;
import se.ringstuga.organizations.ContactAddress;
import se.ringstuga.preferences.PersonalLinks;

/** Makes e-mails of texts: who writes, where answers go, and how the reader changes or ends what comes. */
@ApplicationScoped
class Letters {

    private static final NamedSql HEAD = NamedSql.of("""
            select o.name, o.slug,
                   {contact} as contact
            from organization o where o.id = :organization""".replace("{contact}", ContactAddress.of("o.id")));

    private final Sql sql;
    private final PersonalLinks links;

    Letters(Sql sql, PersonalLinks links) {
        this.sql = sql;
        this.links = links;
    }

    /**
     * What all e-mails of an organization have in common.
     *
     * @param contact its address for answers, or that of the nearest organization above which has one
     */
    record Head(String organization, String slug, @Nullable String contact) {}

    /**
     * Who reads it.
     *
     * @param language in which what stands around the text speaks to them
     * @param page of their own, where they choose what they get
     */
    record Reader(Language language, String page, String oneClick) {}

    Head head(long organizationId) {
        return sql.first(
                        HEAD,
                        Map.of("organization", organizationId),
                        row -> new Head(row.text("name"), row.text("slug"), row.textOrNull("contact")))
                .orElseThrow();
    }

    /** @param markdown as {@link Wording} has put it */
    Letter letter(Head head, Purpose purpose, String markdown, Reader reader) {
        var news = purpose == Purpose.WELCOME || purpose == Purpose.INFORMATION;
        var layout = new EmailLayout(
                head.organization(),
                reader.language(),
                footer(head, reader.language()),
                Optional.of(reader.page()),
                news);
        var text = EmailText.of(markdown, layout);
        return new Letter(
                head.organization(),
                head.slug(),
                head.contact(),
                text.fragment(),
                text.html(),
                text.text(),
                reader.page(),
                news ? reader.oneClick() : null);
    }

    /** Before it is known what it is for and to whom. */
    Letter preview(long organizationId, String markdown, Language language) {
        return letter(
                head(organizationId),
                Purpose.INFORMATION,
                markdown,
                new Reader(language, links.specimen(), links.specimen()));
    }

    private static List<String> footer(Head head, Language language) {
        var say = MessageBundles.get(LetterMessages.class, Localized.Literal.of(language.tag()));
        var footer = new ArrayList<String>();
        footer.add(say.from(head.organization()));
        if (head.contact() != null) {
            footer.add(say.answer(head.contact()));
        }
        return footer;
    }
}
