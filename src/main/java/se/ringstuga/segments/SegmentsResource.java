package se.ringstuga.segments;

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
import java.util.List;
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

/** Segments as definitions: saved, named, changed. */
@Path("/api/organizations/{slug}/segments")
@RunOnVirtualThread
@Tag(name = "Segments")
class SegmentsResource {

    private final Segments segments;
    private final SegmentMaking making;
    private final SegmentRemoval removal;
    private final SegmentUses uses;
    private final FilterReader filters;
    private final Access access;
    private final Idempotency idempotency;
    private final Clock clock;

    SegmentsResource(
            Segments segments,
            SegmentMaking making,
            SegmentRemoval removal,
            SegmentUses uses,
            FilterReader filters,
            Access access,
            Idempotency idempotency,
            Clock clock) {
        this.segments = segments;
        this.making = making;
        this.removal = removal;
        this.uses = uses;
        this.filters = filters;
        this.access = access;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.SEGMENTS_READ)
    @Operation(summary = "The organization's segments and those of the ones above it, by title")
    public Page<SegmentView> list(@BeanParam PageRequest page) {
        Page<Segment> found = segments.page(access.organizationId(), page);
        return new Page<>(found.items().stream().map(SegmentView::of).toList(), found.next());
    }

    @POST
    @Transactional
    @Requires(Permission.SEGMENTS_WRITE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Save a filter as a segment")
    public RestResponse<SegmentView> create(@NotNull NewSegment wanted) {
        return idempotency.once(
                wanted, () -> made(wanted), id -> SegmentView.of(segments.usable(access.organizationId(), id)));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.SEGMENTS_READ)
    @Operation(summary = "A saved segment")
    public RestResponse<SegmentView> get(@PathParam("id") long id) {
        Segment segment = segments.usable(access.organizationId(), id);
        return EntityVersion.answer(SegmentView.of(segment), segment.version);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Requires(Permission.SEGMENTS_WRITE)
    @Operation(summary = "Name a segment anew and replace its filter")
    public RestResponse<SegmentView> change(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull NewSegment wanted) {
        Segment segment = segments.own(access.organizationId(), id);
        EntityVersion.require(ifMatch, segment.version);
        segment.define(wanted.checkedTitle(), wanted.checkedFilter(filters, access.organizationId()), clock.instant());
        segments.save();
        return EntityVersion.answer(SegmentView.of(segment), segment.version);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Requires(Permission.SEGMENTS_WRITE)
    @Operation(summary = "Delete a segment that is not in use; nobody in it is touched")
    public void delete(@PathParam("id") long id) {
        removal.remove(access.organizationId(), id);
    }

    @GET
    @Path("/{id}/uses")
    @Transactional
    @Requires(Permission.SEGMENTS_READ)
    @Operation(summary = "Where the segment is in use, here and in the organizations below; at most a hundred")
    public List<SegmentUse> uses(@PathParam("id") long id) {
        segments.usable(access.organizationId(), id);
        return uses.of(access.organizationId(), id);
    }

    private Idempotency.Created<SegmentView> made(NewSegment wanted) {
        SegmentView segment = making.make(access.organizationId(), wanted, access.actor());
        return Idempotency.Created.of(segment.id(), segment);
    }
}
