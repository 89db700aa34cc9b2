package se.ringstuga.calling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;
import se.ringstuga.surveys.PlainText;

/** Stores the first step of a new assignment, or people who were chosen on another page, and goes on from there. */
@Path("/o/{slug}/call-assignments/drafts")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class NewGuidePages {

    private final CallDrafts drafts;
    private final AssignmentFormScreens forms;
    private final GuideScreens screens;
    private final Access access;

    NewGuidePages(CallDrafts drafts, AssignmentFormScreens forms, GuideScreens screens, Access access) {
        this.drafts = drafts;
        this.forms = forms;
        this.screens = screens;
        this.access = access;
    }

    @POST
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response begin(MultivaluedMap<String, String> sent) {
        var values = GuidePages.filled(forms.usual().values(), GuideStep.WHOM, sent);
        for (var carried : List.of("title", "script")) {
            var text = PlainText.clean(sent.getFirst(carried));
            if (!text.isEmpty()) {
                values.put(carried, List.of(text));
            }
        }
        var form = new PageForm(values, Map.of());
        var errors = screens.errors(GuideStep.WHOM, form);
        if (!errors.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(GuidePages.Templates.step(
                            screens.step(null, GuideStep.WHOM, form.withErrors(errors), false)))
                    .build();
        }
        var draft = drafts.add(CallScope.of(access.organizationId(), access.actor()), values);
        var step = GuidePages.counting(sent) ? GuideStep.WHOM : GuideStep.WHY;
        return Response.seeOther(URI.create(screens.base(draft) + "/" + step.path()))
                .build();
    }
}
