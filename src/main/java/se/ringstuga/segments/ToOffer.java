package se.ringstuga.segments;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Which kinds of conditions stand in a tree, and what they have chosen. */
final class ToOffer {

    private final Set<ConditionKind> kinds = EnumSet.noneOf(ConditionKind.class);
    private final List<String> picked = new ArrayList<>();

    ToOffer(DraftNode root) {
        walk(root);
    }

    private void walk(DraftNode node) {
        if (node.kind != null) {
            kinds.add(node.kind);
            node.values.values().forEach(picked::addAll);
        }
        node.children.forEach(this::walk);
    }

    boolean uses(ConditionKind kind) {
        return kinds.contains(kind);
    }

    <T> List<T> when(ConditionKind kind, Supplier<List<T>> list) {
        return uses(kind) ? list.get() : List.of();
    }

    /** The ids that are chosen for a member of JSON. */
    Set<Long> picked(String member) {
        Set<Long> ids = new HashSet<>();
        picked.stream()
                .filter(value -> value.startsWith(member + ":"))
                .map(value -> value.substring(member.length() + 1))
                .forEach(value -> DraftJson.id(value).ifPresent(ids::add));
        return ids;
    }
}
