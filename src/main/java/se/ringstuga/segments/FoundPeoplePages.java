package se.ringstuga.segments;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageRequest;

/** The people behind a number elsewhere, a survey's for instance: to be looked at, and then kept, called or written to. */
@Path("/o/{slug}/segments/found")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class FoundPeoplePages {

    private final OneSegmentScreens screens;
    private final FilterReader filters;
    private final FilterText text;
    private final Access access;

    FoundPeoplePages(OneSegmentScreens screens, FilterReader filters, FilterText text, Access access) {
        this.screens = screens;
        this.filters = filters;
        this.text = text;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String title,
            @RestQuery @DefaultValue("") String filter,
            @BeanParam PageRequest request) {
        var tree = text.read(filter);
        var read = filters.read(tree, "filter", access.organizationId());
        if (tree == null) {
            throw InvalidInput.query("filter", "must be a filter");
        }
        return OneSegmentPages.Templates.one(screens.of(title, tree, read, request));
    }
}
