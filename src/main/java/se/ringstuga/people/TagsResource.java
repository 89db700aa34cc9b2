package se.ringstuga.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;

@Path("/api/organizations/{slug}")
@Tag(name = "Tags")
@RunOnVirtualThread
class TagsResource {

    private static final int LONGEST = 100;

    private final Tags tags;
    private final People people;
    private final Access access;
    private final AccessLog accessLog;
    private final Idempotency idempotency;

    TagsResource(Tags tags, People people, Access access, AccessLog accessLog, Idempotency idempotency) {
        this.tags = tags;
        this.people = people;
        this.access = access;
        this.accessLog = accessLog;
        this.idempotency = idempotency;
    }

    /** A tag to make. */
    record NewTag(@Nullable String title) {}

    @GET
    @Path("/tags")
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "The tags that can be used here: its own and those from above")
    public Page<Tags.TagView> list() {
        return new Page<>(tags.usable(access.organizationId()), null);
    }

    @POST
    @Path("/tags")
    @Transactional
    @Requires(Permission.TAGS_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Make a tag; one with the same title is given back")
    public RestResponse<Tags.TagView> create(@NotNull NewTag wanted) {
        return idempotency.once(
                wanted,
                () -> {
                    Tags.TagView made = tags.create(access.organizationId(), title(wanted.title()));
                    return Idempotency.Created.of(made.id(), made);
                },
                id -> tags.usable(access.organizationId(), id).orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/people/{id}/tags/{tagId}")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Put a tag on a person")
    public void put(@PathParam("id") long id, @PathParam("tagId") long tagId) {
        PersonView person = person(id, tagId);
        tags.put(person.membership().organization().id(), id, tagId, access.actor());
        accessLog.record("person.tagged", "tag:" + tagId, List.of(id));
    }

    @DELETE
    @Path("/people/{id}/tags/{tagId}")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Take a tag off a person")
    public void remove(@PathParam("id") long id, @PathParam("tagId") long tagId) {
        person(id, tagId);
        tags.remove(id, tagId);
        accessLog.record("person.untagged", "tag:" + tagId, List.of(id));
    }

    static String title(@Nullable String typed) {
        String written = Optional.ofNullable(typed).orElse("").strip();
        if (ControlCharacters.in(written)) {
            throw new InvalidInput("title", ControlCharacters.REFUSED);
        }
        String title = CellText.clean(written);
        if (title.isEmpty() || title.length() > LONGEST) {
            throw new InvalidInput("title", "is required, with at most " + LONGEST + " characters");
        }
        if (PersonalIdentityNumber.isIn(title)) {
            throw new InvalidInput("title", "looks like a personal identity number, which is never stored");
        }
        return title;
    }

    private PersonView person(long id, long tagId) {
        People.Viewer viewer = new People.Viewer(access.organizationId(), access.administrator());
        return tags.usable(access.organizationId(), tagId)
                .flatMap(_ -> people.view(viewer, id))
                .orElseThrow(NotFound::new);
    }
}
