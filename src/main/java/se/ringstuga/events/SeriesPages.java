package se.ringstuga.events;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageRequest;

/** A series as a whole: what is ahead of it, and publishing and ending all of it at once. */
@Path("/o/{slug}/events/series/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SeriesPages {

    @CheckedTemplate(basePath = "SeriesPages")
    static class Templates {
        static native TemplateInstance series(Shown page);

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

    record Line(long id, EventStaffWords.State state, String when, String about) {}

    private final SeriesEditing series;
    private final EventEditing events;
    private final EventStaffWords words;
    private final Access access;
    private final Clock clock;

    SeriesPages(SeriesEditing series, EventEditing events, EventStaffWords words, Access access, Clock clock) {
        this.series = series;
        this.events = events;
        this.words = words;
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

    @POST
    @Path("/ending")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response end(@RestPath long id, @RestForm @DefaultValue("") String future) {
        switch (future) {
            case "CANCEL" -> series.end(id, SeriesEditing.Future.CANCEL, null);
            case "KEEP" -> series.end(id, SeriesEditing.Future.KEEP, null);
            default -> throw new InvalidInput("future", "is missing: use the page's own buttons");
        }
        return back(id);
    }

    private Response back(long id) {
        return Response.seeOther(URI.create(base(id))).build();
    }

    private String base(long id) {
        return "/o/" + access.slug() + "/events/series/" + id;
    }
}
