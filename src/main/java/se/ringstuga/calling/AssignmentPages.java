package se.ringstuga.calling;

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
import se.ringstuga.http.PageRequest;
import se.ringstuga.organizations.Organizations;

/** An organization's call assignments, the newest first. */
@Path("/o/{slug}/call-assignments")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AssignmentPages {

    @CheckedTemplate(basePath = "AssignmentPages")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        private Templates() {}
    }

    private final Assignments assignments;
    private final CallDrafts drafts;
    private final GuideScreens guide;
    private final AssignmentWords words;
    private final Organizations organizations;
    private final Access access;

    AssignmentPages(
            Assignments assignments,
            CallDrafts drafts,
            GuideScreens guide,
            AssignmentWords words,
            Organizations organizations,
            Access access) {
        this.assignments = assignments;
        this.drafts = drafts;
        this.guide = guide;
        this.words = words;
        this.organizations = organizations;
        this.access = access;
    }

    /** @param continued whether newer ones stand on the page before */
    record ListPage(
            String slug,
            String organization,
            String base,
            List<Line> assignments,
            List<Begun> drafts,
            @Nullable String next,
            boolean manage,
            boolean continued) {}

    /** @param width of the part that is done, in per cent */
    record Line(
            String address,
            String title,
            String state,
            String colour,
            String progress,
            int width,
            @Nullable String waiting,
            String until) {}

    /** An assignment that somebody is still making. */
    record Begun(String base, String title, String changed) {}

    @GET
    @Transactional
    @Requires(Permission.CALLS_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@BeanParam PageRequest request) {
        var scope = CallScope.of(access.organizationId(), access.actor());
        var found = assignments.list(scope, request);
        var mayManage = access.has(Permission.CALLS_MANAGE);
        var base = "/o/" + access.slug() + "/call-assignments";
        return Templates.list(new ListPage(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                base,
                found.items().stream().map(this::line).toList(),
                mayManage ? drafts.open(scope).stream().map(this::begun).toList() : List.of(),
                found.next() == null ? null : base + "?cursor=" + found.next(),
                mayManage,
                request.after().isPresent()));
    }

    private Line line(AssignmentSummary assignment) {
        var say = words.say();
        var until = words.time().moment(assignment.expiresAt());
        var waiting = assignment.waitingForOrganizer();
        return new Line(
                words.base(assignment.id()),
                assignment.title(),
                words.state(assignment.state()),
                AssignmentWords.colour(assignment.state()),
                say.progress(assignment.done(), assignment.people()),
                assignment.people() == 0 ? 0 : Math.toIntExact(assignment.done() * 100 / assignment.people()),
                waiting == 0 ? null : say.waitForYou(waiting),
                assignment.state() == AssignmentView.State.CLOSED ? "" : say.openUntil(until));
    }

    private Begun begun(CallDrafts.Draft draft) {
        var title = draft.values().getOrDefault("title", List.of()).stream()
                .filter(typed -> !typed.isBlank())
                .findFirst()
                .orElseGet(() -> guide.say().untitled());
        return new Begun(
                guide.base(draft.id()),
                title,
                guide.say().changedAt(words.time().moment(draft.changedAt())));
    }
}
