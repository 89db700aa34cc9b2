package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.segments.Explanation.Reason;

/** Answers every filter of a tree for one person, in one statement with two columns a filter. */
@ApplicationScoped
class Explanations {

    private final EntityManager entities;

    Explanations(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Empty when the organization does not see the person.
     *
     * @param seesRestricted whether the one who asks may open people with a protected identity
     */
    Optional<Explanation> explain(Filter filter, long personId, Scope scope, boolean seesRestricted) {
        FilterNode root = FilterNode.of("filter", filter);
        List<FilterNode> nodes = root.flat();
        SqlWriter writer = new SqlWriter("x", scope);
        String sql = statement(nodes, writer, scope) + " and (p.restricted_at is null or :seesRestricted)";
        Query query = entities.createNativeQuery(sql, Tuple.class);
        writer.parameters().forEach(query::setParameter);
        query.setParameter("person", personId).setParameter("seesRestricted", seesRestricted);
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst().map(row -> {
            boolean restricted = row.get("restricted", Boolean.class);
            Reason reason = reason(root, row, places(nodes));
            return new Explanation(personId, reason.holds() && !restricted, restricted, reason);
        });
    }

    private static String statement(List<FilterNode> nodes, SqlWriter writer, Scope scope) {
        EvidenceSql evidence = new EvidenceSql(writer, scope);
        List<String> columns = new ArrayList<>(List.of("p.restricted_at is not null as restricted"));
        for (int i = 0; i < nodes.size(); i++) {
            Filter filter = nodes.get(i).filter();
            columns.add(writer.write(filter) + " as holds" + i);
            columns.add(evidence.write(filter) + " as found" + i);
        }
        return "select " + String.join(",\n", columns) + "\nfrom person p where p.id = :person and " + writer.visible();
    }

    private static Map<String, Integer> places(List<FilterNode> nodes) {
        Map<String, Integer> places = new HashMap<>();
        nodes.forEach(node -> places.put(node.path(), places.size()));
        return places;
    }

    private static Reason reason(FilterNode node, Tuple row, Map<String, Integer> places) {
        Integer place = places.get(node.path());
        return new Reason(
                node.path(),
                node.type(),
                row.get("holds" + place, Boolean.class),
                row.get("found" + place, String.class),
                node.children().stream()
                        .map(child -> reason(child, row, places))
                        .toList());
    }
}
