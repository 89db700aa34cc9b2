package se.ringstuga.segments;

import java.util.ArrayList;
import java.util.List;

/**
 * A filter at its place in the tree.
 *
 * @param path as violations name it, {@code filter.filters[1].filter}
 * @param type the name of its kind in JSON
 */
record FilterNode(String path, String type, Filter filter, List<FilterNode> children) {

    static FilterNode of(String path, Filter filter) {
        return switch (filter) {
            case Filter.All all -> new FilterNode(path, "all", filter, children(path, all.filters()));
            case Filter.Any any -> new FilterNode(path, "any", filter, children(path, any.filters()));
            case Filter.Not not -> new FilterNode(path, "not", filter, List.of(of(path + ".filter", not.filter())));
            case Filter leaf -> new FilterNode(path, leafType(leaf), leaf, List.of());
        };
    }

    /** Itself and all below it, parents first. */
    List<FilterNode> flat() {
        List<FilterNode> nodes = new ArrayList<>(List.of(this));
        children.forEach(child -> nodes.addAll(child.flat()));
        return nodes;
    }

    private static List<FilterNode> children(String path, List<Filter> filters) {
        List<FilterNode> nodes = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            nodes.add(of(path + ".filters[" + i + "]", filters.get(i)));
        }
        return List.copyOf(nodes);
    }

    private static String leafType(Filter leaf) {
        return switch (leaf) {
            case Filter.All _, Filter.Any _, Filter.Not _ -> throw new IllegalArgumentException("not a leaf");
            case Filter.Joined _ -> "joined";
            case Filter.PaidUntil _ -> "paidUntil";
            case Filter.Tagged _ -> "tag";
            case Filter.InOrganization _ -> "organization";
            case Filter.FieldMatch _ -> "personField";
            case Filter.Reachable reachable ->
                switch (reachable.means()) {
                    case PHONE -> "hasPhone";
                    case MOBILE -> "hasMobile";
                    case EMAIL -> "hasEmail";
                };
            case Filter.SurveyAnswered _ -> "surveyAnswered";
            case Filter.OptionChosen _ -> "surveyOption";
            case Filter.TextAnswered _ -> "surveyText";
            case Filter.ValueAnswered _ -> "surveyValue";
            case Filter.CallHistory _ -> "callHistory";
            case Filter.Broadcasted _ -> "message";
            case Filter.Messaged _ -> "messaged";
            case Filter.EventHistory _ -> "eventHistory";
        };
    }
}
