package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.GapLeft;

/** The recurring work around events: plans follow what changed, and what is due is put in line. */
@ApplicationScoped
public class ReminderRounds {

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
        var all = 0;
        for (var some = planning.plan(); some > 0; some = planning.plan()) {
            all += some;
        }
        for (var some = promotion.promote(); some > 0; some = promotion.promote()) {
            all += some;
        }
        return all;
    }

    /** What fell due in the gap of a restored database may have gone out from the one before. */
    @Transactional
    void leaveTheGap(@Observes GapLeft gap) {
        reminders.leaveWhatIsDue(clock.instant());
    }
}
