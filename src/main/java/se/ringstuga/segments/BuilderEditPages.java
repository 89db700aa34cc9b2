package se.ringstuga.segments;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;
import se.ringstuga.segments.BuilderScreens.Draft;

/** The same page for a segment that is there, and only for those who may change it. */
@Path("/o/{slug}/segments/{id}/edit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BuilderEditPages {

    private final Segments segments;
    private final BuilderTurns turns;
    private final FilterText text;
    private final NewestWording newest;
    private final Access access;

    BuilderEditPages(Segments segments, BuilderTurns turns, FilterText text, NewestWording newest, Access access) {
        this.segments = segments;
        this.turns = turns;
        this.text = text;
        this.newest = newest;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.SEGMENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance edit(@RestPath long id) {
        var segment = segments.own(access.organizationId(), id);
        var root = DraftJson.read(Objects.requireNonNull(text.read(segment.filter)));
        newest.apply(root);
        return BuilderPages.Templates.build(turns.shown(new Draft(id, segment.version, segment.title, root, null)));
    }

    @POST
    @Transactional
    @Requires(Permission.SEGMENTS_WRITE)
    @Operation(hidden = true)
    public Response turn(@RestPath long id, MultivaluedMap<String, String> sent) {
        segments.own(access.organizationId(), id);
        return turns.take(id, PageForm.of(sent));
    }
}
