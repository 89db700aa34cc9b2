package se.ringstuga.jobs;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.common.runtime.util.SchedulerUtils;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;

/**
 * A recurring job, as {@link Schedules} declares it.
 *
 * @param looks how often it is fired
 * @param works how often it does something, where that is more rarely
 * @param everyInstance each instance does it for itself
 */
record Job(String name, Duration looks, Optional<Duration> works, boolean everyInstance, Method method) {

    static Job of(Method method) {
        var scheduled = method.getAnnotation(Scheduled.class);
        return new Job(
                scheduled.identity(),
                duration(scheduled.every()),
                Optional.ofNullable(method.getAnnotation(Rarely.class)).map(rarely -> duration(rarely.value())),
                scheduled.executeWith().equals(Scheduled.SIMPLE),
                method);
    }

    Duration every() {
        return works.orElse(looks);
    }

    private static Duration duration(String written) {
        return DurationConverter.parseDuration(SchedulerUtils.lookUpPropertyValue(written));
    }
}
