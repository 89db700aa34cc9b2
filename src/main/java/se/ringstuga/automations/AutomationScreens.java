package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.automations.FlowNumbers.StepNumbers;

/** Puts automations into the words of their pages. */
@ApplicationScoped
class AutomationScreens {

    private final Flows flows;
    private final FlowNumbers numbers;
    private final StepWords words;
    private final PageWords page;
    private final Access access;

    AutomationScreens(Flows flows, FlowNumbers numbers, StepWords words, PageWords page, Access access) {
        this.flows = flows;
        this.numbers = numbers;
        this.words = words;
        this.page = page;
        this.access = access;
    }

    AutomationScreen.Row row(AutomationView.Summary automation) {
        return new AutomationScreen.Row(
                automation.id(),
                automation.title(),
                page.state(automation.state()),
                colour(automation.state()),
                page.people(automation.people()));
    }

    AutomationScreen of(Automation automation) {
        var may = access.has(Permission.AUTOMATIONS_MANAGE);
        var state = automation.state().state();
        var steps = numbers.steps(automation.id());
        var flow = flows.of(automation).flow();
        var people = numbers.states(List.of(automation.id())).getOrDefault(automation.id(), Map.of());
        return new AutomationScreen(
                access.slug(),
                automation.id(),
                automation.title(),
                page.state(state),
                colour(state),
                page.since(automation.state(), access.zone()),
                words.of(access.organizationId(), flow, page.language()),
                page.people(people),
                new Drawing(steps, may).draw(flow.steps()),
                new Drawing(steps, may).draw(flow.moved()),
                new AutomationScreen.Buttons(
                        may && (state == Automation.State.OFF || state == Automation.State.STOPPED),
                        may && state == Automation.State.ON,
                        may && state == Automation.State.PAUSED,
                        may && (state == Automation.State.ON || state == Automation.State.PAUSED)));
    }

    private static String colour(Automation.State state) {
        return switch (state) {
            case ON -> "good";
            case PAUSED, STOPPED -> "warn";
            case OFF -> "";
        };
    }

    /** The steps as a list to be read from top to bottom, those of branches further in. */
    private final class Drawing {

        private final Map<String, StepNumbers> steps;
        private final boolean may;
        private final List<AutomationScreen.Line> lines = new ArrayList<>();

        Drawing(Map<String, StepNumbers> steps, boolean may) {
            this.steps = steps;
            this.may = may;
        }

        List<AutomationScreen.Line> draw(List<Step> flow) {
            walk(flow, 0);
            return List.copyOf(lines);
        }

        private void walk(List<Step> flow, int depth) {
            for (var step : flow) {
                lines.add(line(step, depth));
                switch (step) {
                    case Step.Branch branch -> {
                        branch(page.say().yes(), branch.then(), depth + 1);
                        branch(page.say().no(), branch.otherwise(), depth + 1);
                    }
                    case Step.WaitFor waiting -> {
                        branch(page.say().happened(), waiting.happened(), depth + 1);
                        branch(page.say().timedOut(), waiting.timedOut(), depth + 1);
                    }
                    case Step.Wait _, Step.WaitUntil _, Step.Action _ -> {}
                }
            }
        }

        private void branch(String label, List<Step> flow, int depth) {
            if (!flow.isEmpty()) {
                lines.add(AutomationScreen.Line.label(label, depth));
                walk(flow, depth);
            }
        }

        private AutomationScreen.Line line(Step step, int depth) {
            var counted = steps.getOrDefault(step.key(), StepNumbers.NONE);
            return new AutomationScreen.Line(
                    depth,
                    null,
                    step.key(),
                    words.of(access.organizationId(), step, page.language()),
                    text(step),
                    page.numbers(step, counted),
                    counted.here() == 0 ? null : page.say().here(counted.here()),
                    may && StepForm.fits(step));
        }

        private static @Nullable String text(Step step) {
            return switch (step) {
                case Step.Send send -> send.letter().text();
                case Step.Invite invite -> invite.letter().text();
                case Step.Tell tell -> tell.text();
                case Step.Wait _,
                        Step.WaitUntil _,
                        Step.WaitFor _,
                        Step.Branch _,
                        Step.Call _,
                        Step.Tag _,
                        Step.Hook _ -> null;
            };
        }
    }
}
