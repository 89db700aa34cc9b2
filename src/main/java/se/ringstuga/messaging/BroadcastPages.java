package se.ringstuga.messaging;

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
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.organizations.Organizations;

/** Everything an organization wrote to many, the newest first. */
@Path("/o/{slug}/broadcasts")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BroadcastPages {

    @CheckedTemplate(basePath = "BroadcastPages")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        private Templates() {}
    }

    private final Broadcasts broadcasts;
    private final BroadcastScreens screens;
    private final BroadcastTerms terms;
    private final BroadcastProgress progress;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;

    BroadcastPages(
            Broadcasts broadcasts,
            BroadcastScreens screens,
            BroadcastTerms terms,
            BroadcastProgress progress,
            Organizations organizations,
            Access access,
            PageContext page) {
        this.broadcasts = broadcasts;
        this.screens = screens;
        this.terms = terms;
        this.progress = progress;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@BeanParam PageRequest request) {
        var found = broadcasts.list(access.organizationId(), null, request);
        var states = progress.states(found.items());
        var base = "/o/" + access.slug() + "/broadcasts";
        return Templates.list(new ListPage(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                base,
                found.items().stream()
                        .map(broadcast -> line(broadcast, states.getOrDefault(broadcast.id(), "")))
                        .toList(),
                found.next() == null ? null : base + "?cursor=" + found.next(),
                access.has(Permission.MESSAGES_SEND),
                request.after().isPresent()));
    }

    private Line line(BroadcastView broadcast, String state) {
        var account = broadcast.account();
        var approvedAt = broadcast.approvedAt();
        return new Line(
                broadcast.id(),
                broadcast.title(),
                state,
                BroadcastProgress.colour(broadcast),
                screens.lead(broadcast),
                account == null ? terms.say().notApproved() : terms.inShort(account),
                page.time(access.zone()).moment(approvedAt == null ? broadcast.createdAt() : approvedAt));
    }

    /** @param continued whether newer ones stand on the page before */
    record ListPage(
            String slug,
            String organization,
            String base,
            List<Line> broadcasts,
            @Nullable String next,
            boolean maySend,
            boolean continued) {}

    record Line(long id, String title, String state, String colour, String lead, String account, String at) {}
}
