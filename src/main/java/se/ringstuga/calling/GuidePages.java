package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;
import se.ringstuga.surveys.PlainText;

/**
 * A new call assignment in steps: each is stored when it holds, so that it can be left and returned to; the last shows the
 * queue and what a caller sees, and creates it once.
 */
@Path("/o/{slug}/call-assignments/drafts/{draft}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class GuidePages {

    private static final String DO = "do";

    @CheckedTemplate(basePath = "GuidePages")
    static class Templates {
        static native TemplateInstance step(GuideScreens.Screen page);

        private Templates() {}
    }

    private final CallDrafts drafts;
    private final AssignmentEditing editing;
    private final GuideScreens screens;
    private final AssignmentWords words;
    private final Access access;

    GuidePages(
            CallDrafts drafts, AssignmentEditing editing, GuideScreens screens, AssignmentWords words, Access access) {
        this.drafts = drafts;
        this.editing = editing;
        this.screens = screens;
        this.words = words;
        this.access = access;
    }

    @GET
    @Path("/{step}")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response show(@RestPath long draft, @RestPath String step) {
        var found = drafts.find(scope(), draft).orElseThrow(NotFound::new);
        var at = GuideStep.of(step).orElseThrow(NotFound::new);
        var made = found.assignmentId();
        if (made != null) {
            return to(words.base(made));
        }
        var form = new PageForm(found.values(), Map.of());
        var checked = at == GuideStep.CHECK ? form.withErrors(screens.errors(at, form)) : form;
        return Response.ok(Templates.step(screens.step(draft, at, checked, at == GuideStep.WHOM && chosen(form))))
                .build();
    }

    @POST
    @Path("/{step}")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response save(@RestPath long draft, @RestPath String step, MultivaluedMap<String, String> sent) {
        var found = drafts.lock(scope(), draft).orElseThrow(NotFound::new);
        var at = GuideStep.of(step).orElseThrow(NotFound::new);
        var made = found.assignmentId();
        if (made != null) {
            return to(words.base(made));
        }
        var form = new PageForm(filled(found.values(), at, sent), Map.of());
        var errors = screens.errors(at, form);
        if (!errors.isEmpty()) {
            return faulty(draft, at, form.withErrors(errors));
        }
        if (at == GuideStep.CHECK) {
            return create(draft, form);
        }
        drafts.save(scope(), draft, form.values());
        return to(screens.base(draft) + "/" + (counting(sent) ? at : at.next()).path());
    }

    /** Thrown away: nothing of it was ever called. */
    @POST
    @Path("/removal")
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    @Consumes(MediaType.WILDCARD)
    public Response remove(@RestPath long draft) {
        if (!drafts.remove(scope(), draft)) {
            throw new NotFound();
        }
        return to("/o/" + access.slug() + "/call-assignments");
    }

    private Response create(long draft, PageForm form) {
        try {
            var made = editing.create(scope(), screens.wanted(form));
            drafts.made(scope(), draft, made.id());
            return to(words.base(made.id()) + "/callers");
        } catch (InvalidInput gone) {
            var field = GuideFaults.field(gone);
            return faulty(draft, GuideStep.CHECK, form.withErrors(Map.of(field, String.valueOf(gone.getMessage()))));
        }
    }

    private Response faulty(long draft, GuideStep at, PageForm form) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Templates.step(screens.step(draft, at, form, false)))
                .build();
    }

    /** What was there, with the fields of one step as they were sent. */
    static Map<String, List<String>> filled(
            Map<String, List<String>> before, GuideStep step, Map<String, List<String>> sent) {
        var values = new HashMap<>(before);
        step.fields().forEach(field -> {
            values.remove(field);
            if (sent.containsKey(field)) {
                values.put(
                        field,
                        sent.getOrDefault(field, List.of()).stream()
                                .map(PlainText::clean)
                                .toList());
            }
        });
        return values;
    }

    static boolean counting(MultivaluedMap<String, String> sent) {
        return "count".equals(sent.getFirst(DO));
    }

    private static boolean chosen(PageForm form) {
        return !form.value("to").isEmpty();
    }

    private CallScope scope() {
        return CallScope.of(access.organizationId(), access.actor());
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
