package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step for everybody whose turn it is, in a transaction of its own: either all of it happened, or nothing. */
@ApplicationScoped
class StepTurn {

    private final Turns turns;
    private final Flows flows;
    private final Steps steps;
    private final Clock clock;

    StepTurn(Turns turns, Flows flows, Steps steps, Clock clock) {
        this.turns = turns;
        this.flows = flows;
        this.steps = steps;
        this.clock = clock;
    }

    /** Something went wrong for one of them at least; nothing was done. */
    static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<Long> enrolments;

        Failed(List<Long> enrolments, RuntimeException cause) {
            super(cause);
            this.enrolments = enrolments;
        }

        List<Long> enrolments() {
            return enrolments;
        }
    }

    /**
     * Takes those whose turn it is and does what is to be done.
     *
     * @return how many they were; none when nothing is due or another instance has them
     * @throws Failed when it cannot be done for all of them
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int take(Automation automation, FlowCalendar calendar) {
        return take(automation, calendar, null);
    }

    /** The same for one alone, so that what goes wrong for one goes right for the others. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int alone(Automation automation, FlowCalendar calendar, long enrolment) {
        return take(automation, calendar, enrolment);
    }

    private int take(Automation automation, FlowCalendar calendar, @Nullable Long only) {
        var now = clock.instant();
        var due = turns.take(automation, calendar, now, only);
        if (due.isEmpty()) {
            return 0;
        }
        var head = due.getFirst();
        var batch =
                new Batch(automation, flows.of(automation.id(), head.version()).course(), calendar, now, due);
        try {
            perform(batch);
        } catch (RuntimeException failure) {
            throw new Failed(due.stream().map(Due::id).toList(), failure);
        }
        return due.size();
    }

    private void perform(Batch batch) {
        var step = batch.step().orElseThrow(() -> new IllegalStateException("there is no such step"));
        var people = new ArrayList<Due>();
        var turnouts = new ArrayList<Turnout>();
        var present = new ArrayList<Due>();
        for (var who : batch.people()) {
            aside(batch, who)
                    .ifPresentOrElse(
                            turnout -> {
                                people.add(who);
                                turnouts.add(turnout);
                            },
                            () -> present.add(who));
        }
        if (!present.isEmpty()) {
            people.addAll(present);
            turnouts.addAll(steps.perform(batch.of(present), step));
        }
        turns.write(step.getClass().getSimpleName().toLowerCase(Locale.ROOT), people, turnouts, batch.now());
    }

    /** Whoever is not to be here any more, and whoever has been through this step in another version. */
    private static Optional<Turnout> aside(Batch batch, Due who) {
        var gone = who.gone();
        if (gone != null) {
            return Optional.of(new Turnout.Leaves(gone));
        }
        return who.passed() ? Optional.of(batch.goesOn(who, null)) : Optional.empty();
    }
}
