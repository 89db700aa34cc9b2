package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * A stored filter may name questions and options by their ids of any version; to be edited, they are named as they are
 * asked now. Which people it finds stays the same, since answers follow the lineage.
 */
@ApplicationScoped
class NewestWording {

    private static final String QUESTION = "questionId:";

    private static final NamedSql QUESTIONS = NamedSql.of("""
            select asked.id, newest.id as newest from question asked cross join lateral (
              select q.id from question q where q.lineage = asked.lineage order by q.version_number desc limit 1) newest
            where asked.id = any(:ids)""");

    private static final NamedSql OPTIONS = NamedSql.of("""
            select chosen.id, newest.id as newest, newest.question_id from question_option chosen cross join lateral (
              select o.id, o.question_id from question_option o join question q on q.id = o.question_id
              where o.lineage = chosen.lineage order by q.version_number desc limit 1) newest
            where chosen.id = any(:ids)""");

    private final Sql sql;

    NewestWording(Sql sql) {
        this.sql = sql;
    }

    private record Newest(long id, long newest, long question) {}

    void apply(DraftNode root) {
        Set<Long> questions = new HashSet<>();
        Set<Long> options = new HashSet<>();
        each(root, node -> {
            question(node).forEach(questions::add);
            node.all("optionIds").forEach(id -> options.add(Long.valueOf(id)));
        });
        var newestQuestions = newest(QUESTIONS, questions, "newest");
        var newestOptions = newest(OPTIONS, options, "question_id");
        each(root, node -> {
            question(node)
                    .forEach(id -> put(
                            node,
                            newestQuestions
                                    .getOrDefault(id, new Newest(id, id, id))
                                    .newest()));
            if (node.kind == ConditionKind.OPTION) {
                options(node, newestOptions);
            }
        });
    }

    private static void options(DraftNode node, Map<Long, Newest> newest) {
        var chosen = node.all("optionIds").stream()
                .map(Long::valueOf)
                .map(id -> newest.getOrDefault(id, new Newest(id, id, 0)))
                .toList();
        node.values.put(
                "optionIds",
                chosen.stream().map(option -> String.valueOf(option.newest())).toList());
        var questions = chosen.stream().map(Newest::question).distinct().toList();
        if (questions.size() == 1 && questions.getFirst() != 0) {
            put(node, questions.getFirst());
        }
    }

    private static void put(DraftNode node, long question) {
        node.values.put("question", List.of(QUESTION + question));
    }

    private static List<Long> question(DraftNode node) {
        var picked = node.value("question");
        return picked.startsWith(QUESTION)
                ? DraftJson.id(picked.substring(QUESTION.length())).stream().toList()
                : List.of();
    }

    private Map<Long, Newest> newest(NamedSql statement, Set<Long> ids, String question) {
        return ids.isEmpty()
                ? Map.of()
                : sql
                        .list(
                                statement,
                                Map.of("ids", ids),
                                row -> new Newest(row.number("id"), row.number("newest"), row.number(question)))
                        .stream()
                        .collect(Collectors.toMap(Newest::id, found -> found));
    }

    private static void each(DraftNode node, Consumer<DraftNode> what) {
        what.accept(node);
        node.children.forEach(child -> each(child, what));
    }
}
