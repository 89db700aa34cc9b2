package se.ringstuga.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;

/** What staff should look at, for tools that show it elsewhere. */
@Path("/api/organizations/{slug}/notices")
@RunOnVirtualThread
@Tag(name = "Notices")
class NoticesResource {

    private final OpenNotices notices;
    private final PageContext page;

    NoticesResource(OpenNotices notices, PageContext page) {
        this.notices = notices;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.ORGANIZATION_READ)
    @Operation(summary = "What nobody has handled here and below, newest first")
    public Page<NoticeView> list(@BeanParam PageRequest request) {
        var say = Words.ofNotices(page.language());
        var open = notices.ofOrganization(request);
        return new Page<>(open.items().stream().map(each -> each.view(say)).toList(), open.next());
    }

    @PUT
    @Path("/{id}/handled")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(summary = "Mark one as handled; what is for administrators is not found by others")
    public void handle(long id) {
        notices.handle(id);
    }
}
