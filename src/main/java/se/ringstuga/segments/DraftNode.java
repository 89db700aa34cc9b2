package se.ringstuga.segments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place of a filter that somebody is building: a group, or a condition that may be half filled in. */
final class DraftNode {

    /** How the parts of a group are put together. */
    enum Group {
        ALL,
        ANY,
        NONE
    }

    /** Null for a condition. */
    @Nullable
    Group group;

    /** Of a condition. */
    @Nullable
    final ConditionKind kind;

    /** The condition is not to hold. */
    boolean no;

    /** What is filled in, by the members' names. */
    final Map<String, List<String>> values = new HashMap<>();

    final List<DraftNode> children = new ArrayList<>();

    private DraftNode(@Nullable Group group, @Nullable ConditionKind kind) {
        this.group = group;
        this.kind = kind;
    }

    static DraftNode group(Group group) {
        return new DraftNode(group, null);
    }

    static DraftNode condition(ConditionKind kind) {
        return new DraftNode(null, kind);
    }

    /** By the name of a group or a kind of condition, as the list to choose from has them. */
    static Optional<DraftNode> named(String name) {
        for (var group : Group.values()) {
            if (group.name().equals(name)) {
                return Optional.of(group(group));
            }
        }
        return ConditionKind.named(name).map(DraftNode::condition);
    }

    String value(String member) {
        var all = values.getOrDefault(member, List.of());
        return all.isEmpty() ? "" : all.getFirst().strip();
    }

    List<String> all(String member) {
        return values.getOrDefault(member, List.of());
    }

    /** Itself and all below it. */
    int size() {
        return 1 + children.stream().mapToInt(DraftNode::size).sum();
    }
}
