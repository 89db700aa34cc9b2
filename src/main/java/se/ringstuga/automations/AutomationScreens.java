package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;

/** Puts automations into the words of their pages. */
@ApplicationScoped
class AutomationScreens {

    private final Flows flows;
    private final FlowNumbers numbers;
    private final FlowVersions versions;
    private final DraftWriting drafts;
    private final StepWords words;
    private final FlowDrawing drawing;
    private final PageWords page;
    private final Access access;

    AutomationScreens(
            Flows flows,
            FlowNumbers numbers,
            FlowVersions versions,
            DraftWriting drafts,
            StepWords words,
            FlowDrawing drawing,
            PageWords page,
            Access access) {
        this.flows = flows;
        this.numbers = numbers;
        this.versions = versions;
        this.drafts = drafts;
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
                older(automation),
                may && drafts.of(automation.id()).isPresent(),
                drawing.of(flow.steps(), steps, may),
                drawing.of(flow.moved(), steps, may),
                new AutomationScreen.Buttons(
                        may && (state == Automation.State.OFF || state == Automation.State.STOPPED),
                        may && state == Automation.State.ON,
                        may && state == Automation.State.PAUSED,
                        may && isOn(state),
                        may,
                        may && automation.key() == null && people.isEmpty() && !isOn(state)));
    }

    private static boolean isOn(Automation.State state) {
        return state == Automation.State.ON || state == Automation.State.PAUSED;
    }

    private @Nullable String older(Automation automation) {
        var count = versions.older(automation.id(), automation.number());
        return count == 0
                ? null
                : count == 1 ? page.editing().olderOne() : page.editing().olderMany(count);
    }

    AutomationScreen.Begun row(FlowDrafts.Begun draft) {
        var when = page.time(access.zone()).moment(draft.changedAt());
        return new AutomationScreen.Begun(
                draft.id(), draft.title(), page.editing().begunAt(when));
    }

    private static String colour(Automation.State state) {
        return switch (state) {
            case ON -> "good";
            case PAUSED, STOPPED -> "warn";
            case OFF -> "";
        };
    }
}
