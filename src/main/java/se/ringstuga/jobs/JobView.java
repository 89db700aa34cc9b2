package se.ringstuga.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recurring job and what came of it lately. Jobs work for the whole installation: what would tell of other trees than the
 * reader's is left out where there are several.
 *
 * @param everySeconds how often it works
 * @param everyInstance each instance does it for itself; the last one to write it down is shown
 * @param startedAt of the run under way, otherwise of the last one; null before the first
 * @param seconds how long the last run took
 * @param done rows, or whatever the job counts; null where it counts nothing or may not be told
 * @param failure of the last run: the class of the mistake
 * @param failedAt when one failed last
 * @param node where the last run was
 * @param nextAt when it is due; null before the first run and while it runs
 * @param runs the latest ones that did something, failed or were asked for; only of a single job
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record JobView(
        String name,
        long everySeconds,
        boolean everyInstance,
        boolean running,
        @Nullable Instant startedAt,
        @Nullable Double seconds,
        @Nullable Long done,
        @Nullable String failure,
        @Nullable Instant failedAt,
        @Nullable String node,
        @Nullable Instant nextAt,
        @Nullable List<Run> runs) {

    /** @param asked somebody wanted it, whether it was due or not */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Run(
            Instant startedAt,
            double seconds,
            @Nullable Long done,
            @Nullable String failure,
            @Nullable String node,
            boolean asked) {

        static Run of(JobRows.Past past, boolean all) {
            var result = past.result();
            return new Run(
                    result.startedAt(),
                    JobView.seconds(result.startedAt(), result.endedAt()),
                    all ? result.done() : null,
                    result.failure(),
                    all ? past.node() : null,
                    past.askedBy() != null);
        }
    }

    /** @param all whether everything may be told */
    static JobView of(Job job, JobRows.Standing standing, Instant now, boolean all) {
        var running = standing.running(now);
        var started = standing.startedAt();
        var ended = standing.endedAt();
        return new JobView(
                job.name(),
                job.every().toSeconds(),
                job.everyInstance(),
                running,
                started,
                started == null || ended == null || ended.isBefore(started) ? null : seconds(started, ended),
                all ? standing.done() : null,
                standing.failure(),
                standing.failedAt(),
                all ? standing.node() : null,
                running ? null : next(job, standing),
                null);
    }

    private static @Nullable Instant next(Job job, JobRows.Standing standing) {
        var started = standing.startedAt();
        if (started == null) {
            return null;
        }
        var looks = started.plus(job.looks());
        var due = standing.dueAt();
        return due == null || due.isBefore(looks) ? looks : due;
    }

    JobView with(List<Run> latest) {
        return new JobView(
                name,
                everySeconds,
                everyInstance,
                running,
                startedAt,
                seconds,
                done,
                failure,
                failedAt,
                node,
                nextAt,
                latest);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
