package se.ringstuga.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A SIGKILL that is to be.
 *
 * @param pauseMillis before it
 */
record Kill(Moment moment, int pauseMillis) {

    /** When it hits. */
    enum Moment {
        /** Whatever is going on. */
        ANY,
        /** The provider has a request of this instance and has not answered it. */
        IN_FLIGHT,
        /** The instance is reading the provider's list. */
        RECONCILING
    }

    /** One that was, by the clock of this machine. */
    record Done(long at, String victim) {}

    /** Those while messages are sent: half of them and more with requests in flight, the rest whenever; in an order of the seed's. */
    static List<Kill> whileSending(int kills, Random random) {
        var plan = new ArrayList<Kill>();
        for (int i = 0; i < kills; i++) {
            plan.add(new Kill(i % 3 == 0 ? Moment.ANY : Moment.IN_FLIGHT, 500 + random.nextInt(3_000)));
        }
        java.util.Collections.shuffle(plan, random);
        return plan;
    }

    static List<Kill> whileReconciling(int kills, Random random) {
        var plan = new ArrayList<Kill>();
        for (int i = 0; i < kills; i++) {
            plan.add(new Kill(Moment.RECONCILING, random.nextInt(500)));
        }
        return plan;
    }
}
