package se.ringstuga.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What belongs to one person: the timeline, connections, protection and corrections. */
@Path("/api/organizations/{slug}/people")
@Tag(name = "People")
@RunOnVirtualThread
class PersonResource {

    private final People people;
    private final PersonEdits edits;
    private final Timelines timelines;
    private final Connections connections;
    private final Corrections corrections;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    PersonResource(
            People people,
            PersonEdits edits,
            Timelines timelines,
            Connections connections,
            Corrections corrections,
            Access access,
            AccessLog accessLog,
            Clock clock) {
        this.people = people;
        this.edits = edits;
        this.timelines = timelines;
        this.connections = connections;
        this.corrections = corrections;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/timeline")
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "What happened with a person, newest first")
    public Page<Timelines.Entry> timeline(@PathParam("id") long id, @BeanParam PageRequest page) {
        PersonView person = people.view(editor().viewer(), id).orElseThrow(NotFound::new);
        accessLog.record("person.timeline", null, List.of(person.id()));
        return timelines.page(access.organizationId(), id, page);
    }

    @PUT
    @Path("/{id}/connections/{organization}")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Connect a person to an organization below their register's")
    public void connect(@PathParam("id") long id, @PathParam("organization") String slug) {
        Person person = edits.locked(editor(), id);
        connections.connect(person, below(person.organizationId, slug), access.actor(), clock.instant());
        accessLog.record("person.connected", "organization:" + slug, List.of(id));
    }

    @DELETE
    @Path("/{id}/connections/{organization}")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "End a person's connection to an organization")
    public void disconnect(@PathParam("id") long id, @PathParam("organization") String slug) {
        Person person = edits.locked(editor(), id);
        connections.disconnect(person, below(person.organizationId, slug));
        accessLog.record("person.disconnected", "organization:" + slug, List.of(id));
    }

    @PUT
    @Path("/{id}/restriction")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Protect a person: only administrators find them from now on")
    public void restrict(@PathParam("id") long id) {
        edits.restrict(editor(), id, true);
        accessLog.record("person.restricted", null, List.of(id));
    }

    @DELETE
    @Path("/{id}/restriction")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Lift a person's protection")
    public void liftRestriction(@PathParam("id") long id) {
        edits.restrict(editor(), id, false);
        accessLog.record("person.restriction-lifted", null, List.of(id));
    }

    @GET
    @Path("/corrections")
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "Corrections still to be made in the member register")
    public Page<Corrections.CorrectionView> corrections(@BeanParam PageRequest page) {
        Page<Corrections.CorrectionView> open = corrections.open(editor().viewer(), page);
        accessLog.record(
                "people.corrections",
                null,
                open.items().stream()
                        .map(Corrections.CorrectionView::personId)
                        .distinct()
                        .toList());
        return open;
    }

    @PUT
    @Path("/corrections/{id}/{field}/done")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(summary = "Say that a correction was made in the member register")
    public void corrected(@PathParam("id") long id, @PathParam("field") String field) {
        corrections.done(edits.locked(editor(), id), field, access.actor(), clock.instant());
        accessLog.record("person.correction-done", field, List.of(id));
    }

    private long below(long registerId, String slug) {
        return people.organizationBelow(registerId, access.organizationId(), slug)
                .orElseThrow(NotFound::new);
    }

    private PersonEdits.Editor editor() {
        return new PersonEdits.Editor(
                new People.Viewer(access.organizationId(), access.administrator()), access.actor(), access.zone());
    }
}
