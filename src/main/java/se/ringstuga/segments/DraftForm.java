package se.ringstuga.segments;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * The tree as a plain form sends it: every place has a path, {@code f} the outermost group and {@code f.0.2} the third part
 * of its first, and its fields begin with that path. The buttons name what they do and where, {@code remove f.0.2}.
 */
final class DraftForm {

    static final String ROOT = "f";

    private final PageForm form;
    private int room = Reading.MAX_NODES;

    private DraftForm(PageForm form) {
        this.form = form;
    }

    static DraftNode read(PageForm form) {
        var reading = new DraftForm(form);
        return reading.node(ROOT, 1)
                .filter(root -> root.group != null)
                .orElseGet(() -> DraftNode.group(DraftNode.Group.ALL));
    }

    private Optional<DraftNode> node(String path, int depth) {
        if (depth > FilterSyntax.MAX_DEPTH || room-- <= 0) {
            return Optional.empty();
        }
        var found = DraftNode.named(form.value(path + ".kind"));
        found.ifPresent(node -> fill(node, path, depth));
        return found;
    }

    private void fill(DraftNode node, String path, int depth) {
        var kind = node.kind;
        if (kind == null) {
            for (int i = 0;
                    i < Reading.MAX_NODES
                            && !form.value(path + "." + i + ".kind").isEmpty();
                    i++) {
                node(path + "." + i, depth + 1).ifPresent(node.children::add);
            }
            return;
        }
        node.no = form.value(path + ".no").equals("true");
        kind.members()
                .forEach(member -> node.values.put(
                        member.name(), form.values().getOrDefault(path + "." + member.name(), List.of())));
    }

    /**
     * Does what a button says.
     *
     * @return the path of what the reader goes on with; null when the button does nothing to the tree
     */
    static @Nullable String press(DraftNode root, PageForm form) {
        var words = form.value("do").split(" ", 2);
        if (words.length < 2) {
            return null;
        }
        var path = words[1];
        return switch (words[0]) {
            case "add" ->
                find(root, path).flatMap(group -> added(group, path, form)).orElse(null);
            case "remove", "up", "down" -> moved(root, path, words[0]).orElse(null);
            default -> null;
        };
    }

    private static Optional<String> added(DraftNode group, String path, PageForm form) {
        return DraftNode.named(form.value(path + ".add"))
                .filter(_ -> group.kind == null)
                .map(node -> {
                    node.values.putAll(Defaults.of(node.kind));
                    group.children.add(node);
                    return path + "." + (group.children.size() - 1);
                });
    }

    private static Optional<String> moved(DraftNode root, String path, String how) {
        var dot = path.lastIndexOf('.');
        var group = dot < 0 ? Optional.<DraftNode>empty() : find(root, path.substring(0, dot));
        return group.flatMap(parent -> place(path.substring(dot + 1), parent).map(place -> {
            if (how.equals("remove")) {
                parent.children.remove((int) place);
                return path.substring(0, dot);
            }
            var to = how.equals("up") ? Math.max(0, place - 1) : Math.min(parent.children.size() - 1, place + 1);
            parent.children.add(to, parent.children.remove((int) place));
            return path.substring(0, dot + 1) + to;
        }));
    }

    private static Optional<DraftNode> find(DraftNode root, String path) {
        var node = Optional.of(root);
        var steps = path.split("\\.", -1);
        if (!steps[0].equals(ROOT)) {
            return Optional.empty();
        }
        for (int i = 1; i < steps.length; i++) {
            var step = steps[i];
            node = node.flatMap(parent -> place(step, parent).map(parent.children::get));
        }
        return node;
    }

    private static Optional<Integer> place(String step, DraftNode parent) {
        return step.matches("[0-9]{1,4}") && Integer.parseInt(step) < parent.children.size()
                ? Optional.of(Integer.parseInt(step))
                : Optional.empty();
    }
}
