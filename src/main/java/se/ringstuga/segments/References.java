package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.ringstuga.segments.Reference.Kind;

/** Finds out what filters point to in vain: definitions must be the organization's own or of one above it. */
@ApplicationScoped
class References {

    private final EntityManager entities;

    References(EntityManager entities) {
        this.entities = entities;
    }

    List<Reference> missing(List<Reference> references, long organizationId) {
        Set<Kind> kinds = references.stream().map(Reference::kind).collect(Collectors.toSet());
        Set<Key> known = new HashSet<>();
        for (Kind kind : kinds) {
            Set<Object> keys = references.stream()
                    .filter(r -> r.kind() == kind)
                    .map(Reference::key)
                    .collect(Collectors.toSet());
            existing(kind, keys, organizationId).forEach(key -> known.add(new Key(kind, key)));
        }
        return references.stream()
                .filter(r -> !known.contains(new Key(r.kind(), r.key())))
                .toList();
    }

    private List<?> existing(Kind kind, Set<Object> keys, long organizationId) {
        return entities.createNativeQuery(statement(kind), Object.class)
                .setParameter("organization", organizationId)
                .setParameter("keys", keys)
                .getResultList();
    }

    private static String statement(Kind kind) {
        return switch (kind) {
            case TAG -> """
                    select t.id from tag t join organization_closure c on c.ancestor_id = t.organization_id
                    where c.descendant_id = :organization and t.id in (:keys)""";
            case SURVEY -> """
                    select s.id from survey s join organization_closure c on c.ancestor_id = s.organization_id
                    where c.descendant_id = :organization and s.id in (:keys)""";
            case QUESTION -> """
                    select q.id from question q join organization_closure c on c.ancestor_id = q.organization_id
                    where c.descendant_id = :organization and q.id in (:keys)""";
            case OPTION -> """
                    select o.id from question_option o join organization_closure c on c.ancestor_id = o.organization_id
                    where c.descendant_id = :organization and o.id in (:keys)""";
            case ASSIGNMENT -> """
                    select a.id from call_assignment a join organization_closure c on c.descendant_id = a.organization_id
                    where c.ancestor_id = :organization and a.id in (:keys)""";
            case BROADCAST -> """
                    select b.id from broadcast b join organization_closure c on c.descendant_id = b.organization_id
                    where c.ancestor_id = :organization and b.id in (:keys)""";
            case EVENT -> """
                    select e.id from event e join organization_closure c on c.descendant_id = e.organization_id
                    where c.ancestor_id = :organization and e.id in (:keys)""";
            case EVENT_KIND -> """
                    select k.id from event_kind k join organization_closure c on c.ancestor_id = k.organization_id
                    where c.descendant_id = :organization and k.id in (:keys)""";
            case ORGANIZATION -> """
                    select o.slug from organization o join organization_closure c on c.descendant_id = o.id
                    where c.ancestor_id = :organization and o.slug in (:keys)""";
        };
    }

    private record Key(Kind kind, Object key) {}
}
