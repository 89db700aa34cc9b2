package se.ringstuga.segments;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageRequest;

/** A segment: who is in it at the moment, where it is in use, and what can be done with its people. */
@Path("/o/{slug}/segments/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneSegmentPages {

    @CheckedTemplate(basePath = "OneSegmentPages")
    static class Templates {
        static native TemplateInstance one(OneSegmentScreen segment);

        static native TemplateInstance why(WhyScreen why);

        private Templates() {}
    }

    private final Segments segments;
    private final SegmentRemoval removal;
    private final OneSegmentScreens screens;
    private final WhyScreens whys;
    private final Access access;

    OneSegmentPages(
            Segments segments, SegmentRemoval removal, OneSegmentScreens screens, WhyScreens whys, Access access) {
        this.segments = segments;
        this.removal = removal;
        this.screens = screens;
        this.whys = whys;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.SEGMENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id, @BeanParam PageRequest request) {
        return Templates.one(screens.of(segments.usable(access.organizationId(), id), request));
    }

    /** Why one person is in it, or not; without one, who that may be. */
    @GET
    @Path("/why")
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(hidden = true)
    public TemplateInstance why(
            @RestPath long id, @RestQuery @DefaultValue("") String search, @RestQuery @Nullable Long person) {
        var segment = segments.usable(access.organizationId(), id);
        return Templates.why(person == null ? whys.asked(segment, search.strip()) : whys.of(segment, person));
    }

    @POST
    @Path("/removal")
    @Transactional
    @Requires(Permission.SEGMENTS_WRITE)
    @Operation(hidden = true)
    public Response remove(@RestPath long id) {
        removal.remove(access.organizationId(), id);
        return Response.seeOther(URI.create("/o/" + access.slug() + "/segments?removed=true"))
                .build();
    }
}
