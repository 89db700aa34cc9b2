package se.ringstuga.segments;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;
import se.ringstuga.segments.BuilderScreens.Draft;

/**
 * Where the filter of a new segment is built. Every button posts the whole form and gets it back; the page's htmx only
 * saves the walks.
 */
@Path("/o/{slug}/segments/build")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BuilderPages {

    @CheckedTemplate(basePath = "BuilderPages")
    static class Templates {
        static native TemplateInstance build(BuilderScreen build);

        private Templates() {}
    }

    private final BuilderTurns turns;
    private final FilterReader filters;
    private final FilterText text;
    private final NewestWording newest;
    private final Access access;

    BuilderPages(BuilderTurns turns, FilterReader filters, FilterText text, NewestWording newest, Access access) {
        this.turns = turns;
        this.filters = filters;
        this.text = text;
        this.newest = newest;
        this.access = access;
    }

    /** Begins empty, or with the filter that the address names. */
    @GET
    @Transactional
    @Requires(Permission.SEGMENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance begin(
            @RestQuery @DefaultValue("") String title, @RestQuery @DefaultValue("") String filter) {
        return Templates.build(turns.shown(new Draft(null, 0, title, root(text.read(filter)), null)));
    }

    @POST
    @Transactional
    @Requires(Permission.SEGMENTS_WRITE)
    @Operation(hidden = true)
    public Response turn(MultivaluedMap<String, String> sent) {
        return turns.take(null, PageForm.of(sent));
    }

    private DraftNode root(@Nullable JsonNode filter) {
        try {
            filters.read(filter, "filter", access.organizationId());
        } catch (InvalidInput _) {
            return DraftNode.group(DraftNode.Group.ALL);
        }
        var root = filter == null ? DraftNode.group(DraftNode.Group.ALL) : DraftJson.read(filter);
        newest.apply(root);
        return root;
    }
}
