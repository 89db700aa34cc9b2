package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What staff should know without having asked: on their pages, and by mail where SMTP is configured. */
@ApplicationScoped
public class Notices {

    private static final int SHOWN = 50;

    private final EntityManager entities;
    private final StaffRoles roles;
    private final StaffMail mail;
    private final Clock clock;

    Notices(EntityManager entities, StaffRoles roles, StaffMail mail, Clock clock) {
        this.entities = entities;
        this.roles = roles;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Tells all administrators of an organization, those above included. Call it in the transaction of what is told.
     *
     * @param kind a stable name, such as {@code staff-invited}
     * @param subject what it is about, such as {@code staff:7}
     * @param text one Swedish sentence
     */
    public void tellAdministrators(long organizationId, String kind, String subject, String text) {
        entities.createNativeQuery("""
                        insert into notice (organization_id, audience, kind, subject, text, created_at)
                        values (:organization, 'ADMINISTRATORS', :kind, :subject, :text, :now)""")
                .setParameter("organization", organizationId)
                .setParameter("kind", kind)
                .setParameter("subject", subject)
                .setParameter("text", text)
                .setParameter("now", clock.instant())
                .executeUpdate();
        mail.send(
                roles.administratorsOf(organizationId),
                "Ringstuga: " + text,
                text + "\n\nStämmer det inte? Logga in och se efter.\n");
    }

    /** The latest news for administrators of exactly this organization about its staff. */
    List<Told> aboutStaff(long organizationId) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select text, created_at from notice
                        where organization_id = :organization and audience = 'ADMINISTRATORS' and kind like 'staff-%'
                        order by created_at desc, id desc limit :shown""", Tuple.class)
                .setParameter("organization", organizationId)
                .setParameter("shown", SHOWN)
                .getResultList();
        return rows.stream()
                .map(row -> new Told(row.get("text", String.class), row.get("created_at", Instant.class)))
                .toList();
    }

    record Told(String text, Instant at) {}
}
