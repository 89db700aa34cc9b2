package se.ringstuga.segments;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;

/** The segments that an organization may use, each said in plain words. */
@Path("/o/{slug}/segments")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SegmentListPages {

    @CheckedTemplate(basePath = "SegmentListPages")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        private Templates() {}
    }

    private final Segments segments;
    private final FilterReader filters;
    private final FilterWords words;
    private final SegmentScreens screens;
    private final Access access;
    private final PageContext page;

    SegmentListPages(
            Segments segments,
            FilterReader filters,
            FilterWords words,
            SegmentScreens screens,
            Access access,
            PageContext page) {
        this.segments = segments;
        this.filters = filters;
        this.words = words;
        this.screens = screens;
        this.access = access;
        this.page = page;
    }

    /** @param removed whether one was just taken away */
    @GET
    @Transactional
    @Requires(Permission.SEGMENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery boolean removed, @BeanParam PageRequest request) {
        var found = segments.page(access.organizationId(), request);
        var trees = found.items().stream()
                .map(segment -> filters.stored(segment.filter))
                .toList();
        var sentences = words.over(trees, page.language());
        var lines = found.items().stream()
                .map(segment -> line(segment, filters.stored(segment.filter), sentences))
                .toList();
        var base = "/o/" + access.slug() + "/segments";
        return Templates.list(new ListPage(
                access.slug(),
                base,
                lines,
                found.next() == null ? null : base + "?cursor=" + found.next(),
                access.has(Permission.SEGMENTS_WRITE),
                removed));
    }

    private Line line(Segment segment, Filter filter, FilterSentences sentences) {
        return new Line(
                segment.id,
                segment.title,
                screens.those(filter, sentences.of(filter)),
                segment.organizationId != access.organizationId());
    }

    /**
     * A page of the list.
     *
     * @param next where the following page is; null on the last
     */
    record ListPage(
            String slug,
            String base,
            List<Line> segments,
            @Nullable String next,
            boolean mayMake,
            boolean removed) {}

    /** @param fromAbove made by an organization above: to be used, not changed */
    record Line(long id, String title, String says, boolean fromAbove) {}
}
