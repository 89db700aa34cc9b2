package se.ringstuga.automations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** People in an automation. */
@Path("/api/organizations/{slug}/automations/{id}/enrolments")
@RunOnVirtualThread
@Tag(name = "Automations")
class EnrolmentsResource {

    private final EnrolledPeople people;
    private final Idempotency idempotency;

    EnrolmentsResource(EnrolledPeople people, Idempotency idempotency) {
        this.people = people;
        this.idempotency = idempotency;
    }

    /** Somebody who is to come in without having been brought by the trigger. */
    record NewEnrolment(@NotNull Long personId) {}

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(summary = "List the people in an automation, the latest first")
    public Page<EnrolmentView> list(
            @PathParam("id") long id,
            @QueryParam("state") Turnout.@Nullable State state,
            @QueryParam("step") @Nullable String step,
            @BeanParam PageRequest page) {
        return people.page(id, state, step, page);
    }

    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Let somebody in by hand, once and for all")
    public RestResponse<EnrolmentView> enter(@PathParam("id") long id, @NotNull @Valid NewEnrolment wanted) {
        return idempotency.once(
                wanted,
                () -> {
                    var made = people.enter(id, wanted.personId());
                    return Idempotency.Created.of(made.id(), made);
                },
                made -> people.get(id, made));
    }

    @GET
    @Path("/{enrolment}")
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(summary = "A person in an automation, with what each step came to")
    public EnrolmentView get(@PathParam("id") long id, @PathParam("enrolment") long enrolment) {
        return people.get(id, enrolment);
    }

    @DELETE
    @Path("/{enrolment}")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "Take a person out of an automation; out is out")
    public void leave(@PathParam("id") long id, @PathParam("enrolment") long enrolment) {
        people.leave(id, enrolment);
    }

    /** @param again for how many a step is tried again */
    record Resumed(int again) {}

    @POST
    @Path("/resumption")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "Try the steps that failed again, for everybody")
    public Resumed tryAllAgain(@PathParam("id") long id) {
        return new Resumed(people.tryAllAgain(id));
    }

    @POST
    @Path("/{enrolment}/resumption")
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(summary = "Try a failed step again")
    public EnrolmentView tryAgain(@PathParam("id") long id, @PathParam("enrolment") long enrolment) {
        return people.tryAgain(id, enrolment);
    }
}
