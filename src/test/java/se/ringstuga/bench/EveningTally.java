package se.ringstuga.bench;

import java.util.ArrayList;
import java.util.List;

/** What forty callers and two walls saw together. */
final class EveningTally {

    private final List<Double> claimMillis = new ArrayList<>();
    private final List<Double> lagSeconds = new ArrayList<>();
    private final List<Long> reportedAt = new ArrayList<>();
    private int errors;
    private String firstError = "";

    synchronized void claimed(double millis) {
        claimMillis.add(millis);
    }

    /** A report has been taken: from now on a wall should show so many. */
    synchronized void reported() {
        reportedAt.add(System.nanoTime());
    }

    /**
     * A wall shows another figure than before.
     *
     * @param before what it showed until now
     */
    synchronized void shown(int before, int now) {
        for (int i = before; i < Math.min(now, reportedAt.size()); i++) {
            lagSeconds.add(Math.max(0, System.nanoTime() - reportedAt.get(i)) / 1e9);
        }
    }

    synchronized void failed(String what) {
        errors++;
        if (firstError.isEmpty()) {
            firstError = what;
        }
    }

    synchronized int errors() {
        return errors;
    }

    synchronized String firstError() {
        return firstError;
    }

    synchronized List<Double> claimMillis() {
        return List.copyOf(claimMillis);
    }

    synchronized List<Double> lagSeconds() {
        return List.copyOf(lagSeconds);
    }

    /** When everybody stops; not before it has been said. */
    static final class Until {

        private volatile long nanos = Long.MAX_VALUE;

        void in(int seconds) {
            nanos = System.nanoTime() + seconds * 1_000_000_000L;
        }

        boolean over() {
            return nanos != Long.MAX_VALUE && System.nanoTime() - nanos > 0;
        }
    }
}
