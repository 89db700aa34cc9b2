package se.ringstuga.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.http.Conflict;
import se.ringstuga.http.NotFound;
import se.ringstuga.organizations.Organizations;

/** What staff and tools see of the jobs, and how they start one; for pages and API alike. */
@ApplicationScoped
class JobOverview {

    private final JobList list;
    private final JobRows rows;
    private final Organizations organizations;
    private final AccessLog accessLog;
    private final Access access;
    private final Clock clock;

    JobOverview(
            JobList list, JobRows rows, Organizations organizations, AccessLog accessLog, Access access, Clock clock) {
        this.list = list;
        this.rows = rows;
        this.organizations = organizations;
        this.accessLog = accessLog;
        this.access = access;
        this.clock = clock;
    }

    List<JobView> all() {
        var standing = standing();
        var everything = organizations.onlyOneTree();
        return list.all().stream()
                .map(job -> JobView.of(
                        job, standing.getOrDefault(job.name(), JobRows.Standing.NEVER), clock.instant(), everything))
                .toList();
    }

    boolean knows(String name) {
        return list.find(name).isPresent();
    }

    JobView one(String name) {
        var job = list.find(name).orElseThrow(NotFound::new);
        var everything = organizations.onlyOneTree();
        var standing = standing().getOrDefault(name, JobRows.Standing.NEVER);
        return JobView.of(job, standing, clock.instant(), everything)
                .with(rows.runs(job).stream()
                        .map(past -> JobView.Run.of(past, everything))
                        .toList());
    }

    /**
     * Runs it now, on this instance, whether it is due or not; the answer does not wait for it.
     *
     * @throws Running when it is running already: it is not run twice
     */
    void start(String name) {
        var job = list.find(name).orElseThrow(NotFound::new);
        var actor = access.actor().toString();
        QuarkusTransaction.requiringNew().run(() -> {
            if (!job.everyInstance() && !rows.ask(job, actor, clock.instant())) {
                throw new Running(name);
            }
            accessLog.record("job.started", "job:" + name, List.of());
        });
        Thread.ofVirtual().name("job-" + name).start(() -> list.run(job));
    }

    private Map<String, JobRows.Standing> standing() {
        return rows.all().stream().collect(Collectors.toMap(JobRows.Standing::name, Function.identity()));
    }

    /** 409: somebody is running it at this moment. */
    static final class Running extends Conflict {
        Running(String name) {
            super("job-running", "The job is running", "It is not run twice at once; ask again when it has ended.");
            with("state", "RUNNING");
            with("job", name);
        }
    }
}
