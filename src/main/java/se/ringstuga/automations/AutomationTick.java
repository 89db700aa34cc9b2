package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
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
    private final FlowCalendars calendars;
    private final Fence fence;
    private final Clock clock;

    AutomationTick(
            Automations automations,
            EntryRound entries,
            StepTurn turn,
            Turns turns,
            FlowCalendars calendars,
            Fence fence,
            Clock clock) {
        this.automations = automations;
        this.entries = entries;
        this.turn = turn;
        this.turns = turns;
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

    /** Steps follow on one another at once where nothing is waited for. */
    private int goOn() {
        var done = 0;
        var left = MOST_TURNS;
        var due = withDue();
        while (!due.isEmpty() && left > 0) {
            var before = done;
            for (var automation : due) {
                left--;
                done += turn(automation);
            }
            due = done == before ? List.of() : withDue();
        }
        return done;
    }

    private int turn(Automation automation) {
        var calendar = calendars.of(automation.home());
        var now = clock.instant();
        if (calendar.rests(now)) {
            postpone(automation, now, calendar.open(now));
            return 0;
        }
        try {
            return turn.take(automation, calendar);
        } catch (StepTurn.Failed failed) {
            return oneByOne(automation, calendar, failed.enrolments());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "automation %d is tried again", automation.id());
            return 0;
        }
    }

    private int oneByOne(Automation automation, FlowCalendar calendar, List<Long> enrolments) {
        var done = 0;
        for (var enrolment : enrolments) {
            try {
                done += turn.alone(automation, calendar, enrolment);
            } catch (RuntimeException failure) {
                turn.fail(enrolment, failure);
            }
        }
        return done;
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
