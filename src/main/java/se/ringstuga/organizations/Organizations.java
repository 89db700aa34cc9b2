package se.ringstuga.organizations;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the tree: the closure of "those below" changes only here. */
@ApplicationScoped
public class Organizations implements PanacheRepository<Organization> {

    private static final String DEFAULT_ZONE = "Europe/Stockholm";

    private final Clock clock;

    Organizations(Clock clock) {
        this.clock = clock;
    }

    public Optional<Organization> findBySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** The top of the tree that was made first. */
    public Organization oldestRoot() {
        return find("parentId is null order by id").firstResultOptional().orElseThrow();
    }

    /** Whether whatever concerns the whole installation concerns nobody else's tree. */
    public boolean onlyOneTree() {
        return count("parentId is null") <= 1;
    }

    public boolean isEmpty() {
        return count() == 0;
    }

    /** Makes a root where {@code parentId} is null, otherwise a child; the slug must be free (unique in the database). */
    public Organization create(NewOrganization wanted, @Nullable Long parentId) {
        var organization = new Organization();
        organization.parentId = parentId;
        organization.kind = wanted.kind();
        organization.name = wanted.name().strip();
        organization.slug = wanted.slug();
        organization.timeZone = wanted.timeZone() == null ? DEFAULT_ZONE : wanted.timeZone();
        organization.callingFrom = wanted.callingFrom();
        organization.callingTo = wanted.callingTo();
        organization.settings = new HashMap<>();
        organization.createdAt = clock.instant();
        organization.rootId = parentId == null ? 0 : rootOf(parentId);
        persist(organization);
        if (parentId == null) {
            organization.rootId = organization.id;
        }
        flush();
        extendClosure(organization.id, parentId);
        return organization;
    }

    /** The nearest hours that this organization or one above it has chosen. */
    public CallingHours callingHours(long organizationId) {
        var nearest = find("""
                        select o from Organization o, OrganizationBelow b
                        where b.descendantId = ?1 and b.ancestorId = o.id and o.callingFrom is not null
                        order by b.depth""", organizationId).firstResultOptional();
        return nearest.flatMap(Organizations::ownHours).orElse(CallingHours.DEFAULT);
    }

    public ZoneId zone(long organizationId) {
        return findByIdOptional(organizationId).map(Organization::zone).orElseThrow();
    }

    public OrganizationView view(long organizationId) {
        return OrganizationView.of(findByIdOptional(organizationId).orElseThrow());
    }

    /** The same, locked until the end of the transaction for whoever changes it. */
    public OrganizationView locked(long organizationId) {
        getEntityManager()
                .createNativeQuery("select id from organization where id = :id for no key update")
                .setParameter("id", organizationId)
                .getSingleResult();
        return view(organizationId);
    }

    /** Makes a child, refusing what does not fit the tree with the field's name. */
    public OrganizationView createBelow(NewOrganization wanted, long parentId) {
        new OrganizationRules()
                .require(findBySlug(wanted.slug()).isEmpty(), "slug", "is taken; choose another")
                .timeZone(wanted.timeZone())
                .hours("callingTo", wanted.callingFrom(), wanted.callingTo())
                .check();
        return OrganizationView.of(create(wanted, parentId));
    }

    public OrganizationView change(long organizationId, OrganizationChanges changes) {
        var organization = findByIdOptional(organizationId).orElseThrow();
        organization.change(changes);
        flush();
        return OrganizationView.of(organization);
    }

    /** Those below, nearest first; the organization itself is not among them. */
    public List<OrganizationView> viewsBelow(long organizationId) {
        return below(organizationId).stream()
                .filter(organization -> organization.id != organizationId)
                .map(OrganizationView::of)
                .toList();
    }

    /** The organization itself and all below it, nearest first. */
    public List<Organization> below(long organizationId) {
        return list("""
                select o from Organization o, OrganizationBelow b
                where b.ancestorId = ?1 and b.descendantId = o.id
                order by b.depth, o.name, o.id""", organizationId);
    }

    private long rootOf(long organizationId) {
        return findByIdOptional(organizationId).orElseThrow().rootId;
    }

    private void extendClosure(long id, @Nullable Long parentId) {
        getEntityManager()
                .createNativeQuery("""
                        insert into organization_closure (ancestor_id, descendant_id, depth)
                        select ancestor_id, :id, depth + 1 from organization_closure where descendant_id = :parent
                        union all select :id, :id, 0""")
                .setParameter("id", id)
                .setParameter("parent", parentId == null ? -1L : parentId)
                .executeUpdate();
    }

    private static Optional<CallingHours> ownHours(Organization organization) {
        if (organization.callingFrom == null || organization.callingTo == null) {
            return Optional.empty();
        }
        return Optional.of(new CallingHours(organization.callingFrom, organization.callingTo));
    }
}
