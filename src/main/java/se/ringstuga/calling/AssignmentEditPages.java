package se.ringstuga.calling;

import io.quarkus.qute.CheckedTemplate;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;

/**
 * Where an open assignment is changed: first what follows is shown in numbers, then it is saved; whoever saves second sees both
 * versions (rule 38).
 */
@Path("/o/{slug}/call-assignments/{id}/edit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AssignmentEditPages {

    @CheckedTemplate(basePath = "AssignmentEditPages")
    static class Templates {
        static native TemplateInstance write(Writing page);

        static native TemplateInstance effect(Effect page);

        static native TemplateInstance conflict(Conflict page);

        private Templates() {}
    }

    record Writing(AssignmentWords.Head head, AssignmentFormScreens.Fields fields) {}

    /** @param sent everything that was filled in, to be sent once more */
    record Effect(
            AssignmentWords.Head head,
            List<AssignmentSaid.Difference> changes,
            List<String> follows,
            List<AssignmentSaid.Sent> sent) {}

    /** @param differences what is saved now, and what was written against an older version */
    record Conflict(
            AssignmentWords.Head head, List<AssignmentSaid.Difference> differences, List<AssignmentSaid.Sent> sent) {}

    private final AssignmentEditing editing;
    private final AssignmentChanging changing;
    private final AssignmentFormScreens forms;
    private final AssignmentScreens screens;

    AssignmentEditPages(
            AssignmentEditing editing,
            AssignmentChanging changing,
            AssignmentFormScreens forms,
            AssignmentScreens screens) {
        this.editing = editing;
        this.changing = changing;
        this.forms = forms;
        this.screens = screens;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response show(@RestPath long id) {
        var assignment = editing.get(screens.scope(), id);
        return assignment.state() == AssignmentView.State.CLOSED
                ? changing.back(id)
                : changing.answer(200, assignment, forms.form(assignment));
    }

    @POST
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        var assignment = editing.get(screens.scope(), id);
        if (assignment.state() == AssignmentView.State.CLOSED) {
            return changing.back(id);
        }
        return changing.considered(assignment, PageForm.of(sent));
    }
}
