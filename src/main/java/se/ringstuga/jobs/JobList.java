package se.ringstuga.jobs;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** All jobs, read from the annotations of {@link Schedules}: what stands there is what there is. */
@ApplicationScoped
class JobList {

    private static final Logger LOG = Logger.getLogger(JobList.class);

    private final Instance<Object> beans;
    private final List<Job> jobs;

    JobList(@Any Instance<Object> beans) {
        this.beans = beans;
        this.jobs = Arrays.stream(Schedules.class.getDeclaredClasses())
                .flatMap(group -> Arrays.stream(group.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Scheduled.class))
                .map(Job::of)
                .sorted(Comparator.comparing(Job::name))
                .toList();
    }

    List<Job> all() {
        return jobs;
    }

    Optional<Job> find(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** Runs it as its schedule would; a failure is written down and logged, as there. */
    void run(Job job) {
        try {
            job.method().setAccessible(true);
            job.method().invoke(beans.select(job.method().getDeclaringClass()).get());
        } catch (InvocationTargetException failed) {
            LOG.errorf(failed.getCause(), "The job %s failed", job.name());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
