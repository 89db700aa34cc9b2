package se.ringstuga.messaging;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does one round after the other for as long as the application runs. Whatever a round throws, an error of the
 * machine's too, is logged and rested upon. Should the thread end all the same, {@link #startAgain} brings it back.
 */
public final class Loop {

    /** A round never takes so long, unless something holds it. */
    static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private final String name;
    private final Round round;
    private final Duration rest;
    private final LongSupplier nanos;
    private volatile boolean running;
    private volatile long turnedAt;
    private volatile @Nullable Thread thread;

    /** Something to be done again and again; it rests by itself where there is nothing to do. */
    @FunctionalInterface
    public interface Round {
        void run() throws InterruptedException;
    }

    public Loop(String name, Round round) {
        this(name, round, REST, System::nanoTime);
    }

    /**
     * @param rest after a round that failed
     * @param nanos a clock that nobody sets
     */
    Loop(String name, Round round, Duration rest, LongSupplier nanos) {
        this.name = name;
        this.round = round;
        this.rest = rest;
        this.nanos = nanos;
    }

    String name() {
        return name;
    }

    synchronized void start() {
        running = true;
        turned();
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Does nothing where it was never to run, is to end, or runs. */
    synchronized void startAgain() {
        if (running && !isAlive()) {
            LOG.errorf("The thread %s has ended and is started again", name);
            start();
        }
    }

    /** The round under way is its last; not waited for. */
    public void end() {
        running = false;
    }

    void awaitEnd(Duration longest) throws InterruptedException {
        var ending = thread;
        if (ending != null) {
            ending.join(longest);
        }
    }

    /** Whether a round that is long should go on. */
    public boolean isToRun() {
        return running;
    }

    /** Also in the middle of a round that is long with good reason. */
    public void turned() {
        turnedAt = nanos.getAsLong();
    }

    /** How long nothing has turned. */
    Duration silence() {
        return Duration.ofNanos(nanos.getAsLong() - turnedAt);
    }

    /** Whether it does what it is there for, or is not meant to. */
    boolean turns() {
        return !running || (isAlive() && silence().compareTo(LONGEST_ROUND) < 0);
    }

    private boolean isAlive() {
        var current = thread;
        return current != null && current.isAlive();
    }

    private void run() {
        while (running) {
            try {
                round.run();
                turned();
            } catch (InterruptedException stopped) {
                return;
            } catch (Throwable failed) {
                LOG.errorf(failed, "A round of %s failed and is tried again", name);
                if (!rested()) {
                    return;
                }
            }
        }
    }

    private boolean rested() {
        try {
            TimeUnit.NANOSECONDS.sleep(rest.toNanos());
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
