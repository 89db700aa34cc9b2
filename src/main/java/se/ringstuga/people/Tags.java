package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ringstuga.accounts.Actor;

/** Labels on people. A tag of an organization above may be used by those below, not changed. */
@ApplicationScoped
public class Tags {

    private final EntityManager entities;
    private final Clock clock;

    Tags(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** A tag, and the organization that defines it. */
    public record TagView(long id, String title, String organization) {}

    /** The tags that can be used in an organization: its own and those defined above it, by title. */
    public List<TagView> usable(long organizationId) {
        List<?> rows = entities.createNativeQuery("""
                        select t.id, t.title, o.slug from tag t
                        join organization_closure b on b.ancestor_id = t.organization_id
                        join organization o on o.id = t.organization_id
                        where b.descendant_id = :organization order by lower(t.title), t.id""", Tuple.class)
                .setParameter("organization", organizationId)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(Tags::view).toList();
    }

    /** Makes a tag; one with the same title (in any case) is given back instead. */
    public TagView create(long organizationId, String title) {
        entities.createNativeQuery("""
                        insert into tag (organization_id, title, created_at) values (:organization, :title, :at)
                        on conflict (organization_id, lower(title)) do nothing""")
                .setParameter("organization", organizationId)
                .setParameter("title", title)
                .setParameter("at", clock.instant())
                .executeUpdate();
        Tuple row = (Tuple) entities.createNativeQuery("""
                        select t.id, t.title, o.slug from tag t join organization o on o.id = t.organization_id
                        where t.organization_id = :organization and lower(t.title) = lower(:title)""", Tuple.class)
                .setParameter("organization", organizationId)
                .setParameter("title", title)
                .getSingleResult();
        return view(row);
    }

    /**
     * The same with a title as somebody typed it.
     *
     * @throws se.ringstuga.http.InvalidInput naming {@code title} when it can be no tag's
     */
    public TagView write(long organizationId, String typed) {
        return create(organizationId, TagsResource.title(typed));
    }

    /** The ids among these that cannot be used in the organization. */
    public List<Long> unknown(long organizationId, List<Long> tagIds) {
        List<Long> usable = usable(organizationId).stream().map(TagView::id).toList();
        return tagIds.stream().filter(id -> !usable.contains(id)).toList();
    }

    /** Puts a usable tag on a person; doing so twice is doing so once. */
    public void put(long personOrganizationId, long personId, long tagId, Actor actor) {
        entities.createNativeQuery("""
                        insert into person_tag (organization_id, person_id, tag_organization, tag_id, tagged_at, tagged_by)
                        select :organization, :person, t.organization_id, t.id, :at, :by from tag t where t.id = :tag
                        on conflict (person_id, tag_id) do nothing""")
                .setParameter("organization", personOrganizationId)
                .setParameter("person", personId)
                .setParameter("tag", tagId)
                .setParameter("at", clock.instant())
                .setParameter("by", actor.toString())
                .executeUpdate();
    }

    /** The same on many at once; says on how many it was not yet. */
    public int putAll(List<Long> people, long tagId, Actor actor) {
        return entities.createNativeQuery("""
                        insert into person_tag (organization_id, person_id, tag_organization, tag_id, tagged_at, tagged_by)
                        select p.organization_id, p.id, t.organization_id, t.id, :at, :by
                        from tag t join person p on p.id in (:people) where t.id = :tag
                        on conflict (person_id, tag_id) do nothing""")
                .setParameter("people", people)
                .setParameter("tag", tagId)
                .setParameter("at", clock.instant())
                .setParameter("by", actor.toString())
                .executeUpdate();
    }

    /** The same on some dozens by one press; gives those who did not carry it yet. */
    List<Long> put(List<Long> people, long tagId, Instant at, Actor actor) {
        List<?> fresh = entities.createNativeQuery("""
                        insert into person_tag (organization_id, person_id, tag_organization, tag_id, tagged_at, tagged_by, at_once)
                        select p.organization_id, p.id, t.organization_id, t.id, :at, :by, :several
                        from tag t join person p on p.id = any(cast(:people as bigint[])) where t.id = :tag
                        on conflict (person_id, tag_id) do nothing returning person_id""", Long.class)
                .setParameter("people", people.toArray(Long[]::new))
                .setParameter("tag", tagId)
                .setParameter("at", at)
                .setParameter("several", people.size() > 1)
                .setParameter("by", actor.toString())
                .getResultList();
        return fresh.stream().map(Long.class::cast).toList();
    }

    /** To whom one press gave it; the first few hundred. */
    List<Long> pressed(long tagId, Actor actor, Instant at) {
        List<?> people = entities.createNativeQuery("""
                        select t.person_id from person_tag t where t.tag_id = :tag and t.tagged_at = :at and t.tagged_by = :by
                        order by t.person_id limit 200""", Long.class)
                .setParameter("tag", tagId)
                .setParameter("at", at)
                .setParameter("by", actor.toString())
                .getResultList();
        return people.stream().map(Long.class::cast).toList();
    }

    /** Takes a tag off many at once; says off how many. */
    public int removeAll(List<Long> people, long tagId) {
        return entities.createNativeQuery("delete from person_tag where person_id in (:people) and tag_id = :tag")
                .setParameter("people", people)
                .setParameter("tag", tagId)
                .executeUpdate();
    }

    /** Takes a tag off a person; gone is gone. */
    public void remove(long personId, long tagId) {
        entities.createNativeQuery("delete from person_tag where person_id = :person and tag_id = :tag")
                .setParameter("person", personId)
                .setParameter("tag", tagId)
                .executeUpdate();
    }

    /** Whether the tag can be used in the organization. */
    public Optional<TagView> usable(long organizationId, long tagId) {
        return usable(organizationId).stream().filter(tag -> tag.id() == tagId).findFirst();
    }

    private static TagView view(Tuple row) {
        return new TagView(row.get("id", Long.class), row.get("title", String.class), row.get("slug", String.class));
    }
}
