package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import se.ringstuga.accounts.Actor;

/** Puts a tag on everybody who is in a segment, in one statement, and takes it off those who got it that way. */
@ApplicationScoped
class SegmentTags {

    private final EntityManager entities;

    SegmentTags(EntityManager entities) {
        this.entities = entities;
    }

    /** Who did it when: what tells this time from every other. */
    record Mark(long tagId, Actor by, Instant at) {}

    /** Those who did not carry it before. */
    List<Long> put(Filter filter, Scope scope, Mark mark) {
        Condition who = SegmentSql.base("b", scope).and(SegmentSql.condition(filter, "f", scope));
        List<?> fresh = who.bind(entities.createNativeQuery("""
                        insert into person_tag (organization_id, person_id, tag_organization, tag_id, tagged_at, tagged_by, at_once)
                        select p.organization_id, p.id, t.organization_id, t.id, :taggedAt, :taggedBy, true
                        from tag t cross join person p where t.id = :tag and %s
                        on conflict (person_id, tag_id) do nothing returning person_id""".formatted(who.sql()), Long.class))
                .setParameter("tag", mark.tagId())
                .setParameter("taggedAt", mark.at())
                .setParameter("taggedBy", mark.by().toString())
                .getResultList();
        return fresh.stream().map(Long.class::cast).toList();
    }

    /** How many carry it since then. */
    long count(Mark mark) {
        return (long) entities.createNativeQuery("""
                        select count(*) from person_tag where tag_id = :tag and tagged_at = :taggedAt and tagged_by = :taggedBy""", Long.class)
                .setParameter("tag", mark.tagId())
                .setParameter("taggedAt", mark.at())
                .setParameter("taggedBy", mark.by().toString())
                .getSingleResult();
    }

    /** Those who do not carry it any more; whoever got it another time keeps it. */
    List<Long> takeBack(Mark mark) {
        List<?> people = entities.createNativeQuery("""
                        delete from person_tag where tag_id = :tag and tagged_at = :taggedAt and tagged_by = :taggedBy
                        returning person_id""", Long.class)
                .setParameter("tag", mark.tagId())
                .setParameter("taggedAt", mark.at())
                .setParameter("taggedBy", mark.by().toString())
                .getResultList();
        return people.stream().map(Long.class::cast).toList();
    }
}
