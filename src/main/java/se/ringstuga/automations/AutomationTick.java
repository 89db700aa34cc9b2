package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import se.ringstuga.database.SqlFailed;
import se.ringstuga.fence.Fence;

/**
 * Lets in who has come, and does what is due. It may run twice, late, or on several instances at once: whom somebody else has in
 * hand is passed by, and what was done is done. How much it does at a time is bounded; the next tick goes on.
 */
@ApplicationScoped
public class AutomationTick {

    private static final Logger LOG = Logger.getLogger(AutomationTick.class);
    private static final int MOST_AUTOMATIONS = 50;
    private static final int MOST_TURNS = 100;

    private final Automations automations;
    private final EntryRound entries;
    private final StepTurn turn;
    private final Turns turns;
    private final Failures failures;
    private final FlowCalendars calendars;
    private final Fence fence;
    private final Clock clock;

    AutomationTick(
            Automations automations,
            EntryRound entries,
            StepTurn turn,
            Turns turns,
            Failures failures,
            FlowCalendars calendars,
            Fence fence,
            Clock clock) {
        this.automations = automations;
        this.entries = entries;
        this.turn = turn;
        this.turns = turns;
        this.failures = failures;
        this.calendars = calendars;
        this.fence = fence;
        this.clock = clock;
    }

    /** Says how many people came in or had their turn: none while this database may not act. */
    public int run() {
        if (!fence.mayAct()) {
            return 0;
        }
        return letIn() + goOn();
    }

    private int letIn() {
        var in = 0;
        for (var automation : toLook()) {
            try {
                in += entries.look(automation.id());
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "automation %d is looked at again", automation.id());
            }
        }
        return in;
    }

    /** Steps follow on one another at once where nothing is waited for. What cannot be done at this moment waits for the next tick. */
    private int goOn() {
        var done = 0;
        var left = MOST_TURNS;
        var putOff = new HashSet<Long>();
        var due = withDue();
        while (!due.isEmpty() && left > 0) {
            var before = done;
            for (var automation : due) {
                left--;
                done += turn(automation, putOff);
            }
            due = done == before ? List.of() : without(putOff, withDue());
        }
        return done;
    }

    private static List<Automation> without(Set<Long> putOff, List<Automation> due) {
        return due.stream()
                .filter(automation -> !putOff.contains(automation.id()))
                .toList();
    }

    private int turn(Automation automation, Set<Long> putOff) {
        var calendar = calendars.of(automation.home());
        var now = clock.instant();
        if (calendar.rests(now)) {
            postpone(automation, now, calendar.open(now));
            return 0;
        }
        try {
            return turn.take(automation, calendar);
        } catch (StepTurn.Failed failed) {
            if (!SqlFailed.passes(failed)) {
                return oneByOne(automation, calendar, failed.enrolments());
            }
            LOG.warnf(failed, "automation %d goes on a moment later", automation.id());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "automation %d is tried again", automation.id());
        }
        putOff.add(automation.id());
        return 0;
    }

    private int oneByOne(Automation automation, FlowCalendar calendar, List<Long> enrolments) {
        var done = 0;
        var failed = new ArrayList<Long>();
        for (var enrolment : enrolments) {
            try {
                done += turn.alone(automation, calendar, enrolment);
            } catch (RuntimeException failure) {
                failed.addAll(failed(enrolment, failure));
            }
        }
        if (!failed.isEmpty()) {
            failures.tell(automation, failed);
        }
        return done;
    }

    /** The same, where it stands still from now on; where the moment is to blame it is due as before. */
    private List<Long> failed(long enrolment, RuntimeException failure) {
        if (SqlFailed.passes(failure)) {
            LOG.warnf(failure, "enrolment %d goes on a moment later", enrolment);
            return List.of();
        }
        LOG.errorf(failure, "enrolment %d stands still, since its step failed", enrolment);
        failures.fail(enrolment);
        return List.of(enrolment);
    }

    @Transactional
    List<Automation> toLook() {
        return automations.toLook(clock.instant(), MOST_AUTOMATIONS);
    }

    @Transactional
    List<Automation> withDue() {
        return automations.withDue(clock.instant(), MOST_AUTOMATIONS);
    }

    @Transactional
    void postpone(Automation automation, Instant now, Instant until) {
        turns.postpone(automation, now, until);
    }
}
