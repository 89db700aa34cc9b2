package se.ringstuga.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.quartz.runtime.QuartzSchedulerImpl;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Instances that start together write their recurring jobs one after another. */
@QuarkusTest
class StartTurnTest {

    private static final StartupEvent START = new StartupEvent();

    @Inject
    DataSource database;

    @Test
    void theSecondWaitsUntilTheJobsOfTheFirstStand() throws Exception {
        var first = new StartTurn(database);
        var second = new StartTurn(database);
        first.take(START);
        var waiting = CompletableFuture.runAsync(() -> second.take(START));
        try {
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        } finally {
            first.give(START);
            waiting.get(10, TimeUnit.SECONDS);
            second.give(START);
        }
    }

    @Test
    void theTurnIsHeldWhileTheSchedulerStarts() throws Exception {
        var scheduler = priority(QuartzSchedulerImpl.class, "start");
        assertThat(priority(StartTurn.class, "take")).isLessThan(scheduler);
        assertThat(priority(StartTurn.class, "give")).isGreaterThan(scheduler);
    }

    private static int priority(Class<?> observer, String method) throws NoSuchMethodException {
        var event = observer.getDeclaredMethod(method, StartupEvent.class).getParameters()[0];
        return event.getAnnotation(Priority.class).value();
    }
}
