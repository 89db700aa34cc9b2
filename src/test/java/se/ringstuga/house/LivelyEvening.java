package se.ringstuga.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.ringstuga.MovableClock;
import se.ringstuga.calling.Browser;
import se.ringstuga.calling.CallReport;
import se.ringstuga.calling.CallScope;
import se.ringstuga.calling.Callers;
import se.ringstuga.calling.Claims;
import se.ringstuga.calling.JoinResult;
import se.ringstuga.calling.NewCaller;
import se.ringstuga.calling.Reports;
import se.ringstuga.demo.DemoFixtures;

/** An hour of calls by five volunteers, on the clock of the test. */
@ApplicationScoped
class LivelyEvening {

    private static final List<Integer> PACE = List.of(1, 2, 2, 3, 2, 3);

    @Inject
    DemoFixtures demo;

    @Inject
    Callers callers;

    @Inject
    Claims claims;

    @Inject
    Reports reports;

    @Inject
    MovableClock clock;

    /** @param session of somebody who is in already */
    void callTheWholeEvening(long assignment, String session) {
        var organizer = callers.session(session).orElseThrow();
        var phones = new ArrayList<CallScope>();
        for (var name : List.of("Kalle", "Mona", "Rolf", "Siv", "Åke")) {
            phones.add(comesIn(CallScope.of(organizer.organizationId(), organizer.actor()), assignment, name));
        }
        var went = demo.reports();
        var call = 0;
        for (int calls : PACE) {
            for (int i = 0; i < calls; i++) {
                calls(phones.get(call % phones.size()), assignment, went.apply(call));
                call++;
            }
            clock.advance(Duration.ofMinutes(9));
        }
        phones.stream().limit(3).forEach(phone -> claims.dialled(phone, claimed(phone, assignment)));
        clock.advance(Duration.ofMinutes(4));
        claimed(phones.get(3), assignment);
    }

    private CallScope comesIn(CallScope organizer, long assignment, String name) {
        var link = callers.create(organizer, assignment, new NewCaller(name)).joinLink();
        var joined = callers.join(link.substring(link.lastIndexOf('/') + 1), new Browser(name, null));
        return callers.session(((JoinResult.Joined) joined).session()).orElseThrow();
    }

    private long claimed(CallScope phone, long assignment) {
        return claims.claim(phone, assignment, phone.caller()).claim().id();
    }

    private void calls(CallScope phone, long assignment, CallReport report) {
        var claim = claimed(phone, assignment);
        claims.dialled(phone, claim);
        reports.report(phone, claim, report);
    }
}
