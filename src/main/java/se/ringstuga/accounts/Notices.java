package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import se.ringstuga.http.Language;

/** News for staff: on their pages, and by mail where SMTP is configured, each in the language of who reads it. */
@ApplicationScoped
public class Notices {

    private static final int SHOWN = 50;

    private final EntityManager entities;
    private final StaffRoles roles;
    private final StaffMail mail;
    private final Details details;
    private final Clock clock;

    Notices(EntityManager entities, StaffRoles roles, StaffMail mail, Details details, Clock clock) {
        this.entities = entities;
        this.roles = roles;
        this.mail = mail;
        this.details = details;
        this.clock = clock;
    }

    /** Tells all administrators of an organization, those above included. Call it in the transaction of what is told. */
    public void tellAdministrators(long organizationId, Notice notice) {
        store(organizationId, "ADMINISTRATORS", notice);
        for (var language : Language.values()) {
            mail(notice, language, roles.administratorsOf(organizationId, language));
        }
    }

    /** Tells whoever works in an organization, or in the nearest above it where nobody does. In the same transaction too. */
    public void tellOrganizers(long organizationId, Notice notice) {
        store(organizationId, "ORGANIZERS", notice);
        for (var language : Language.values()) {
            mail(notice, language, roles.nearestTo(organizationId, language));
        }
    }

    /** What is no news but a summary: by mail to those of the organization alone who have not declined it. In the same transaction too. */
    public void tellWhoWants(long organizationId, Notice notice) {
        store(organizationId, "ORGANIZERS", notice);
        for (var language : Language.values()) {
            mail(notice, language, roles.wantingDigests(organizationId, language));
        }
    }

    private void store(long organizationId, String audience, Notice notice) {
        entities.createNativeQuery("""
                        insert into notice (organization_id, audience, kind, subject, details, created_at)
                        values (:organization, :audience, :kind, :subject, cast(:details as jsonb), :now)""")
                .setParameter("organization", organizationId)
                .setParameter("audience", audience)
                .setParameter("kind", notice.kind().stored())
                .setParameter("subject", notice.subject())
                .setParameter("details", details.written(notice.details()))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** The latest news for administrators of exactly this organization about its staff. */
    List<Told> aboutStaff(long organizationId) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select kind, subject, cast(details as text) as details, created_at from notice
                        where organization_id = :organization and audience = 'ADMINISTRATORS' and kind like 'staff-%'
                        order by created_at desc, id desc limit :shown""", Tuple.class)
                .setParameter("organization", organizationId)
                .setParameter("shown", SHOWN)
                .getResultList();
        return rows.stream()
                .map(row -> new Told(
                        new Notice(
                                Notice.Kind.of(row.get("kind", String.class)),
                                row.get("subject", String.class),
                                details.read(row.get("details", String.class))),
                        row.get("created_at", Instant.class)))
                .toList();
    }

    private void mail(Notice notice, Language language, List<String> to) {
        var say = Words.ofNotices(language);
        var text = notice.said(say);
        mail.send(to, "Ringstuga: " + text, text + "\n\n" + notice.whatToDo(say) + "\n");
    }

    record Told(Notice notice, Instant at) {}
}
