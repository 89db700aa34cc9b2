package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.automations.FlowNumbers.StepNumbers;

/** Draws the steps of a flow as a list to be read from top to bottom, those of branches further in. */
@ApplicationScoped
class FlowDrawing {

    private final StepWords words;
    private final PageWords page;
    private final Access access;

    FlowDrawing(StepWords words, PageWords page, Access access) {
        this.words = words;
        this.page = page;
        this.access = access;
    }

    /**
     * The lines of some steps.
     *
     * @param numbers what each came to, by its key
     * @param may whether the reader may change them
     */
    List<AutomationScreen.Line> of(List<Step> flow, Map<String, StepNumbers> numbers, boolean may) {
        return lines(flow, 0, new Counted(numbers, may));
    }

    private record Counted(Map<String, StepNumbers> numbers, boolean may) {}

    private List<AutomationScreen.Line> lines(List<Step> flow, int depth, Counted counted) {
        var lines = new ArrayList<AutomationScreen.Line>();
        for (var step : flow) {
            lines.add(line(step, depth, counted));
            for (var way : ways(step)) {
                if (!way.steps().isEmpty()) {
                    lines.add(AutomationScreen.Line.label(way.label(), depth + 1));
                    lines.addAll(lines(way.steps(), depth + 1, counted));
                }
            }
        }
        return lines;
    }

    /**
     * One of the ways that go on from a step.
     *
     * @param name of it in a definition
     */
    record Way(String name, String label, List<Step> steps) {}

    List<Way> ways(Step step) {
        var say = page.say();
        return switch (step) {
            case Step.Branch branch ->
                List.of(new Way("then", say.yes(), branch.then()), new Way("otherwise", say.no(), branch.otherwise()));
            case Step.WaitFor waiting ->
                List.of(
                        new Way("happened", say.happened(), waiting.happened()),
                        new Way("timedOut", say.timedOut(), waiting.timedOut()));
            case Step.Wait _, Step.WaitUntil _, Step.Action _ -> List.of();
        };
    }

    private AutomationScreen.Line line(Step step, int depth, Counted counted) {
        var numbers = counted.numbers().getOrDefault(step.key(), StepNumbers.NONE);
        return new AutomationScreen.Line(
                depth,
                null,
                step.key(),
                words.of(access.organizationId(), step, page.language()),
                text(step),
                page.numbers(step, numbers),
                numbers.here() == 0 ? null : page.say().here(numbers.here()),
                counted.may());
    }

    static @Nullable String text(Step step) {
        return switch (step) {
            case Step.Send send -> send.letter().text();
            case Step.Invite invite -> invite.letter().text();
            case Step.Tell tell -> tell.text();
            case Step.Wait _, Step.WaitUntil _, Step.WaitFor _, Step.Branch _, Step.Call _, Step.Tag _, Step.Hook _ ->
                null;
        };
    }
}
