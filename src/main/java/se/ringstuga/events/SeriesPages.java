package se.ringstuga.events;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;
import se.ringstuga.http.PageRequest;

/** A series as a whole: what is ahead of it, and publishing and ending all of it at once. */
@Path("/o/{slug}/events/series/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SeriesPages {

    @CheckedTemplate(basePath = "SeriesPages")
    static class Templates {
        static native TemplateInstance series(Shown page);

        static native TemplateInstance ending(Ending page);

        private Templates() {}
    }

    record Shown(
            String slug,
            String base,
            String title,
            boolean published,
            boolean ended,
            boolean mayWrite,
            List<Line> events,
            @Nullable String next) {}

    /**
     * The question what becomes of those ahead.
     *
     * @param follows what calling them off does, in numbers
     */
    record Ending(String slug, String base, String title, List<String> follows, PageForm form) {}

    record Line(long id, EventStaffWords.State state, String when, String about) {}

    private final SeriesEditing series;
    private final EventEditing events;
    private final EventStaffWords words;
    private final SeriesWords seriesWords;
    private final Access access;
    private final Clock clock;

    SeriesPages(
            SeriesEditing series,
            EventEditing events,
            EventStaffWords words,
            SeriesWords seriesWords,
            Access access,
            Clock clock) {
        this.series = series;
        this.events = events;
        this.words = words;
        this.seriesWords = seriesWords;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id, @BeanParam PageRequest request) {
        var view = series.get(id);
        var found = events.list(new EventSearch(clock.instant(), null, null, id, null, null, null), request);
        var base = base(id);
        return Templates.series(new Shown(
                access.slug(),
                base,
                view.title(),
                view.publishedAt() != null,
                view.endedAt() != null,
                access.has(Permission.EVENTS_WRITE),
                found.items().stream()
                        .map(event -> new Line(
                                event.id(),
                                words.state(event.status(), event.publishedAt() != null),
                                words.when(event),
                                words.counts(event)))
                        .toList(),
                found.next() == null ? null : base + "?cursor=" + found.next()));
    }

    @POST
    @Path("/publication")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response publish(@RestPath long id) {
        series.publish(id);
        return back(id);
    }

    @GET
    @Path("/ending")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response askEnding(@RestPath long id) {
        return series.get(id).endedAt() == null
                ? Response.ok(ending(id, PageForm.EMPTY)).build()
                : back(id);
    }

    private TemplateInstance ending(long id, PageForm form) {
        return Templates.ending(new Ending(
                access.slug(), base(id), series.get(id).title(), seriesWords.ending(series.ending(id)), form));
    }

    @POST
    @Path("/ending")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response end(@RestPath long id, MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var why = form.value("why").strip();
        if (why.codePointCount(0, why.length()) > EventActionPages.LONGEST_REASON) {
            return refused(id, form, Map.of("why", seriesWords.say().whyLong()));
        }
        switch (form.value("future")) {
            case "CANCEL" -> series.end(id, SeriesEditing.Future.CANCEL, why.isEmpty() ? null : why);
            case "KEEP" -> series.end(id, SeriesEditing.Future.KEEP, null);
            default -> {
                return refused(id, form, Map.of("future", seriesWords.say().futureMissing()));
            }
        }
        return back(id);
    }

    private Response refused(long id, PageForm form, Map<String, String> errors) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(ending(id, form.withErrors(errors)))
                .build();
    }

    private Response back(long id) {
        return Response.seeOther(URI.create(base(id))).build();
    }

    private String base(long id) {
        return "/o/" + access.slug() + "/events/series/" + id;
    }
}
