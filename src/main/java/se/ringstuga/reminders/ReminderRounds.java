package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.GapLeft;

/** The recurring work around events: plans follow what changed, and what is due is put in line. */
@ApplicationScoped
public class ReminderRounds {

    private static final Logger LOG = Logger.getLogger(ReminderRounds.class);

    private final Planning planning;
    private final Promotion promotion;
    private final Reminders reminders;
    private final Fence fence;
    private final Clock clock;

    ReminderRounds(Planning planning, Promotion promotion, Reminders reminders, Fence fence, Clock clock) {
        this.planning = planning;
        this.promotion = promotion;
        this.reminders = reminders;
        this.fence = fence;
        this.clock = clock;
    }

    /** Until nothing is left to do; says how much there was. A restored database waits until somebody has looked. */
    public int run() {
        if (!fence.mayAct()) {
            return 0;
        }
        return untilNothingIsLeft(this::planned) + untilNothingIsLeft(this::promoted);
    }

    private static int untilNothingIsLeft(IntSupplier work) {
        var all = 0;
        for (var some = work.getAsInt(); some > 0; some = work.getAsInt()) {
            all += some;
        }
        return all;
    }

    private int planned() {
        try {
            return planning.plan();
        } catch (RuntimeException failure) {
            LOG.warn("plans could not follow what changed, and follow it one by one", failure);
            return planning.waiting().stream()
                    .mapToInt(news ->
                            alone(() -> planning.plan(news), () -> planning.putOff(news), "what changed of " + news))
                    .sum();
        }
    }

    private int promoted() {
        try {
            return promotion.promote();
        } catch (RuntimeException failure) {
            LOG.warn("reminders could not be put in line, and are one plan after the other", failure);
            return promotion.due().stream()
                    .mapToInt(plan ->
                            alone(() -> promotion.promote(plan), () -> promotion.putOff(plan), "reminder plan " + plan))
                    .sum();
        }
    }

    /** One that fails keeps no other waiting. */
    private static int alone(Runnable work, Runnable putOff, String what) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "%s is put off", what);
            putOff.run();
        }
        return 1;
    }

    /** What fell due in the gap of a restored database may have gone out from the one before. */
    @Transactional
    void leaveTheGap(@Observes GapLeft gap) {
        reminders.leaveWhatIsDue(clock.instant());
    }
}
