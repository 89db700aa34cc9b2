package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.automations.ActivationChoice.Existing;
import se.ringstuga.automations.Automation.State;
import se.ringstuga.http.Conflict;

/** The switches of an automation: on, pause and the kill switch. Everything happens in the caller's transaction. */
@ApplicationScoped
class Activation {

    private static final int SHOWN = 20;

    private final AutomationEditing editing;
    private final Automations automations;
    private final Enrolments enrolments;
    private final Entries entries;
    private final EntryOutlook outlook;
    private final TakingIn takingIn;
    private final Flows flows;
    private final FlowCalendars calendars;
    private final OwnThings own;
    private final SendingSteps sending;
    private final Notices notices;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    Activation(
            AutomationEditing editing,
            Automations automations,
            Enrolments enrolments,
            Entries entries,
            EntryOutlook outlook,
            TakingIn takingIn,
            Flows flows,
            FlowCalendars calendars,
            OwnThings own,
            SendingSteps sending,
            Notices notices,
            Access access,
            AccessLog accessLog,
            Clock clock) {
        this.editing = editing;
        this.automations = automations;
        this.enrolments = enrolments;
        this.entries = entries;
        this.outlook = outlook;
        this.takingIn = takingIn;
        this.flows = flows;
        this.calendars = calendars;
        this.own = own;
        this.sending = sending;
        this.notices = notices;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * What switching on would do.
     *
     * @param ahead who fits now, and what they would be sent first
     * @param people some of them
     * @param makes the titles of what would be made because nobody has chosen any
     * @param standing whether whoever looks may take them in
     */
    record Preview(
            EntryOutlook.Ahead ahead,
            List<Entries.Somebody> people,
            List<OwnThings.Wanted> makes,
            TakingIn.Standing standing) {}

    /** Nothing is stored but that somebody looked. */
    Preview preview(Automation automation) {
        var flow = flows.of(automation).flow();
        var entrance = everybody(automation, flow, clock.instant());
        var people = entries.some(entrance, SHOWN);
        var ahead = outlook.of(entrance);
        accessLog.record(
                "automation.preview",
                "automation:" + automation.id(),
                people.stream().map(Entries.Somebody::personId).toList());
        return new Preview(ahead, people, own.wanted(automation, flow), takingIn.standing(automation, flow, ahead));
    }

    private Entries.Entrance everybody(Automation automation, Flow flow, Instant now) {
        return new Entries.Entrance(automation, flow, Since.ever(now, calendars.of(automation.home())));
    }

    /**
     * That it is switched on for more people than whoever wants it may decide about alone: another organizer is to do it.
     *
     * @throws AutomationConflict when it is on
     */
    Automation ask(long id) {
        var automation = editing.lock(id);
        requireOff(automation);
        var asked = automation.asked();
        if (asked == null || !asked.by().equals(access.actor().toString())) {
            automations.ask(id, editing.stamp());
            notices.tellOrganizers(
                    access.organizationId(),
                    new Notice(Notice.Kind.AUTOMATION_WAITS, "automation:" + id, Map.of("title", automation.title())));
        }
        return editing.get(id);
    }

    /**
     * Switches it on, and makes what it needs.
     *
     * @throws AutomationConflict when it is on
     * @throws Conflict when it takes another organizer, or money, to take in those who fit already
     * @throws OtherCount when not so many fit as whoever switches it on has seen
     */
    Automation activate(long id, ActivationChoice choice) {
        var existing = choice.checkedExisting();
        var automation = editing.lock(id);
        requireOff(automation);
        var flow = flows.of(automation).flow();
        var now = clock.instant();
        if (existing == Existing.ENROL) {
            takingIn.require(automation, flow, outlook.of(everybody(automation, flow, now)));
        }
        own.make(automation, flow, access.actor());
        automations.activate(id, existing == Existing.ENROL ? Since.EVER : now, editing.stamp());
        if (existing == Existing.ENROL) {
            enrol(automation, flow, Objects.requireNonNull(choice.count()), now);
        }
        return editing.get(id);
    }

    private static void requireOff(Automation automation) {
        if (automation.is(State.ON) || automation.is(State.PAUSED)) {
            throw new AutomationConflict(automation.state().state(), "It is switched on already.");
        }
    }

    private void enrol(Automation automation, Flow flow, long count, Instant now) {
        var admission = Entries.Admission.bySomebody(now, now, access.actor().toString());
        var in = entries.enrol(everybody(automation, flow, now), admission);
        if (in.entered() != count) {
            throw new OtherCount(in.entered());
        }
    }

    /** 409: not so many fit any more as the preview said; nothing was done. */
    static final class OtherCount extends Conflict {

        OtherCount(long matching) {
            super(
                    "other-count",
                    "Not so many fit as you have seen",
                    "Look at the preview again: " + matching + " would come in now.");
            with("matching", matching);
        }
    }

    /** Time stands still in it until it is resumed; what is in line to be sent waits. */
    Automation pause(long id) {
        var automation = editing.lock(id);
        if (!automations.pause(id, editing.stamp())) {
            throw new AutomationConflict(automation.state().state(), "Only what is switched on can be paused.");
        }
        enrolments.pause(id);
        return editing.get(id);
    }

    /**
     * What was ahead of people is as far ahead of them as before, and what waits in line has as much time left; what became too
     * old in the pause is not sent any more.
     */
    Automation resume(long id) {
        var automation = editing.lock(id);
        if (!automations.resume(id, editing.stamp())) {
            throw new AutomationConflict(automation.state().state(), "Only what is paused can be resumed.");
        }
        var paused = Duration.between(Objects.requireNonNull(automation.state().since()), clock.instant());
        enrolments.resume(id, paused);
        sending.prolong(automation, paused);
        return editing.get(id);
    }

    /** The kill switch: everybody leaves at once, and what waits to be sent is not sent. Pulled twice it is pulled once. */
    Automation stop(long id) {
        editing.lock(id);
        if (automations.stop(id, editing.stamp())) {
            enrolments.endAll(id, "STOPPED_BY_HAND", clock.instant());
        }
        return editing.get(id);
    }
}
