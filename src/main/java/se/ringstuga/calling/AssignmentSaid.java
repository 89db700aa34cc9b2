package se.ringstuga.calling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.ringstuga.calling.AssignmentFormScreens.Fields;
import se.ringstuga.calling.AssignmentFormScreens.Option;

/** What is filled in about an assignment, a line a field, to be read before it counts. */
final class AssignmentSaid {

    private AssignmentSaid() {}

    /** @param step where it is filled in */
    record Line(GuideStep step, String field, String label, String words) {}

    /** A field that two versions have differently. */
    record Difference(String label, String before, String after) {}

    static List<Line> of(Fields fields, AssignmentFormMessages say) {
        var lines = new ArrayList<Line>();
        lines.add(line(GuideStep.WHOM, "to", say.to(), to(fields, say)));
        lines.add(line(GuideStep.WHY, "title", say.title(), fields.value("title")));
        lines.add(line(GuideStep.WHY, "purpose", say.purpose(), fields.value("purpose")));
        lines.add(line(GuideStep.WHY, "goal", say.goal(), goal(fields, say)));
        lines.add(line(GuideStep.UNTIL, "until", say.until(), fields.value("until")));
        lines.add(line(GuideStep.UNTIL, "hours", say.hours(), hours(fields, say)));
        lines.add(line(GuideStep.UNTIL, "cooldown", say.cooldown(), fields.value("cooldown")));
        lines.add(line(GuideStep.UNTIL, "attempts", say.attempts(), fields.value("attempts")));
        lines.add(line(GuideStep.SCRIPT, "script", say.script(), fields.value("script")));
        lines.add(line(GuideStep.SCRIPT, "otherPerson", say.otherPerson(), fields.value("otherPerson")));
        lines.add(line(GuideStep.SCRIPT, "voicemail", say.voicemail(), fields.value("voicemail")));
        lines.add(line(GuideStep.SCRIPT, "shown", say.shown(), chosen(fields, "shown", fields.shown())));
        lines.add(line(GuideStep.SURVEY, "survey", say.survey(), survey(fields, say)));
        lines.add(line(GuideStep.SURVEY, "tagIds", say.tags(), chosen(fields, "tagIds", fields.tags())));
        lines.add(line(GuideStep.SURVEY, "eventKindIds", say.events(), chosen(fields, "eventKindIds", fields.kinds())));
        return lines;
    }

    /** What differs between two versions of the same fields. */
    static List<Difference> between(Fields before, Fields after, AssignmentFormMessages say) {
        var now = of(after, say);
        return of(before, say).stream()
                .map(line -> new Difference(
                        line.label(),
                        line.words(),
                        now.stream()
                                .filter(other -> other.field().equals(line.field()))
                                .map(Line::words)
                                .findFirst()
                                .orElse("")))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }

    private static Line line(GuideStep step, String field, String label, String words) {
        return new Line(step, field, label, words.replace("\r\n", "\n").strip());
    }

    private static String to(Fields fields, AssignmentFormMessages say) {
        return switch (fields.value("to")) {
            case AssignmentForm.ALL -> say.toAll();
            case AssignmentForm.JOINED -> say.days() + ": " + fields.value("days");
            case AssignmentForm.TAG -> say.tag() + ": " + named(fields.tags(), fields.value("tag"));
            case AssignmentForm.SEGMENT -> say.segment() + ": " + named(fields.segments(), fields.value("segment"));
            case AssignmentForm.OTHER -> fields.value("people").isEmpty() ? say.toOther() : fields.value("people");
            default -> "";
        };
    }

    private static String goal(Fields fields, AssignmentFormMessages say) {
        return switch (fields.value("goal")) {
            case AssignmentForm.ANSWERED -> say.goalAnswered();
            case AssignmentForm.SEGMENT -> say.segment() + ": " + named(fields.segments(), fields.value("goalSegment"));
            case AssignmentForm.OTHER -> say.goalOther();
            default -> say.goalReached();
        };
    }

    private static String hours(Fields fields, AssignmentFormMessages say) {
        return fields.value("hours").equals(AssignmentForm.OWN)
                ? fields.value("from-time") + "–" + fields.value("to-time")
                : say.hoursUsual(fields.hoursFrom(), fields.hoursTo());
    }

    private static String survey(Fields fields, AssignmentFormMessages say) {
        return fields.value("survey").isEmpty() ? say.surveyNone() : named(fields.surveys(), fields.value("survey"));
    }

    private static String named(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::words)
                .findFirst()
                .orElse(value);
    }

    private static String chosen(Fields fields, String field, List<Option> options) {
        return options.stream()
                .filter(option -> fields.form().chose(field, option.value()))
                .map(Option::words)
                .collect(Collectors.joining(", "));
    }

    /** Everything that was sent, to be sent once more. */
    static List<Sent> sent(Map<String, List<String>> values) {
        return values.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> new Sent(field.getKey(), value)))
                .toList();
    }

    record Sent(String name, String value) {}
}
