package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** How time passes in each association; what is asked of a calendar once it remembers, so make one for each round. */
@ApplicationScoped
class FlowCalendars {

    FlowCalendar of(Automation.Home home) {
        return of(home.organizationId(), home.zone());
    }

    FlowCalendar of(long organizationId, ZoneId zone) {
        Map<LocalDate, Boolean> known = new HashMap<>();
        return new FlowCalendar(zone, date -> known.computeIfAbsent(date, day -> closed(organizationId, day)));
    }

    private boolean closed(long organizationId, LocalDate day) {
        return false;
    }
}
