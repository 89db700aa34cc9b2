package se.ringstuga.jobs;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Around every scheduled method: lets it run only where nobody else runs it, and writes down what came of it. */
@Interceptor
@Recorded
@Priority(Interceptor.Priority.APPLICATION)
class RecordedRuns {

    private final JobRuns runs;

    RecordedRuns(JobRuns runs) {
        this.runs = runs;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        if (!call.getMethod().isAnnotationPresent(Scheduled.class)) {
            return call.proceed();
        }
        var job = Job.of(call.getMethod());
        if (job.everyInstance()) {
            runs.here(job, call::proceed);
        } else {
            runs.once(job, call::proceed);
        }
        return null;
    }
}
