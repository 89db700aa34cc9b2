package se.ringstuga.automations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.segments.FilterReader;

/** Puts a flow that is being written into the words of its page. */
@ApplicationScoped
class DraftScreens {

    private final DraftWriting writing;
    private final DraftFaults faults;
    private final FilterReader filters;
    private final FlowDrawing drawing;
    private final FlowNumbers numbers;
    private final Flows flows;
    private final AutomationEditing editing;
    private final StepWords words;
    private final PageWords page;
    private final Access access;

    DraftScreens(
            DraftWriting writing,
            DraftFaults faults,
            FilterReader filters,
            FlowDrawing drawing,
            FlowNumbers numbers,
            Flows flows,
            AutomationEditing editing,
            StepWords words,
            PageWords page,
            Access access) {
        this.writing = writing;
        this.faults = faults;
        this.filters = filters;
        this.drawing = drawing;
        this.numbers = numbers;
        this.flows = flows;
        this.editing = editing;
        this.words = words;
        this.page = page;
        this.access = access;
    }

    /** @param wrong why it could not be used; null before it was tried */
    DraftScreen of(FlowDraft draft, @Nullable String wrong) {
        var flow = flow(draft.definition());
        var found = faults.of(draft);
        var joined = flow.trigger() instanceof Trigger.Joined || !flow.moved().isEmpty();
        return new DraftScreen(
                access.slug(),
                draft.id(),
                draft.automationId(),
                draft.title(),
                words.of(access.organizationId(), flow, page.language()),
                found.start(),
                lines(flow.steps(), "steps", found.steps()),
                joined ? lines(flow.moved(), "moved", found.steps()) : List.of(),
                peopleIn(draft.automationId()),
                writing.overtaken(draft) ? present(draft.automationId()) : null,
                wrong);
    }

    Flow flow(ObjectNode definition) {
        return FlowSyntax.unfinished(definition, (filter, _) -> filters.stored(filter));
    }

    private boolean peopleIn(@Nullable Long automation) {
        return automation != null
                && PageWords.in(numbers.states(List.of(automation)).getOrDefault(automation, Map.of())) > 0;
    }

    private DraftScreen.@Nullable Present present(@Nullable Long automation) {
        if (automation == null) {
            return null;
        }
        var now = flows.of(editing.get(automation));
        return new DraftScreen.Present(
                DraftWriting.mark(now.json()), drawing.of(now.flow().steps(), Map.of(), false));
    }

    private List<DraftScreen.Line> lines(List<Step> steps, String list, Map<String, List<String>> wrong) {
        var lines = new ArrayList<DraftScreen.Line>();
        steps.forEach(step -> add(step, 0, wrong, lines));
        lines.add(DraftScreen.Line.add("way=" + list, 0));
        return lines;
    }

    private void add(Step step, int depth, Map<String, List<String>> wrong, List<DraftScreen.Line> lines) {
        lines.add(new DraftScreen.Line(
                depth,
                null,
                null,
                step.key(),
                words.of(access.organizationId(), step, page.language()),
                FlowDrawing.text(step),
                wrong.getOrDefault(step.key(), List.of()),
                step.branches().stream().anyMatch(way -> !way.isEmpty())));
        for (var way : drawing.ways(step)) {
            lines.add(DraftScreen.Line.label(way.label(), depth + 1));
            way.steps().forEach(below -> add(below, depth + 1, wrong, lines));
            lines.add(DraftScreen.Line.add("in=" + step.key() + "&way=" + way.name(), depth + 1));
        }
    }
}
