package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.automations.Turnout.State;
import se.ringstuga.http.Conflict;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What staff and tools do about single people in an automation; every look at them is in the access log. */
@ApplicationScoped
class EnrolledPeople {

    private final AutomationEditing editing;
    private final Enrolments enrolments;
    private final Flows flows;
    private final FlowCalendars calendars;
    private final TakingIn takingIn;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    EnrolledPeople(
            AutomationEditing editing,
            Enrolments enrolments,
            Flows flows,
            FlowCalendars calendars,
            TakingIn takingIn,
            Access access,
            AccessLog accessLog,
            Clock clock) {
        this.editing = editing;
        this.enrolments = enrolments;
        this.flows = flows;
        this.calendars = calendars;
        this.takingIn = takingIn;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    Page<EnrolmentView> page(long automation, @Nullable State state, @Nullable String step, PageRequest request) {
        editing.get(automation);
        var page = enrolments.page(viewer(automation), state, step, request);
        log("automation.people", automation, page.items());
        return page;
    }

    EnrolmentView get(long automation, long id) {
        return logged("automation.person", automation, id);
    }

    private EnrolmentView logged(String action, long automation, long id) {
        var found = enrolments.find(viewer(automation), id).orElseThrow(NotFound::new);
        log(action, automation, List.of(found));
        return found;
    }

    /**
     * One of so many that may be taken in within 24 hours, where the automation sends something (rule 23).
     *
     * @throws AlreadyIn when they are or were in it
     */
    EnrolmentView enter(long id, long personId) {
        var automation = editing.lock(id);
        if (!automation.isRunning()) {
            throw new AutomationConflict(automation.state().state(), "Nobody comes in unless it is switched on.");
        }
        enrolments.ofPerson(viewer(id), personId).ifPresent(known -> {
            throw new AlreadyIn(known);
        });
        var flow = flows.of(automation);
        takingIn.requireOne(automation, flow.flow());
        var first = flow.course().first(false).orElseThrow();
        var today = calendars.of(automation.home()).date(clock.instant());
        var made = enrolments
                .enter(automation, new Enrolments.Newcomer(personId, first, today), editing.stamp())
                .orElseThrow(() ->
                        new InvalidInput("personId", "there is no person " + personId + " here who can be in it"));
        return logged("automation.entered", id, made);
    }

    void leave(long automation, long id) {
        logged("automation.taken-out", automation, id);
        enrolments.end(automation, id, "TAKEN_OUT", clock.instant());
    }

    EnrolmentView tryAgain(long automation, long id) {
        var found = logged("automation.again", automation, id);
        if (!enrolments.tryAgain(automation, id, clock.instant())) {
            throw new NotFailed(found.state());
        }
        return enrolments.find(viewer(automation), id).orElseThrow(NotFound::new);
    }

    /** Also those whom the caller may not see: it is the step that is tried again. */
    int tryAllAgain(long automation) {
        editing.lock(automation);
        accessLog.record("automation.all-again", "automation:" + automation, List.of());
        return enrolments.tryAllAgain(automation, clock.instant());
    }

    private Enrolments.Viewer viewer(long automation) {
        return new Enrolments.Viewer(access.organizationId(), automation, access.administrator());
    }

    private void log(String action, long automation, List<EnrolmentView> seen) {
        accessLog.record(
                action,
                "automation:" + automation,
                seen.stream().map(EnrolmentView::personId).toList());
    }

    /** 409: each person is in an automation once. */
    static final class AlreadyIn extends Conflict {

        AlreadyIn(Enrolments.Known known) {
            super("already-enrolled", "The person is or was in it", "Each person passes an automation once.");
            with("enrolmentId", known.id());
            with("state", known.state().name());
        }
    }

    /** 409: there is nothing to be tried again. */
    static final class NotFailed extends Conflict {

        NotFailed(State state) {
            super("not-failed", "There is nothing to try again", "Only a step that failed is tried again.");
            with("state", state.name());
        }
    }
}
