package se.ringstuga.jobs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** Every schedule on one page, with what came of it and a button for now. */
@Path("/o/{slug}/jobs")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class JobPages {

    @CheckedTemplate(basePath = "JobPages")
    static class Templates {
        static native TemplateInstance jobs(JobScreen page);

        static native TemplateInstance runs(RunsScreen page);

        private Templates() {}
    }

    private final JobWords words;
    private final JobOverview jobs;
    private final Access access;

    JobPages(JobWords words, JobOverview jobs, Access access) {
        this.words = words;
        this.jobs = jobs;
        this.access = access;
    }

    @GET
    @Requires(Permission.JOBS_RUN)
    @Operation(hidden = true)
    public TemplateInstance show(@RestQuery @Nullable String started, @RestQuery @Nullable String running) {
        return Templates.jobs(words.screen(said(started, running)));
    }

    @GET
    @Path("/{name}")
    @Requires(Permission.JOBS_RUN)
    @Operation(hidden = true)
    public TemplateInstance runs(@RestPath String name) {
        return Templates.runs(words.runs(jobs.one(name)));
    }

    @POST
    @Path("/{name}/run")
    @Requires(Permission.JOBS_RUN)
    @Operation(hidden = true)
    public Response run(@RestPath String name) {
        return Response.seeOther(UriBuilder.fromPath("/o/{slug}/jobs")
                        .queryParam(begun(name) ? "started" : "running", name)
                        .build(access.slug()))
                .build();
    }

    /** False when it is running already. */
    private boolean begun(String name) {
        try {
            jobs.start(name);
            return true;
        } catch (JobOverview.Running _) {
            return false;
        }
    }

    private @Nullable String said(@Nullable String started, @Nullable String running) {
        if (started != null && jobs.knows(started)) {
            return words.say().started(words.name(started));
        }
        return running != null && jobs.knows(running) ? words.say().ranAlready(words.name(running)) : null;
    }
}
