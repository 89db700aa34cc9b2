package se.ringstuga.segments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.segments.FilterChoices.Choice;

/**
 * The page on which a filter is built.
 *
 * @param id of the segment; null for a new one
 * @param version that the form was filled with
 * @param lines the tree from top to bottom, groups opened and closed
 * @param outcome whom it finds; null while it is not finished
 * @param wrong what stands in the way of saving; null when nothing does
 * @param other what somebody else saved meanwhile; null when nobody did
 * @param uses where the segment is in use
 */
record BuilderScreen(
        String slug,
        @Nullable Long id,
        int version,
        String title,
        @Nullable String titleWrong,
        List<Line> lines,
        @Nullable Outcome outcome,
        @Nullable String wrong,
        @Nullable Other other,
        List<UseLine> uses) {

    public String action() {
        return "/o/" + slug + "/segments/" + (id == null ? "build" : id + "/edit");
    }

    public String back() {
        return "/o/" + slug + "/segments" + (id == null ? "" : "/" + id);
    }

    enum LineKind {
        OPEN,
        CONDITION,
        CLOSE
    }

    /**
     * A piece of the tree.
     *
     * @param heading what kind of condition it is
     * @param choices of a group's opening how it is put together, of its end what can be added
     * @param no the condition is not to hold
     * @param focused where the reader goes on
     * @param root the outermost group
     */
    record Line(
            LineKind kind,
            String path,
            String name,
            String heading,
            boolean no,
            List<Part> parts,
            List<Choice> choices,
            @Nullable String wrong,
            boolean focused,
            boolean root) {

        static Line open(String path, DraftNode node, List<Choice> choices, @Nullable String wrong) {
            var group = String.valueOf(node.group);
            return new Line(
                    LineKind.OPEN,
                    path,
                    group,
                    "",
                    false,
                    List.of(),
                    choices,
                    wrong,
                    false,
                    path.equals(DraftForm.ROOT));
        }

        static Line close(String path, List<Choice> choices, boolean focused) {
            return new Line(
                    LineKind.CLOSE,
                    path,
                    "",
                    "",
                    false,
                    List.of(),
                    choices,
                    null,
                    focused,
                    path.equals(DraftForm.ROOT));
        }

        public boolean isEmpty() {
            return parts.isEmpty();
        }

        /** The choices below their headings, those without one first. */
        public Map<String, List<Choice>> grouped() {
            return byHeading(choices);
        }
    }

    /** A field of a condition. */
    record Part(
            String shape,
            String name,
            String label,
            String value,
            List<Choice> choices,
            List<Box> boxes,
            boolean refreshes) {

        static Part input(String name, String label, String type, String value) {
            return new Part(type, name, label, value, List.of(), List.of(), false);
        }

        static Part select(String name, String label, String value, List<Choice> choices, boolean refreshes) {
            return new Part("select", name, label, value, choices, List.of(), refreshes);
        }

        static Part boxes(String name, String label, List<Box> boxes) {
            return new Part("boxes", name, label, "", List.of(), boxes, false);
        }

        public Map<String, List<Choice>> grouped() {
            return byHeading(choices);
        }
    }

    record Box(String value, String words, boolean chosen) {}

    private static Map<String, List<Choice>> byHeading(List<Choice> choices) {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        choices.forEach(choice ->
                groups.computeIfAbsent(choice.heading(), _ -> new ArrayList<>()).add(choice));
        return groups;
    }

    /** Whom the filter finds, in words and by example. */
    record Outcome(String says, String counted, List<Person> sample) {}

    record Person(long id, String name) {}

    /** What the segment is since somebody else saved it. */
    record Other(String title, String says) {}

    /** Something that uses the segment. */
    record UseLine(String words, String address) {}
}
