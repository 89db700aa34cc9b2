package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.segments.BuilderScreen.Line;
import se.ringstuga.segments.BuilderScreen.LineKind;
import se.ringstuga.segments.BuilderScreen.Outcome;
import se.ringstuga.segments.BuilderScreen.Person;
import se.ringstuga.segments.FilterChoices.Choice;

/** Puts together the page on which a filter is built: its fields, whom it finds, and what is wrong with it. */
@ApplicationScoped
class BuilderScreens {

    private static final int SAMPLE = 5;

    private final FilterReader filters;
    private final FilterWords words;
    private final FilterChoices choices;
    private final SegmentPeople people;
    private final SegmentScreens screens;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;
    private final Clock clock;

    BuilderScreens(
            FilterReader filters,
            FilterWords words,
            FilterChoices choices,
            SegmentPeople people,
            SegmentScreens screens,
            Access access,
            AccessLog accessLog,
            PageContext page,
            Clock clock) {
        this.filters = filters;
        this.words = words;
        this.choices = choices;
        this.people = people;
        this.screens = screens;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
        this.clock = clock;
    }

    /**
     * What is being built.
     *
     * @param id of the segment; null for a new one
     * @param version that the form was filled with
     * @param focus the path where the reader goes on; null for none
     */
    record Draft(
            @Nullable Long id,
            int version,
            String title,
            DraftNode root,
            @Nullable String focus) {}

    /** @param faults whether what is missing is said; while somebody is still building it is not */
    BuilderScreen of(Draft draft, boolean faults) {
        var written = DraftJson.write(draft.root());
        Map<String, String> wrong = new HashMap<>();
        Optional<Outcome> outcome = Optional.empty();
        try {
            outcome = Optional.of(outcome(filters.read(written.filter(), "filter", access.organizationId()), written));
        } catch (InvalidInput unfinished) {
            unfinished
                    .violations()
                    .forEach(
                            fault -> wrong.putIfAbsent(written.place(fault.field()), BuilderFaults.said(fault, say())));
        }
        return new BuilderScreen(
                access.slug(),
                draft.id(),
                draft.version(),
                draft.title(),
                null,
                lines(draft, faults ? wrong : Map.of()),
                outcome.orElse(null),
                faults && !wrong.isEmpty() ? say().check() : null,
                null,
                draft.id() == null ? List.of() : screens.uses(draft.id()));
    }

    private Outcome outcome(Filter filter, DraftJson.Written written) {
        var scope = new Scope(access.organizationId(), clock.instant(), access.zone());
        var found = people.count(filter, scope);
        var sample = access.has(Permission.PEOPLE_READ)
                ? people.page(filter, scope, new PageRequest(null, SAMPLE))
                : new Page<SegmentPerson>(List.of(), null);
        accessLog.record(
                sample.items().isEmpty() ? "segment.count" : "segment.preview",
                FilterShape.of(written.filter()),
                sample.items().stream().map(SegmentPerson::id).toList());
        return new Outcome(
                screens.those(filter, words.of(filter, page.language())),
                screens.counted(found),
                sample.items().stream()
                        .map(person -> new Person(person.id(), person.name()))
                        .toList());
    }

    private List<Line> lines(Draft draft, Map<String, String> wrong) {
        var offered = OfferedChoices.of(draft.root(), choices, access.organizationId());
        var parts = new ConditionParts(offered, screens.conditions(), FilterWords.say(page.language()));
        List<Line> lines = new ArrayList<>();
        new Drawing(parts, wrong, draft.focus(), lines).draw(draft.root(), DraftForm.ROOT);
        return List.copyOf(lines);
    }

    BuilderMessages say() {
        return screens.build();
    }

    /** The tree from top to bottom. */
    private record Drawing(
            ConditionParts parts,
            Map<String, String> wrong,
            @Nullable String focus,
            List<Line> lines) {

        void draw(DraftNode node, String path) {
            var kind = node.kind;
            var say = parts.say();
            if (kind != null) {
                lines.add(new Line(
                        LineKind.CONDITION,
                        path,
                        kind.name(),
                        KindWords.of(kind, say),
                        node.no,
                        parts.of(node, path),
                        List.of(),
                        wrong.get(path),
                        path.equals(focus),
                        false));
                return;
            }
            lines.add(Line.open(path, node, groups(say), wrong.get(path)));
            for (int i = 0; i < node.children.size(); i++) {
                draw(node.children.get(i), path + "." + i);
            }
            lines.add(Line.close(path, addable(say), path.equals(focus)));
        }

        private static List<Choice> groups(ConditionMessages say) {
            return List.of(
                    new Choice("ALL", say.all(), ""),
                    new Choice("ANY", say.any(), ""),
                    new Choice("NONE", say.none(), ""));
        }

        private static List<Choice> addable(ConditionMessages say) {
            List<Choice> addable = new ArrayList<>(Arrays.stream(ConditionKind.values())
                    .map(kind -> new Choice(kind.name(), KindWords.of(kind, say), KindWords.heading(kind, say)))
                    .toList());
            groups(say).forEach(group -> addable.add(new Choice(group.value(), group.words(), say.groupsHeading())));
            return List.copyOf(addable);
        }
    }
}
