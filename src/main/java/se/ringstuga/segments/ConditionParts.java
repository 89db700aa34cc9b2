package se.ringstuga.segments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.ringstuga.segments.BuilderScreen.Box;
import se.ringstuga.segments.BuilderScreen.Part;
import se.ringstuga.segments.FilterChoices.Choice;
import se.ringstuga.segments.Member.Shape;

/**
 * The fields of one condition, with what is filled in.
 *
 * @param filters the names of the person's fields
 */
record ConditionParts(OfferedChoices offered, ConditionMessages say, FilterMessages filters) {

    List<Part> of(DraftNode node, String path) {
        var kind = node.kind;
        if (kind == null) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        for (var member : kind.members()) {
            if (member.name().equals("value") && node.value("operator").equals(FieldOperator.IS_EMPTY.jsonName())) {
                continue;
            }
            parts.add(part(node, member, path + "." + member.name()));
        }
        return List.copyOf(parts);
    }

    private Part part(DraftNode node, Member member, String name) {
        var value = node.value(member.name());
        var label = label(node, member);
        return switch (member.shape()) {
            case NUMBER -> Part.input(name, label, "number", value);
            case DATE -> Part.input(name, label, "date", value);
            case TEXT, TEXTS -> Part.input(name, label, "text", value);
            case FLAG -> Part.boxes(name, "", List.of(new Box("true", label, value.equals("true"))));
            case IDS -> Part.boxes(name, label, boxes(node, member));
            case WORD, WORD_OR_NONE, PICK, PICK_OR_NONE ->
                Part.select(name, label, value, choices(node, member, value), refreshes(node, member));
        };
    }

    /** Whether other fields of the condition depend on what is chosen here. */
    private static boolean refreshes(DraftNode node, Member member) {
        return node.kind == ConditionKind.OPTION
                || (node.kind == ConditionKind.FIELD && member.name().equals("operator"));
    }

    private List<Box> boxes(DraftNode node, Member member) {
        var chosen = node.all(member.name());
        var offers = node.kind == ConditionKind.TAG
                ? offered.tags().stream().map(tag -> new Choice(after(tag.value()), tag.words(), ""))
                : offered.options(node.value("question"), chosen);
        return offers.map(offer -> new Box(offer.value(), offer.words(), chosen.contains(offer.value())))
                .toList();
    }

    private static String after(String value) {
        return value.substring(value.indexOf(':') + 1);
    }

    private List<Choice> choices(DraftNode node, Member member, String value) {
        var named = switch (member.name()) {
            case "organization" -> offered.organizations().stream();
            case "survey" -> offered.surveys().stream();
            case "assignment" -> offered.assignments().stream();
            case "broadcast" -> offered.broadcasts().stream();
            case "event" ->
                Stream.concat(
                        offered.kinds().stream().map(kind -> new Choice(kind.value(), kind.words(), say.kinds())),
                        offered.events().stream().map(event -> new Choice(event.value(), event.words(), say.events())));
            case "question" -> offered.questions(node.kind);
            default -> new WordChoices(say, filters).of(node, member.name());
        };
        var none = member.shape() == Shape.WORD_OR_NONE || member.shape() == Shape.PICK_OR_NONE
                ? Stream.of(new Choice("", none(member), ""))
                : value.isEmpty() ? Stream.of(new Choice("", say.choose(), "")) : Stream.<Choice>empty();
        return Stream.concat(none, named).toList();
    }

    private String none(Member member) {
        return switch (member.name()) {
            case "assignment" -> say.anyList();
            case "event" -> say.anyEvent();
            case "question" -> say.anyQuestion();
            case "channel" -> say.anyChannel();
            default -> say.anyOutcome();
        };
    }

    private String label(DraftNode node, Member member) {
        return switch (member.name()) {
            case "withinDays" -> say.withinDays();
            case "after" -> say.after();
            case "before" -> say.before();
            case "organization" -> say.organization();
            case "match" -> say.match();
            case "tags" -> say.tags();
            case "field" -> say.field();
            case "operator" -> say.operator();
            case "value" ->
                node.value("operator").equals(FieldOperator.IN.jsonName()) ? say.valuesLabel() : say.valueLabel();
            case "means" -> say.means();
            case "survey" -> say.survey();
            case "includingPartial" -> say.includingPartial();
            case "question" -> say.question();
            case "optionIds" -> say.options();
            case "contains" -> say.contains();
            case "atLeast" -> node.kind == ConditionKind.VALUE ? say.valueFrom() : say.timesLabel();
            case "atMost" -> say.valueTo();
            case "result" -> say.result();
            case "assignment" -> say.assignment();
            case "broadcast" -> say.broadcast();
            case "outcome" -> say.fate();
            case "reasons" -> say.reasons();
            case "channel" -> say.channel();
            case "event" -> say.event();
            default -> member.name();
        };
    }
}
