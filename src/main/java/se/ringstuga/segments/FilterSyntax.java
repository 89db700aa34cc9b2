package se.ringstuga.segments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.segments.Filter.CallResult;
import se.ringstuga.segments.Filter.DateWindow;
import se.ringstuga.segments.Filter.Means;
import se.ringstuga.segments.Filter.TagMatch;

/** From JSON to the tree. Whether what it points to exists is asked afterwards, by {@link FilterReader}. */
final class FilterSyntax {

    static final int MAX_DEPTH = 10;
    private static final int MAX_CHILDREN = 50;
    private static final int MAX_DAYS = 36_500;
    private static final Filter NONSENSE = new Filter.Any(List.of());

    private final Reading reading = new Reading();
    private final Map<String, Function<NodeReader, Filter>> leaves = Map.ofEntries(
            Map.entry("joined", FilterSyntax::joined),
            Map.entry("paidUntil", FilterSyntax::paidUntil),
            Map.entry("tag", FilterSyntax::tag),
            Map.entry("organization", FilterSyntax::organization),
            Map.entry("personField", PersonFieldSyntax::read),
            Map.entry("hasPhone", node -> reachable(node, Means.PHONE)),
            Map.entry("hasMobile", node -> reachable(node, Means.MOBILE)),
            Map.entry("hasEmail", node -> reachable(node, Means.EMAIL)),
            Map.entry("surveyAnswered", FilterSyntax::surveyAnswered),
            Map.entry("surveyOption", FilterSyntax::surveyOption),
            Map.entry("surveyText", FilterSyntax::surveyText),
            Map.entry("surveyValue", FilterSyntax::surveyValue),
            Map.entry("callHistory", FilterSyntax::callHistory),
            Map.entry("message", MessageSyntax::broadcasted),
            Map.entry("messaged", MessageSyntax::messaged),
            Map.entry("eventHistory", EventSyntax::read));

    private FilterSyntax() {}

    /** A well-formed tree and what it points to, which may not exist. */
    record Parsed(Filter filter, List<Reference> references) {}

    /** @throws InvalidInput naming every place of the tree that cannot be read */
    static Parsed parse(@Nullable JsonNode json, String field) {
        FilterSyntax syntax = new FilterSyntax();
        Filter filter = syntax.node(json, field, 1);
        if (!syntax.reading.violations.isEmpty()) {
            throw new InvalidInput(syntax.reading.violations);
        }
        return new Parsed(filter, List.copyOf(syntax.reading.references));
    }

    private Filter node(@Nullable JsonNode json, String path, int depth) {
        if (json == null || !json.isObject()) {
            reading.wrong(path, "must be a filter, such as {\"type\": \"hasPhone\"}");
            return NONSENSE;
        }
        if (depth > MAX_DEPTH) {
            reading.wrong(path, "lies too deep; a tree may have " + MAX_DEPTH + " levels");
            return NONSENSE;
        }
        if (!reading.enter(path)) {
            return NONSENSE;
        }
        NodeReader members = new NodeReader(reading, json, path);
        return switch (json.path("type").asText()) {
            case "all" -> new Filter.All(children(members, json, path, depth));
            case "any" -> new Filter.Any(children(members, json, path, depth));
            case "not" -> not(members, json, path, depth);
            case String type when leaves.containsKey(type) -> leaf(type, members);
            default -> unknownType(members);
        };
    }

    private Filter leaf(String type, NodeReader members) {
        Function<NodeReader, Filter> read = leaves.get(type);
        return read == null ? NONSENSE : read.apply(members);
    }

    private Filter unknownType(NodeReader members) {
        TreeSet<String> known = new TreeSet<>(leaves.keySet());
        known.addAll(List.of("all", "any", "not"));
        members.wrong("type", "must be one of " + String.join(", ", known));
        return NONSENSE;
    }

    private List<Filter> children(NodeReader members, JsonNode json, String path, int depth) {
        members.allowOnly("filters");
        JsonNode filters = json.path("filters");
        if (!filters.isArray() || filters.size() > MAX_CHILDREN) {
            members.wrong("filters", "must be a list of at most " + MAX_CHILDREN + " filters");
            return List.of();
        }
        List<Filter> children = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            children.add(node(filters.get(i), path + ".filters[" + i + "]", depth + 1));
        }
        return List.copyOf(children);
    }

    private Filter not(NodeReader members, JsonNode json, String path, int depth) {
        members.allowOnly("filter");
        return new Filter.Not(node(json.get("filter"), path + ".filter", depth + 1));
    }

    private static Filter joined(NodeReader node) {
        node.allowOnly("withinDays", "before", "after");
        if (node.has("withinDays")) {
            node.exactlyOneOf("withinDays", "before", "after");
        } else {
            node.atLeastOneOf("withinDays", "before", "after");
        }
        return new Filter.Joined(new DateWindow(days(node), node.date("before"), node.date("after")));
    }

    private static Filter paidUntil(NodeReader node) {
        node.allowOnly("before", "after");
        node.atLeastOneOf("before", "after");
        return new Filter.PaidUntil(new DateWindow(null, node.date("before"), node.date("after")));
    }

    private static Filter tag(NodeReader node) {
        Map<String, TagMatch> matches =
                Map.of("anyOf", TagMatch.ANY_OF, "allOf", TagMatch.ALL_OF, "noneOf", TagMatch.NONE_OF);
        node.allowOnly("anyOf", "allOf", "noneOf");
        return node.exactlyOneOf("anyOf", "allOf", "noneOf")
                .<Filter>map(key -> new Filter.Tagged(
                        matches.getOrDefault(key, TagMatch.ANY_OF), node.ids(key, Reference.Kind.TAG)))
                .orElse(NONSENSE);
    }

    private static Filter organization(NodeReader node) {
        node.allowOnly("organization");
        return new Filter.InOrganization(node.slug("organization"));
    }

    private static Filter reachable(NodeReader node, Means means) {
        node.allowOnly();
        return new Filter.Reachable(means);
    }

    private static Filter surveyAnswered(NodeReader node) {
        node.allowOnly("surveyId", "includingPartial", "withinDays");
        return new Filter.SurveyAnswered(
                node.requiredId("surveyId", Reference.Kind.SURVEY), node.flag("includingPartial"), days(node));
    }

    private static Filter surveyOption(NodeReader node) {
        node.allowOnly("surveyId", "questionId", "optionIds");
        return new Filter.OptionChosen(
                node.id("surveyId", Reference.Kind.SURVEY),
                node.id("questionId", Reference.Kind.QUESTION),
                node.ids("optionIds", Reference.Kind.OPTION));
    }

    private static Filter surveyText(NodeReader node) {
        node.allowOnly("surveyId", "questionId", "contains");
        return new Filter.TextAnswered(
                node.id("surveyId", Reference.Kind.SURVEY),
                node.id("questionId", Reference.Kind.QUESTION),
                node.text("contains"));
    }

    private static Filter surveyValue(NodeReader node) {
        node.allowOnly("surveyId", "questionId", "atLeast", "atMost");
        node.atLeastOneOf("atLeast", "atMost");
        Integer atLeast = node.integer("atLeast", 0, 1_000);
        Integer atMost = node.integer("atMost", 0, 1_000);
        return new Filter.ValueAnswered(
                node.id("surveyId", Reference.Kind.SURVEY),
                node.requiredId("questionId", Reference.Kind.QUESTION),
                atLeast == null ? 0 : atLeast,
                atMost == null ? 1_000 : atMost);
    }

    private static Filter callHistory(NodeReader node) {
        Map<String, CallResult> results = Map.of(
                "called", CallResult.CALLED, "reached", CallResult.REACHED, "notReached", CallResult.NOT_REACHED);
        node.allowOnly("result", "assignmentId", "withinDays", "atLeast");
        Integer atLeast = node.integer("atLeast", 1, 1_000);
        return new Filter.CallHistory(
                node.choice("result", results).orElse(CallResult.CALLED),
                node.id("assignmentId", Reference.Kind.ASSIGNMENT),
                days(node),
                atLeast == null ? 1 : atLeast);
    }

    static @Nullable Integer days(NodeReader node) {
        return node.integer("withinDays", 0, MAX_DAYS);
    }
}
