package se.ringstuga.segments;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;

/** Saves people who were chosen on another page, under a name; whoever has chosen nobody builds a filter instead. */
@Path("/o/{slug}/segments/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SegmentPages {

    private static final int LONGEST_NAME = 200;

    @CheckedTemplate(basePath = "SegmentPages")
    static class Templates {
        static native TemplateInstance name(Form form);

        static native TemplateInstance saved(String slug, long id, String title);

        private Templates() {}
    }

    private final SegmentMaking making;
    private final SegmentPeople people;
    private final FilterReader filters;
    private final FilterText text;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;
    private final Clock clock;

    SegmentPages(
            SegmentMaking making,
            SegmentPeople people,
            FilterReader filters,
            FilterText text,
            Access access,
            AccessLog accessLog,
            PageContext page,
            Clock clock) {
        this.making = making;
        this.people = people;
        this.filters = filters;
        this.text = text;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.SEGMENTS_WRITE)
    @Operation(hidden = true)
    public Response ask(@RestQuery @DefaultValue("") String title, @RestQuery @DefaultValue("") String filter) {
        if (filter.isBlank()) {
            return Response.seeOther(URI.create("/o/" + access.slug() + "/segments/build"))
                    .build();
        }
        var tree = text.read(filter);
        try {
            var found = people.count(
                    filters.read(tree, "filter", access.organizationId()),
                    new Scope(access.organizationId(), clock.instant(), access.zone()));
            accessLog.record("segment.count", FilterShape.of(tree), List.of());
            var counted = found == 1 ? say().countOne() : say().count(found);
            return Response.ok(Templates.name(new Form(access.slug(), title, filter, counted, null)))
                    .build();
        } catch (InvalidInput unreadable) {
            return refused(title, filter, say().unreadable());
        }
    }

    @POST
    @Transactional
    @Requires(Permission.SEGMENTS_WRITE)
    @Operation(hidden = true)
    public Response save(@RestForm @DefaultValue("") String title, @RestForm @DefaultValue("") String filter) {
        if (title.isBlank() || title.strip().length() > LONGEST_NAME) {
            return refused(title, filter, say().nameMissing());
        }
        try {
            var made = making.make(access.organizationId(), new NewSegment(title, text.read(filter)), access.actor());
            return Response.ok(Templates.saved(access.slug(), made.id(), made.title()))
                    .build();
        } catch (InvalidInput unreadable) {
            return refused(title, filter, say().unreadable());
        }
    }

    private Response refused(String title, String filter, String why) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.name(new Form(access.slug(), title, filter, "", why)))
                .build();
    }

    private SegmentPageMessages say() {
        return MessageBundles.get(
                SegmentPageMessages.class, Localized.Literal.of(page.language().tag()));
    }

    record Form(
            String slug,
            String title,
            String filter,
            String counted,
            @Nullable String wrong) {}
}
