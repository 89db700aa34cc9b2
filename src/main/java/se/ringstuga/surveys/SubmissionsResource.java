package se.ringstuga.surveys;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.surveys.NewSubmission.PersonKey;
import se.ringstuga.surveys.NewSubmission.Source;

/** A person's answers on the person's page: read, filled in by an organizer or a tool, corrected. */
@Path("/api/organizations/{slug}/people/{personId}/submissions")
@RunOnVirtualThread
@Tag(name = "Surveys")
class SubmissionsResource {

    private final Submissions submissions;
    private final PersonSubmissions answers;
    private final SeenPeople people;
    private final Access access;
    private final AccessLog accessLog;
    private final Idempotency idempotency;

    SubmissionsResource(
            Submissions submissions,
            PersonSubmissions answers,
            SeenPeople people,
            Access access,
            AccessLog accessLog,
            Idempotency idempotency) {
        this.submissions = submissions;
        this.answers = answers;
        this.people = people;
        this.access = access;
        this.accessLog = accessLog;
        this.idempotency = idempotency;
    }

    /**
     * A filled-in survey.
     *
     * @param surveyId of the organization or one above it
     * @param answers every required question must be among them
     */
    record FilledIn(@Nullable Long surveyId, @Nullable List<@Nullable AnswerInput> answers) {}

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "What the person has answered, newest first")
    public Page<SubmissionView> list(@PathParam("personId") long personId, @BeanParam PageRequest page) {
        people.require(personId);
        accessLog.record("person.submissions", null, List.of(personId));
        return answers.page(access.organizationId(), personId, page);
    }

    @POST
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Fill in a survey for the person")
    public RestResponse<SubmissionView> fillIn(@PathParam("personId") long personId, @NotNull FilledIn filledIn) {
        PersonKey person = people.require(personId);
        return idempotency.once(
                filledIn,
                () -> {
                    SubmissionView recorded = record(person, filledIn, 0);
                    return Idempotency.Created.of(recorded.id(), recorded);
                },
                id -> answers.view(access.organizationId(), id));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Correct the person's answers; the earlier ones are kept as superseded")
    public SubmissionView correct(
            @PathParam("personId") long personId, @PathParam("id") long id, @NotNull FilledIn filledIn) {
        PersonKey person = people.require(personId);
        if (!answers.isSeen(access.organizationId(), id)) {
            throw new NotFound();
        }
        return record(person, filledIn, id);
    }

    private SubmissionView record(PersonKey person, FilledIn filledIn, long replaces) {
        if (filledIn.surveyId() == null) {
            throw new InvalidInput("surveyId", "is missing; give the survey that was filled in");
        }
        Actor actor = access.actor();
        Submissions.Recorded recorded = submissions.record(new NewSubmission(
                access.organizationId(),
                person.organizationId(),
                person.personId(),
                filledIn.surveyId(),
                0,
                actor.kind() == Actor.Kind.TOKEN ? Source.API : Source.STAFF,
                actor,
                0,
                replaces,
                filledIn.answers() == null ? List.of() : filledIn.answers()));
        accessLog.record("person.survey", "survey:" + filledIn.surveyId(), List.of(person.personId()));
        return answers.view(access.organizationId(), recorded.stored());
    }
}
