package se.ringstuga.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.http.Violation;

@Path("/api/organizations/{slug}/people")
@Tag(name = "People")
@RunOnVirtualThread
class PeopleResource {

    private final People people;
    private final PersonEdits edits;
    private final PeopleImports imports;
    private final Access access;
    private final AccessLog accessLog;
    private final Idempotency idempotency;

    PeopleResource(
            People people,
            PersonEdits edits,
            PeopleImports imports,
            Access access,
            AccessLog accessLog,
            Idempotency idempotency) {
        this.people = people;
        this.edits = edits;
        this.imports = imports;
        this.access = access;
        this.accessLog = accessLog;
        this.idempotency = idempotency;
    }

    /**
     * What a list is narrowed to.
     *
     * @param search words of the name, a phone in any writing, an email or a member number
     * @param count whether the answer says how many there are in all
     */
    record ListRequest(
            @QueryParam("search") @Nullable String search,
            @QueryParam("count") @DefaultValue("false") boolean count) {}

    /**
     * A page of people, and on request how many there are in all.
     *
     * @param lastCompleteImportAt how old the register is: when a complete file was last imported here, or else in the
     *     nearest organization above that has one; null when there was none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PeoplePage(
            List<PersonView> items,
            @Nullable String next,
            @Nullable Instant lastCompleteImportAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long count) {}

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "List or search people, by name")
    public PeoplePage list(@BeanParam ListRequest request, @BeanParam PageRequest page) {
        PeopleSearch search = PeopleSearch.of(request.search());
        Page<PersonView> found = Page.of(
                people.rows(viewer(), search, page),
                page.limit(),
                last -> new Cursor(Folding.sortName(last.givenName(), last.familyName()), last.id()));
        // Unlike the page of names this shows how to reach everybody: a browser that asks for it has opened them (rule
        // 41).
        accessLog.record(
                access.actor().kind() == Actor.Kind.STAFF ? "people.read" : "people.list",
                null,
                found.items().stream().map(PersonView::id).toList());
        return new PeoplePage(
                found.items(),
                found.next(),
                imports.lastCompleteAt(access.organizationId()),
                request.count() ? people.total(viewer(), search) : null);
    }

    @POST
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Create a person in this organization's register")
    public RestResponse<PersonView> create(@NotNull PersonInput.NewPerson person) {
        RestResponse<PersonView> made = idempotency.once(
                person,
                () -> {
                    long id = edits.create(editor(), person.values());
                    return Idempotency.Created.of(id, seen("person.created", id));
                },
                id -> seen("person.read", id));
        return EntityVersion.answer(made.getEntity(), made.getEntity().version(), made.getStatus());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "One person")
    public RestResponse<PersonView> get(@PathParam("id") long id) {
        return answer("person.read", id);
    }

    @PATCH
    @Path("/{id}")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Change the named fields of a person; null clears one")
    @RequestBody(content = @Content(schema = @Schema(implementation = PersonInput.NewPerson.class)))
    public RestResponse<PersonView> change(
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull JsonNode changes) {
        edits.change(editor(), id, version(ifMatch), values(changes));
        return answer("person.changed", id);
    }

    private RestResponse<PersonView> answer(String action, long id) {
        PersonView person = seen(action, id);
        return EntityVersion.answer(person, person.version());
    }

    private PersonView seen(String action, long id) {
        PersonView person = people.view(viewer(), id).orElseThrow(NotFound::new);
        accessLog.record(action, null, List.of(id));
        return person;
    }

    private People.Viewer viewer() {
        return new People.Viewer(access.organizationId(), access.administrator());
    }

    private PersonEdits.Editor editor() {
        return new PersonEdits.Editor(viewer(), access.actor(), access.zone());
    }

    private static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        String version = ifMatch.replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.valueOf(version);
        } catch (NumberFormatException _) {
            throw new InvalidInput(
                    List.of(new Violation(HttpHeaders.IF_MATCH, "header", "is not the ETag of a person")));
        }
    }

    private static Map<String, Optional<String>> values(JsonNode changes) {
        if (!changes.isObject()) {
            throw new InvalidInput("body", "must be an object of a person's fields");
        }
        Map<String, Optional<String>> values = new HashMap<>();
        changes.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isContainerNode()) {
                throw new InvalidInput(field.getKey(), "must be text, a number or null");
            }
            values.put(field.getKey(), value.isNull() ? Optional.empty() : Optional.of(value.asText()));
        });
        return values;
    }
}
