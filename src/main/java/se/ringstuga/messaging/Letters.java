package se.ringstuga.messaging;

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
import se.ringstuga.preferences.PersonalLinks;

/** Makes e-mails of texts: who writes, where answers go, and how the reader changes or ends what comes. */
@ApplicationScoped
class Letters {

    private static final NamedSql HEAD = NamedSql.of("""
            select o.name, o.slug,
                   (select u.settings ->> 'contactEmail' from organization_closure c join organization u on u.id = c.ancestor_id
                    where c.descendant_id = o.id and u.settings ->> 'contactEmail' is not null order by c.depth limit 1) as contact
            from organization o where o.id = :organization""");

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

    /** Whose link it is. */
    record Links(String page, String oneClick) {}

    Head head(long organizationId) {
        return sql.first(
                        HEAD,
                        Map.of("organization", organizationId),
                        row -> new Head(row.text("name"), row.text("slug"), row.textOrNull("contact")))
                .orElseThrow();
    }

    /** @param markdown as {@link Wording} has put it */
    Letter letter(Head head, Purpose purpose, String markdown, Links links) {
        var news = purpose == Purpose.WELCOME || purpose == Purpose.INFORMATION;
        var layout =
                new EmailLayout(head.organization(), Language.SWEDISH, footer(head), Optional.of(links.page()), news);
        var text = EmailText.of(markdown, layout);
        return new Letter(
                head.organization(),
                head.slug(),
                head.contact(),
                text.fragment(),
                text.html(),
                text.text(),
                links.page(),
                news ? links.oneClick() : null);
    }

    /** Before it is known what it is for and to whom. */
    Letter preview(long organizationId, String markdown) {
        return letter(
                head(organizationId), Purpose.INFORMATION, markdown, new Links(links.specimen(), links.specimen()));
    }

    private static List<String> footer(Head head) {
        var footer = new ArrayList<String>();
        footer.add("Du får det här från " + head.organization() + ".");
        if (head.contact() != null) {
            footer.add("Svara på det här brevet eller skriv till " + head.contact() + ".");
        }
        return footer;
    }
}
