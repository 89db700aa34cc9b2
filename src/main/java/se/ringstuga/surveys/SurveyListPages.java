package se.ringstuga.surveys;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageRequest;

/** The surveys that an organization may use, newest first. */
@Path("/o/{slug}/surveys")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SurveyListPages {

    @CheckedTemplate(basePath = "SurveyListPages")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        private Templates() {}
    }

    private final Surveys surveys;
    private final ResultScreens screens;
    private final Access access;

    SurveyListPages(Surveys surveys, ResultScreens screens, Access access) {
        this.surveys = surveys;
        this.screens = screens;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.SURVEYS_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@BeanParam PageRequest request) {
        var found = surveys.page(access.organizationId(), request);
        var base = "/o/" + access.slug() + "/surveys";
        return Templates.list(new ListPage(
                access.slug(),
                base,
                found.items().stream().map(this::line).toList(),
                found.next() == null ? null : base + "?cursor=" + found.next(),
                access.has(Permission.SURVEYS_WRITE)));
    }

    private Line line(SurveySummary survey) {
        return new Line(
                survey.id(),
                survey.title(),
                screens.say().about(survey.version(), survey.questions()),
                survey.closedAt() != null,
                !survey.organization().equals(access.slug()));
    }

    /**
     * A page of the list.
     *
     * @param next where the following page is; null on the last
     */
    record ListPage(
            String slug,
            String base,
            List<Line> surveys,
            @Nullable String next,
            boolean mayMake) {}

    /** @param fromAbove made by an organization above: to be used, not changed */
    record Line(long id, String title, String about, boolean closed, boolean fromAbove) {}
}
