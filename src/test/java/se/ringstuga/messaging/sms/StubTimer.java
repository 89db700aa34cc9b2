package se.ringstuga.messaging.sms;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later, each on a thread of its own, so that no latency holds up another. */
final class StubTimer implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("stub-timer").factory());

    StubTimer() {
        clockwork.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void after(long millis, Runnable what) {
        if (millis <= 0) {
            Thread.startVirtualThread(what);
        } else if (!clockwork.isShutdown()) {
            var _ = clockwork.schedule(() -> Thread.startVirtualThread(what), millis, TimeUnit.MILLISECONDS);
        }
    }

    void every(long millis, Runnable what) {
        var _ = clockwork.scheduleWithFixedDelay(what, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
