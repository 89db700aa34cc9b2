package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Puts automations together as they are answered. */
@ApplicationScoped
class AutomationViews {

    private final Automations automations;
    private final WelcomeFlow welcome;
    private final FlowNumbers numbers;
    private final Flows flows;
    private final Access access;

    AutomationViews(Automations automations, WelcomeFlow welcome, FlowNumbers numbers, Flows flows, Access access) {
        this.automations = automations;
        this.welcome = welcome;
        this.numbers = numbers;
        this.flows = flows;
        this.access = access;
    }

    /** Whoever looks first finds the welcome flow there. */
    Page<AutomationView.Summary> page(PageRequest request) {
        welcome.make(access.organizationId());
        var page = automations.page(access.organizationId(), request);
        var people = numbers.states(page.items().stream().map(Automation::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(automation -> summary(automation, people.getOrDefault(automation.id(), Map.of())))
                        .toList(),
                page.next());
    }

    private static AutomationView.Summary summary(Automation automation, Map<Turnout.State, Long> people) {
        return new AutomationView.Summary(
                automation.id(),
                automation.key(),
                automation.title(),
                automation.state().state(),
                automation.state().since(),
                automation.number(),
                people);
    }

    AutomationView of(Automation automation) {
        return new AutomationView(
                automation.id(),
                automation.key(),
                automation.title(),
                automation.state().state(),
                automation.state().since(),
                automation.state().by(),
                automation.number(),
                flows.of(automation).json(),
                numbers.states(List.of(automation.id())).getOrDefault(automation.id(), Map.of()),
                numbers.steps(automation.id()),
                automation.createdAt(),
                automation.createdBy());
    }
}
