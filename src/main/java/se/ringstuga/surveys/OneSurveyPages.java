package se.ringstuga.surveys;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageRequest;

/** A survey's results, and what can be done with it. */
@Path("/o/{slug}/surveys/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneSurveyPages {

    @CheckedTemplate(basePath = "OneSurveyPages")
    static class Templates {
        static native TemplateInstance results(ResultScreen survey);

        static native TemplateInstance texts(TextsScreen texts);

        static native TemplateInstance cross(CrossScreen cross);

        private Templates() {}
    }

    private final Surveys surveys;
    private final ResultScreens screens;
    private final AnswerScreens answers;
    private final Access access;
    private final Clock clock;

    OneSurveyPages(Surveys surveys, ResultScreens screens, AnswerScreens answers, Access access, Clock clock) {
        this.surveys = surveys;
        this.screens = screens;
        this.answers = answers;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.SURVEYS_READ)
    @Operation(hidden = true)
    public TemplateInstance results(@RestPath long id) {
        return Templates.results(screens.of(surveys.found(access.organizationId(), id)));
    }

    @GET
    @Path("/texts")
    @Transactional
    @Requires(Permission.SURVEYS_READ)
    @Operation(hidden = true)
    public TemplateInstance texts(@RestPath long id, @RestQuery long question, @BeanParam PageRequest request) {
        return Templates.texts(answers.texts(surveys.found(access.organizationId(), id), question, request));
    }

    @GET
    @Path("/cross")
    @Transactional
    @Requires(Permission.SURVEYS_READ)
    @Operation(hidden = true)
    public TemplateInstance cross(@RestPath long id, @RestQuery long row, @RestQuery long column) {
        return Templates.cross(answers.cross(surveys.found(access.organizationId(), id), row, column));
    }

    @POST
    @Path("/do/{what}")
    @Transactional
    @Requires(Permission.SURVEYS_WRITE)
    @Operation(hidden = true)
    public Response act(@RestPath long id, @RestPath String what) {
        var survey = surveys.own(access.organizationId(), id);
        switch (what) {
            case "closure" -> survey.close(access.actor(), clock.instant());
            case "reopening" -> survey.reopen();
            default -> throw new NotFound();
        }
        return Response.seeOther(URI.create("/o/" + access.slug() + "/surveys/" + id))
                .build();
    }
}
