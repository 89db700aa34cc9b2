package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import se.ringstuga.organizations.ClosedDays;

/** How time passes in each association. */
@ApplicationScoped
class FlowCalendars {

    private final ClosedDays closedDays;

    FlowCalendars(ClosedDays closedDays) {
        this.closedDays = closedDays;
    }

    FlowCalendar of(Automation.Home home) {
        return new FlowCalendar(closedDays.calendar(home.organizationId()));
    }
}
