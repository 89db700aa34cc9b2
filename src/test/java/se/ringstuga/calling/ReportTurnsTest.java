package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReportTurnsTest {

    @Test
    void aReportThatWaitsForSomethingElseDoesNotHoldUpTheOthersForLong() throws Exception {
        var turns = new ReportTurns(1, Duration.ofMillis(20));
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var slow = new FutureTask<>(() -> turns.of(() -> {
            begun.countDown();
            awaited(end);
            return "slow";
        }));
        Thread.ofVirtual().start(slow);
        begun.await();

        assertThat(turns.of(() -> "other")).isEqualTo("other");
        end.countDown();
        assertThat(slow.get()).isEqualTo("slow");
        assertThat(turns.of(() -> "next")).isEqualTo("next");
    }

    @Test
    void aReportThatFailsGivesItsTurnBack() {
        var turns = new ReportTurns(1, Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            try {
                turns.of(() -> {
                    throw new IllegalStateException("no");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("no");
            }
        }

        assertThat(turns.of(() -> "next")).isEqualTo("next");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
