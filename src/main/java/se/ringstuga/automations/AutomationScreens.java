package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;

/** Puts automations into the words of their pages. */
@ApplicationScoped
class AutomationScreens {

    private final Flows flows;
    private final FlowNumbers numbers;
    private final StepWords words;
    private final FlowDrawing drawing;
    private final PageWords page;
    private final Access access;

    AutomationScreens(
            Flows flows, FlowNumbers numbers, StepWords words, FlowDrawing drawing, PageWords page, Access access) {
        this.flows = flows;
        this.numbers = numbers;
        this.words = words;
        this.drawing = drawing;
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
                drawing.of(flow.steps(), steps, may),
                drawing.of(flow.moved(), steps, may),
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
}
