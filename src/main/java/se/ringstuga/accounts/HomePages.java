package se.ringstuga.accounts;

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
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.http.PublicUrl;

/** What the one who signed in may do, and where. */
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class HomePages {

    @CheckedTemplate(basePath = "HomePages")
    static class Templates {
        static native TemplateInstance home(
                String name, List<StaffRoles.Membership> organizations, Page<Item> attention, String api);

        private Templates() {}
    }

    private final Access access;
    private final StaffMembers members;
    private final StaffRoles roles;
    private final OpenNotices notices;
    private final PageContext page;
    private final PublicUrl url;

    HomePages(
            Access access,
            StaffMembers members,
            StaffRoles roles,
            OpenNotices notices,
            PageContext page,
            PublicUrl url) {
        this.access = access;
        this.members = members;
        this.roles = roles;
        this.notices = notices;
        this.page = page;
        this.url = url;
    }

    @GET
    @SignedIn
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance home(@BeanParam PageRequest request) {
        var id = access.actor().id();
        var name = members.findActive(id).map(staff -> staff.name).orElse("");
        return Templates.home(name, roles.memberships(id), attention(request), url.of("/api/organizations"));
    }

    private Page<Item> attention(PageRequest request) {
        var say = Words.ofNotices(page.language());
        var open = notices.ofStaff(request);
        return new Page<>(open.items().stream().map(each -> item(each, say)).toList(), open.next());
    }

    private Item item(OpenNotices.Open open, NoticeMessages say) {
        return new Item(
                open.id(),
                open.organization().slug(),
                open.organization().name(),
                open.said(say),
                open.words(),
                page.time(open.organization().zone()).moment(open.at()),
                open.readersToHandle());
    }

    /**
     * Something to look at.
     *
     * @param mine whether the reader may mark it as handled
     */
    record Item(
            long id,
            String slug,
            String organization,
            String text,
            @Nullable String words,
            String at,
            boolean mine) {}
}
