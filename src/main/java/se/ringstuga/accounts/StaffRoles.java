package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.ringstuga.http.Language;
import se.ringstuga.organizations.Organizations;

/** Who is what in which organization. */
@ApplicationScoped
class StaffRoles {

    private static final long SERIALIZE_FIRST_ADMINISTRATOR = 0x52494e4753L;

    private final EntityManager entities;
    private final Organizations organizations;
    private final Clock clock;

    StaffRoles(EntityManager entities, Organizations organizations, Clock clock) {
        this.entities = entities;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Gives a role until its usual end; {@code by} is an actor in stored form. */
    void give(long staffId, long organizationId, Role role, String by) {
        entities.createNativeQuery("""
                        insert into staff_role (staff_id, organization_id, role, granted_by, granted_at, ends_at)
                        values (:staff, :organization, :role, :by, :now, :ends)
                        on conflict (staff_id, organization_id) do update
                          set role = :role, granted_by = :by, granted_at = :now, ends_at = :ends""")
                .setParameter("staff", staffId)
                .setParameter("organization", organizationId)
                .setParameter("role", role.name())
                .setParameter("by", by)
                .setParameter("now", clock.instant())
                .setParameter("ends", StaffTerm.end(clock.instant(), organizations.zone(organizationId)))
                .executeUpdate();
    }

    /** Another role, as long as before. */
    void change(long staffId, long organizationId, Role role, String by) {
        entities.createNativeQuery("""
                        update staff_role set role = :role, granted_by = :by, granted_at = :now
                        where staff_id = :staff and organization_id = :organization""")
                .setParameter("role", role.name())
                .setParameter("by", by)
                .setParameter("now", clock.instant())
                .setParameter("staff", staffId)
                .setParameter("organization", organizationId)
                .executeUpdate();
    }

    /** The same role until its next usual end; when that is. */
    Instant renew(long staffId, long organizationId, String by) {
        var ends = StaffTerm.end(clock.instant(), organizations.zone(organizationId));
        entities.createNativeQuery("""
                        update staff_role set ends_at = :ends, renewed_by = :by
                        where staff_id = :staff and organization_id = :organization""")
                .setParameter("ends", ends)
                .setParameter("by", by)
                .setParameter("staff", staffId)
                .setParameter("organization", organizationId)
                .executeUpdate();
        return ends;
    }

    void take(long staffId, long organizationId) {
        entities.createNativeQuery("delete from staff_role where staff_id = :staff and organization_id = :organization")
                .setParameter("staff", staffId)
                .setParameter("organization", organizationId)
                .executeUpdate();
    }

    /** What somebody is in exactly this organization. */
    Optional<Role> role(long staffId, long organizationId) {
        List<?> roles = entities.createNativeQuery(
                        "select role from staff_role where staff_id = :staff and organization_id = :organization")
                .setParameter("staff", staffId)
                .setParameter("organization", organizationId)
                .getResultList();
        return roles.stream().findFirst().map(role -> Role.valueOf((String) role));
    }

    boolean hasAny(long staffId) {
        return exists("select from staff_role where staff_id = :id", staffId);
    }

    boolean administratorExists() {
        return exists("""
                select from staff_role r join staff s on s.id = r.staff_id
                where r.role = 'ADMINISTRATOR' and s.disabled_at is null and :id = 0""", 0);
    }

    /** Whether somebody is staff of an organization that does not lie below this one: then their sign-in is not ours to reset. */
    boolean hasRoleOutside(long staffId, long organizationId) {
        return (Boolean) entities.createNativeQuery("""
                        select exists (select from staff_role r where r.staff_id = :staff and not exists (
                          select from organization_closure c
                          where c.ancestor_id = :organization and c.descendant_id = r.organization_id))""", Boolean.class)
                .setParameter("staff", staffId)
                .setParameter("organization", organizationId)
                .getSingleResult();
    }

    /**
     * Whether the top of a tree would be left without an administrator. Locks the organization against itself, not against
     * calls and imports in it, so that two who remove each other at the same moment do not both succeed.
     */
    boolean isLastAtTop(long staffId, long organizationId) {
        entities.createNativeQuery("select id from organization where id = :id for no key update")
                .setParameter("id", organizationId)
                .getSingleResult();
        return exists("select from organization where id = :id and parent_id is null", organizationId)
                && !(Boolean) entities.createNativeQuery("""
                        select exists (select from staff_role r join staff s on s.id = r.staff_id
                          where r.organization_id = :organization and r.role = 'ADMINISTRATOR'
                            and s.disabled_at is null and s.id <> :staff and r.ends_at > :now)""", Boolean.class)
                        .setParameter("now", clock.instant())
                        .setParameter("organization", organizationId)
                        .setParameter("staff", staffId)
                        .getSingleResult();
    }

    /** Held until the transaction ends: the first administrator is made once, whoever tries at the same time. */
    void lockFirstAdministrator() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(:key) as text)")
                .setParameter("key", SERIALIZE_FIRST_ADMINISTRATOR)
                .getSingleResult();
    }

    /** Where news for the administrators of an organization go, its own and those above: to those who read this language. */
    List<String> administratorsOf(long organizationId, Language language) {
        return entities.createNativeQuery("""
                        select distinct s.email from staff s
                        join staff_role r on r.staff_id = s.id and r.role = 'ADMINISTRATOR'
                        join organization_closure c on c.ancestor_id = r.organization_id
                        where c.descendant_id = :organization and s.disabled_at is null and s.language = :language
                          and %s
                        order by s.email""".formatted(LivingRole.of("r")), String.class)
                .setParameter("now", clock.instant())
                .setParameter("organization", organizationId)
                .setParameter("language", language.tag())
                .getResultList();
    }

    /** Whoever has a role in the organization itself, else in the nearest above it that has staff: those who read this language. */
    List<String> nearestTo(long organizationId, Language language) {
        return entities.createNativeQuery("""
                        with near as (
                          select s.email, s.language, c.depth, min(c.depth) over () as nearest
                          from organization_closure c join staff_role r on r.organization_id = c.ancestor_id
                          join staff s on s.id = r.staff_id and s.disabled_at is null
                          where c.descendant_id = :organization and %s)
                        select distinct email from near where depth = nearest and language = :language order by email""".formatted(LivingRole.of("r")), String.class)
                .setParameter("now", clock.instant())
                .setParameter("organization", organizationId)
                .setParameter("language", language.tag())
                .getResultList();
    }

    /** Whoever has a role in exactly this organization and wants digests: those who read this language. */
    List<String> wantingDigests(long organizationId, Language language) {
        return entities.createNativeQuery("""
                        select s.email from staff s join staff_role r on r.staff_id = s.id
                        where r.organization_id = :organization and s.disabled_at is null and s.digest and s.language = :language
                          and %s
                        order by s.email""".formatted(LivingRole.of("r")), String.class)
                .setParameter("now", clock.instant())
                .setParameter("organization", organizationId)
                .setParameter("language", language.tag())
                .getResultList();
    }

    List<StaffView> of(long organizationId) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select s.id, s.email, s.name, r.role, r.organization_id = :organization as own,
                               s.totp_confirmed_at is not null as second_factor, r.ends_at, %s as holds,
                               (select max(e.last_used_at) from session e where e.staff_id = s.id) as last_used_at
                        from staff s
                        join staff_role r on r.staff_id = s.id
                        join organization_closure c on c.ancestor_id = r.organization_id
                        where c.descendant_id = :organization and s.disabled_at is null
                        order by s.name, s.id, c.depth limit 1000""".formatted(LivingRole.of("r")), Tuple.class)
                .setParameter("now", clock.instant())
                .setParameter("organization", organizationId)
                .getResultList();
        return rows.stream().map(StaffRoles::view).toList();
    }

    /** The organizations somebody has a role in themselves; those below follow from them. */
    List<Membership> memberships(long staffId) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select o.slug, o.name, r.role,
                          array(select b.name from organization_closure c join organization b on b.id = c.descendant_id
                                where c.ancestor_id = o.id and c.depth > 0 order by c.depth, b.name, b.id) as below,
                          array(select b.slug from organization_closure c join organization b on b.id = c.descendant_id
                                where c.ancestor_id = o.id and c.depth > 0 order by c.depth, b.name, b.id) as slugs,
                          (select count(distinct s.id) from staff_role a
                           join staff s on s.id = a.staff_id and s.disabled_at is null
                           join organization_closure c on c.ancestor_id = a.organization_id
                           where c.descendant_id = o.id and a.role = 'ADMINISTRATOR' and a.ends_at > :now) as administrators
                        from staff_role r join organization o on o.id = r.organization_id
                        where r.staff_id = :staff and %s order by o.name, o.id""".formatted(LivingRole.of("r")), Tuple.class)
                .setParameter("now", clock.instant())
                .setParameter("staff", staffId)
                .getResultList();
        return rows.stream()
                .map(row -> new Membership(
                        row.get("slug", String.class),
                        row.get("name", String.class),
                        Role.valueOf(row.get("role", String.class)),
                        below(row.get("slugs", String[].class), row.get("below", String[].class)),
                        row.get("administrators", Long.class)))
                .toList();
    }

    List<Long> organizationsOf(long staffId) {
        return entities.createNativeQuery("select organization_id from staff_role where staff_id = :staff", Long.class)
                .setParameter("staff", staffId)
                .getResultList();
    }

    private static List<Below> below(String[] slugs, String[] names) {
        return IntStream.range(0, slugs.length)
                .mapToObj(i -> new Below(slugs[i], names[i]))
                .toList();
    }

    private boolean exists(String sql, long id) {
        return (Boolean) entities.createNativeQuery("select exists (" + sql + ")", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private static StaffView view(Tuple row) {
        return new StaffView(
                row.get("id", Long.class),
                row.get("email", String.class),
                row.get("name", String.class),
                Role.valueOf(row.get("role", String.class)),
                !row.get("own", Boolean.class),
                row.get("second_factor", Boolean.class),
                row.get("last_used_at", Instant.class),
                row.get("ends_at", Instant.class),
                !row.get("holds", Boolean.class));
    }

    record Below(String slug, String name) {}

    /**
     * One organization of somebody's.
     *
     * @param below those below it, where the role holds too
     * @param administrators how many administer it, those above included
     */
    record Membership(String slug, String name, Role role, List<Below> below, long administrators) {

        public boolean administrator() {
            return role == Role.ADMINISTRATOR;
        }

        /** Whoever loses the telephone then has nobody to ask for a new link. */
        public boolean onlyAdministrator() {
            return administrator() && administrators == 1;
        }
    }
}
