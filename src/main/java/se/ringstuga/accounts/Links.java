package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links by which staff come in: single-use, a day long, of which only the hash is kept. */
@ApplicationScoped
class Links {

    static final Duration LIFE = Duration.ofHours(24);

    private final EntityManager entities;
    private final Details details;
    private final Clock clock;

    Links(EntityManager entities, Details details, Clock clock) {
        this.entities = entities;
        this.details = details;
        this.clock = clock;
    }

    Made make(NewLink link, Actor by) {
        var secret = Secret.random();
        var expires = clock.instant().plus(LIFE);
        var id = (Long) entities.createNativeQuery("""
                        insert into link_token
                          (kind, secret_hash, organization_id, staff_id, details, created_by, created_at, expires_at)
                        values (:kind, :hash, cast(:organization as bigint), cast(:staff as bigint),
                          cast(:details as jsonb), :by, :now, :expires)
                        returning id""", Long.class)
                .setParameter("kind", link.kind().name())
                .setParameter("hash", secret.hash())
                .setParameter("organization", link.organizationId())
                .setParameter("staff", link.staffId())
                .setParameter("details", details.written(link.details()))
                .setParameter("by", by.toString())
                .setParameter("now", clock.instant())
                .setParameter("expires", expires)
                .getSingleResult();
        return new Made(id, secret, expires);
    }

    Optional<Link> find(Secret secret) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select l.id, l.kind, l.organization_id, l.staff_id, l.created_by,
                               coalesce(s.email, l.details ->> 'email') as email,
                               coalesce(s.name, l.details ->> 'name') as name,
                               l.details ->> 'role' as role, o.name as organization
                        from link_token l
                        left join staff s on s.id = l.staff_id
                        left join organization o on o.id = l.organization_id
                        where l.secret_hash = :hash and l.kind in ('SETUP', 'INVITATION', 'RESET')
                          and l.used_at is null and l.revoked_at is null and l.expires_at > :now""", Tuple.class)
                .setParameter("hash", secret.hash())
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream().findFirst().map(Links::link);
    }

    /** Uses it up; false when another request was faster. */
    boolean use(long id) {
        return entities.createNativeQuery("""
                        update link_token set used_at = :now
                        where id = :id and used_at is null and revoked_at is null and expires_at > :now""")
                        .setParameter("now", clock.instant())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Kills the open links that would let this member of staff in again. */
    void revokeOfStaff(long staffId) {
        entities.createNativeQuery("""
                        update link_token set revoked_at = :now
                        where staff_id = :staff and kind = 'RESET' and used_at is null and revoked_at is null""")
                .setParameter("now", clock.instant())
                .setParameter("staff", staffId)
                .executeUpdate();
    }

    /** Kills the open invitations of an address here: one that is left would give back a role that was taken. */
    void revokeInvitations(String email, long organizationId) {
        entities.createNativeQuery("""
                        update link_token set revoked_at = :now
                        where organization_id = :organization and kind = 'INVITATION' and details ->> 'email' = :email
                          and used_at is null and revoked_at is null""")
                .setParameter("now", clock.instant())
                .setParameter("organization", organizationId)
                .setParameter("email", email)
                .executeUpdate();
    }

    /**
     * Kills the open links that somebody, or a token of theirs, made here and below: they know them, and an invitation or another's
     * reset would let them in again.
     */
    void revokeMadeBy(long staffId, long organizationId) {
        entities.createNativeQuery("""
                        update link_token set revoked_at = :now
                        where kind in ('INVITATION', 'RESET') and used_at is null and revoked_at is null and expires_at > :now
                          and organization_id in (select descendant_id from organization_closure where ancestor_id = :organization)
                          and (created_by = concat('staff:', :staff)
                               or created_by in (select concat('token:', id) from api_token where staff_id = :staff))""")
                .setParameter("now", clock.instant())
                .setParameter("staff", staffId)
                .setParameter("organization", organizationId)
                .executeUpdate();
    }

    private static Link link(Tuple row) {
        return new Link(
                row.get("id", Long.class),
                Kind.valueOf(row.get("kind", String.class)),
                row.get("organization_id", Long.class),
                row.get("staff_id", Long.class),
                text(row, "email"),
                text(row, "name"),
                Optional.ofNullable(row.get("role", String.class))
                        .map(Role::valueOf)
                        .orElse(Role.ADMINISTRATOR),
                text(row, "organization"),
                text(row, "created_by"));
    }

    private static String text(Tuple row, String column) {
        return Optional.ofNullable(row.get(column, String.class)).orElse("");
    }

    /** What a link is good for. */
    enum Kind {
        SETUP,
        INVITATION,
        RESET
    }

    record NewLink(
            Kind kind,
            @Nullable Long organizationId,
            @Nullable Long staffId,
            Map<String, String> details) {}

    /** A link just made; the secret is shown now and never again. */
    record Made(long id, Secret secret, Instant expiresAt) {

        String path() {
            return "/links/" + secret.value();
        }
    }

    /**
     * A link that is still good.
     *
     * @param organization its name; empty for a set-up
     * @param createdBy who made it, in stored form
     */
    record Link(
            long id,
            Kind kind,
            @Nullable Long organizationId,
            @Nullable Long staffId,
            String email,
            String name,
            Role role,
            String organization,
            String createdBy) {}
}
