package se.ringstuga.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
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
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.NotFound;

/** People as another tool knows them, which has no ids of this one. */
@Path("/api/organizations/{slug}/people")
@Tag(name = "People")
@RunOnVirtualThread
class NaturalKeysResource {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final People people;
    private final PersonEdits edits;
    private final Access access;
    private final AccessLog accessLog;
    private final Idempotency idempotency;

    NaturalKeysResource(People people, PersonEdits edits, Access access, AccessLog accessLog, Idempotency idempotency) {
        this.people = people;
        this.edits = edits;
        this.access = access;
        this.accessLog = accessLog;
        this.idempotency = idempotency;
    }

    /**
     * The person, and how they came to be the one.
     *
     * @param created whether nobody was there before
     * @param matchedBy what the person was recognised by, the surest first; null for one who was created
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FoundPerson(PersonView person, boolean created, NaturalKeys.@Nullable Key matchedBy) {}

    @POST
    @Path("/find-or-create")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "The person of this register with the member number, else the email, else the name and phone")
    public RestResponse<FoundPerson> findOrCreate(@NotNull PersonInput.NewPerson person) {
        return idempotency.once(
                person,
                () -> {
                    PersonEdits.Found found = edits.findOrCreate(editor(), person.values());
                    return new Idempotency.Created<>(status(found), found.personId(), answer(found));
                },
                (status, id) -> answer(
                        status == CREATED
                                ? PersonEdits.Found.created(id)
                                : PersonEdits.Found.matched(id, edits.matchedBy(editor(), person.values(), id))));
    }

    @PUT
    @Path("/by-external-id/{externalId}")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Create or change the person with a member number")
    public RestResponse<PersonView> put(
            @PathParam("externalId") String externalId, @NotNull PersonInput.NewPerson person) {
        PersonEdits.Found found = edits.put(editor(), externalId, person.values());
        PersonView seen = seen(found.created() ? "person.created" : "person.changed", found.personId());
        return EntityVersion.answer(seen, seen.version(), status(found));
    }

    private FoundPerson answer(PersonEdits.Found found) {
        PersonView seen = seen(found.created() ? "person.created" : "person.read", found.personId());
        return new FoundPerson(seen, found.created(), found.matchedBy());
    }

    private static int status(PersonEdits.Found found) {
        return found.created() ? CREATED : OK;
    }

    private PersonView seen(String action, long id) {
        PersonView person = people.view(editor().viewer(), id).orElseThrow(NotFound::new);
        accessLog.record(action, null, List.of(id));
        return person;
    }

    private PersonEdits.Editor editor() {
        return new PersonEdits.Editor(
                new People.Viewer(access.organizationId(), access.administrator()), access.actor(), access.zone());
    }
}
