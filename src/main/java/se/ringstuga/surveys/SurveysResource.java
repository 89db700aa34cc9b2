package se.ringstuga.surveys;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Surveys as definitions: made, read, changed by new versions, closed and opened again. */
@Path("/api/organizations/{slug}/surveys")
@RunOnVirtualThread
@Tag(name = "Surveys")
class SurveysResource {

    private final Surveys surveys;
    private final SurveyMaking making;
    private final SurveyVersions versions;
    private final SurveyEditing editing;
    private final Access access;
    private final Idempotency idempotency;
    private final Clock clock;

    SurveysResource(
            Surveys surveys,
            SurveyMaking making,
            SurveyVersions versions,
            SurveyEditing editing,
            Access access,
            Idempotency idempotency,
            Clock clock) {
        this.surveys = surveys;
        this.making = making;
        this.versions = versions;
        this.editing = editing;
        this.access = access;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.SURVEYS_READ)
    @Operation(summary = "The organization's surveys and those of the ones above it, newest first")
    public Page<SurveySummary> list(@BeanParam PageRequest page) {
        return surveys.page(access.organizationId(), page);
    }

    @POST
    @Transactional
    @Requires(Permission.SURVEYS_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Make a survey")
    public RestResponse<SurveyView> create(@NotNull NewSurvey wanted) {
        return idempotency.once(
                wanted,
                () -> {
                    SurveyView made = made(wanted);
                    return Idempotency.Created.of(made.id(), made);
                },
                id -> versions.view(surveys.found(access.organizationId(), id)));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.SURVEYS_READ)
    @Operation(summary = "A survey with the questions of its newest version")
    public RestResponse<SurveyView> get(@PathParam("id") long id) {
        Survey survey = surveys.found(access.organizationId(), id);
        return EntityVersion.answer(versions.view(survey), survey.version);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Requires(Permission.SURVEYS_WRITE)
    @Operation(summary = "Change a survey; changed questions make a new version and old answers keep theirs")
    public RestResponse<SurveyView> change(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull NewSurvey wanted) {
        Survey survey = surveys.own(access.organizationId(), id);
        EntityVersion.require(ifMatch, survey.version);
        SurveyView view = editing.change(survey, wanted, access.actor());
        return EntityVersion.answer(view, survey.version);
    }

    @PUT
    @Path("/{id}/closure")
    @Transactional
    @Requires(Permission.SURVEYS_WRITE)
    @Operation(summary = "Close a survey: only calls that are already going on may still bring answers")
    public SurveyView close(@PathParam("id") long id) {
        Survey survey = surveys.own(access.organizationId(), id);
        survey.close(access.actor(), clock.instant());
        return versions.view(survey);
    }

    @DELETE
    @Path("/{id}/closure")
    @Transactional
    @Requires(Permission.SURVEYS_WRITE)
    @Operation(summary = "Open a closed survey again")
    public SurveyView reopen(@PathParam("id") long id) {
        Survey survey = surveys.own(access.organizationId(), id);
        survey.reopen();
        return versions.view(survey);
    }

    private SurveyView made(NewSurvey wanted) {
        SurveyForm form = making.make(access.organizationId(), wanted, access.actor());
        return versions.view(surveys.found(access.organizationId(), form.id()));
    }
}
