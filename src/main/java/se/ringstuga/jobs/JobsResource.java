package se.ringstuga.jobs;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Page;

/** The recurring jobs of the installation. */
@Path("/api/organizations/{slug}/jobs")
@RunOnVirtualThread
@Tag(name = "Jobs")
class JobsResource {

    private final JobOverview jobs;

    JobsResource(JobOverview jobs) {
        this.jobs = jobs;
    }

    @GET
    @Requires(Permission.JOBS_RUN)
    @Operation(summary = "All recurring jobs: last run, duration, what was done, failure, and when each is due next")
    public Page<JobView> list() {
        return new Page<>(jobs.all(), null);
    }

    @GET
    @Path("/{name}")
    @Requires(Permission.JOBS_RUN)
    @Operation(summary = "A job with its latest runs that did something")
    public JobView get(@PathParam("name") String name) {
        return jobs.one(name);
    }

    @POST
    @Path("/{name}/runs")
    @Requires(Permission.JOBS_RUN)
    @Operation(summary = "Run it now: 202 when it is begun, 409 while it is running")
    public RestResponse<JobView> run(@PathParam("name") String name) {
        jobs.start(name);
        return RestResponse.status(RestResponse.Status.ACCEPTED, jobs.one(name));
    }
}
