package se.ringstuga.segments;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.people.PeopleImports;

/** Who is in a segment, and why. Counting logs the filter; showing people logs who was shown. */
@Path("/api/organizations/{slug}/segments")
@RunOnVirtualThread
@Tag(name = "Segments")
class SegmentPeopleResource {

    private final Segments segments;
    private final SegmentPeople people;
    private final Explanations explanations;
    private final FilterReader filters;
    private final PeopleImports imports;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    SegmentPeopleResource(
            Segments segments,
            SegmentPeople people,
            Explanations explanations,
            FilterReader filters,
            PeopleImports imports,
            Access access,
            AccessLog accessLog,
            Clock clock) {
        this.segments = segments;
        this.people = people;
        this.explanations = explanations;
        this.filters = filters;
        this.imports = imports;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** A filter to try, and for an explanation the person to try it on. */
    record Trial(
            @Schema(type = SchemaType.OBJECT, description = FilterJson.DESCRIPTION, examples = FilterJson.EXAMPLE)
            @Nullable
            JsonNode filter,

            @Nullable Long personId) {}

    @POST
    @Path("/preview")
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "How many a filter finds, and a page of them")
    public Preview preview(@NotNull Trial trial, @BeanParam PageRequest page) {
        if (trial.personId() != null) {
            throw new InvalidInput("personId", "belongs to the explanation; a preview takes a filter only");
        }
        Filter filter = filters.read(trial.filter(), "filter", access.organizationId());
        long count = people.count(filter, scope());
        Page<SegmentPerson> found = people.page(filter, scope(), page);
        accessLog.record("segment.preview", FilterShape.of(trial.filter()), ids(found));
        return new Preview(count, found.items(), found.next(), imports.lastCompleteAt(access.organizationId()));
    }

    @POST
    @Path("/explanation")
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "Why a filter finds a person, or not, filter by filter")
    public Explanation explain(@NotNull Trial trial) {
        Filter filter = filters.read(trial.filter(), "filter", access.organizationId());
        long personId = trial.personId() == null ? 0 : trial.personId();
        return explanation(filter, personId, FilterShape.of(trial.filter()))
                .orElseThrow(() -> new InvalidInput("personId", "there is no person " + personId + " here"));
    }

    @GET
    @Path("/{id}/people")
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "Who is in the segment at the moment, by name")
    public SegmentPeoplePage list(@PathParam("id") long id, @BeanParam PageRequest page) {
        Segment segment = segments.usable(access.organizationId(), id);
        Page<SegmentPerson> found = people.page(filters.stored(segment.filter), scope(), page);
        accessLog.record("segment.people", "segment:" + id, ids(found));
        return new SegmentPeoplePage(found.items(), found.next(), imports.lastCompleteAt(access.organizationId()));
    }

    @GET
    @Path("/{id}/people/{personId}/explanation")
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "Why a person is in the segment, or not, filter by filter")
    public Explanation explain(@PathParam("id") long id, @PathParam("personId") long personId) {
        Segment segment = segments.usable(access.organizationId(), id);
        return explanation(filters.stored(segment.filter), personId, "segment:" + id)
                .orElseThrow(NotFound::new);
    }

    private Optional<Explanation> explanation(Filter filter, long personId, String subject) {
        var explanation = explanations.explain(filter, personId, scope(), access.administrator());
        explanation.ifPresent(e -> accessLog.record("segment.explanation", subject, List.of(personId)));
        return explanation;
    }

    private Scope scope() {
        return new Scope(access.organizationId(), clock.instant(), access.zone());
    }

    private static List<Long> ids(Page<SegmentPerson> page) {
        return page.items().stream().map(SegmentPerson::id).toList();
    }
}
