package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.ringstuga.MovableClock;

/** What may be a moment old is worked out once for all who ask. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LatelyTest {

    private final MovableClock clock = new MovableClock();
    private final Lately<String, Integer> lately = new Lately<>(2, Duration.ofSeconds(2), clock);
    private final AtomicInteger worked = new AtomicInteger();

    private int ask(String key) {
        return lately.get(key, worked::incrementAndGet);
    }

    @Test
    void itIsWorkedOutAnewWhenItIsTooOld() {
        assertThat(ask("a")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(2));
        assertThat(ask("a")).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));

        assertThat(ask("a")).isEqualTo(2);
    }

    @Test
    void ofTooManyThoseGoThatWereAskedForLeastLately() {
        ask("a");
        ask("b");
        ask("a");
        ask("c");

        assertThat(ask("a")).isEqualTo(1);
        assertThat(ask("b")).isEqualTo(4);
    }

    @Test
    void manyAtTheSameMomentAreOneWorkAndTheOthersDoNotWait() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var viewers = Executors.newVirtualThreadPerTaskExecutor()) {
            viewers.execute(() -> lately.get("a", () -> {
                begun.countDown();
                await(finish);
                return worked.incrementAndGet();
            }));
            begun.await();
            for (int i = 0; i < 20; i++) {
                viewers.execute(() -> ask("a"));
            }
            assertThat(ask("b")).isEqualTo(1);
            finish.countDown();
        }

        assertThat(worked).hasValue(2);
    }

    @Test
    void whatFailedIsTriedAgain() {
        assertThatThrownBy(() -> lately.get("a", () -> {
                    throw new IllegalStateException("thrown on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ask("a")).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
