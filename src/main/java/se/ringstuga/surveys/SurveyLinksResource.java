package se.ringstuga.surveys;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.accounts.Secret;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Page;
import se.ringstuga.http.PublicUrl;

/** Links by which a member fills in a survey alone: shown once, expiring, revocable. */
@Path("/api/organizations/{slug}/people/{personId}/survey-links")
@RunOnVirtualThread
@Tag(name = "Surveys")
class SurveyLinksResource {

    /** More than the 64 random bits that a short link needs, in 16 characters of an SMS. */
    private static final int CODE_BITS = 96;

    private static final int DEFAULT_DAYS = 14;
    private static final int MAX_DAYS = 90;

    private final SurveyLinks links;
    private final SurveyForms forms;
    private final SeenPeople people;
    private final Access access;
    private final AccessLog accessLog;
    private final PublicUrl publicUrl;
    private final Idempotency idempotency;

    SurveyLinksResource(
            SurveyLinks links,
            SurveyForms forms,
            SeenPeople people,
            Access access,
            AccessLog accessLog,
            PublicUrl publicUrl,
            Idempotency idempotency) {
        this.links = links;
        this.forms = forms;
        this.people = people;
        this.access = access;
        this.accessLog = accessLog;
        this.publicUrl = publicUrl;
        this.idempotency = idempotency;
    }

    /**
     * A link to make.
     *
     * @param surveyId of the organization or one above it
     * @param expiresInDays 1 to 90; 14 unless given
     */
    record NewSurveyLink(@Nullable Long surveyId, @Nullable Integer expiresInDays) {}

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "The person's survey links, without their addresses")
    public Page<SurveyLinkView> list(@PathParam("personId") long personId) {
        people.require(personId);
        accessLog.record("person.survey-links", null, List.of(personId));
        return new Page<>(links.of(access.organizationId(), personId), null);
    }

    @POST
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Make a personal link to a survey; its address is shown in this answer only")
    public RestResponse<SurveyLinkView> create(@PathParam("personId") long personId, @NotNull NewSurveyLink wanted) {
        people.require(personId);
        return idempotency.once(
                wanted,
                () -> made(personId, wanted),
                id -> links.view(access.organizationId(), personId, id).shownBefore());
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Revoke a link")
    public void revoke(@PathParam("personId") long personId, @PathParam("id") long id) {
        people.require(personId);
        links.revoke(access.organizationId(), personId, id);
        accessLog.record("person.survey-link-revoked", "link:" + id, List.of(personId));
    }

    private Idempotency.Created<SurveyLinkView> made(long personId, NewSurveyLink wanted) {
        long surveyId = wanted.surveyId() == null ? 0 : wanted.surveyId();
        if (forms.current(access.organizationId(), surveyId).isEmpty()) {
            throw new InvalidInput("surveyId", "there is no survey " + surveyId + " here");
        }
        int days = wanted.expiresInDays() == null ? DEFAULT_DAYS : wanted.expiresInDays();
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidInput("expiresInDays", "must lie between 1 and " + MAX_DAYS);
        }
        Secret code = Secret.ofBits(CODE_BITS);
        long id = links.add(
                new SurveyLinks.NewLink(
                        access.organizationId(), personId, surveyId, Duration.ofDays(days), access.actor()),
                code);
        accessLog.record("person.survey-link", "survey:" + surveyId, List.of(personId));
        SurveyLinkView link = links.view(access.organizationId(), personId, id);
        return Idempotency.Created.of(id, link.shown(publicUrl.of("/e/" + code.value())));
    }
}
