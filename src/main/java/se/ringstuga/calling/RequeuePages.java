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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageForm;

/** When somebody is called again: what follows from each outcome, and the two numbers that an organizer chooses. */
@Path("/o/{slug}/call-assignments/{id}/rules")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RequeuePages {

    @CheckedTemplate(basePath = "RequeuePages")
    static class Templates {
        static native TemplateInstance rules(Rules page);

        private Templates() {}
    }

    record Rules(AssignmentWords.Head head, List<Line> lines, AssignmentFormScreens.Fields fields) {}

    record Line(String outcome, String follows) {}

    private final AssignmentEditing editing;
    private final AssignmentFormScreens forms;
    private final AssignmentScreens screens;
    private final AssignmentChanging changing;
    private final FollowUpScreens followUps;
    private final AssignmentWords words;

    RequeuePages(
            AssignmentEditing editing,
            AssignmentFormScreens forms,
            AssignmentScreens screens,
            AssignmentChanging changing,
            FollowUpScreens followUps,
            AssignmentWords words) {
        this.editing = editing;
        this.forms = forms;
        this.screens = screens;
        this.changing = changing;
        this.followUps = followUps;
        this.words = words;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance rules(@RestPath long id) {
        var assignment = editing.get(screens.scope(), id);
        return shown(assignment, forms.form(assignment));
    }

    /** The rest of the assignment stays; what follows is shown first, where everything else is changed. */
    @POST
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response change(@RestPath long id, MultivaluedMap<String, String> sent) {
        var assignment = editing.get(screens.scope(), id);
        var values = new HashMap<>(forms.form(assignment).values());
        for (var field : List.of("cooldown", "attempts", "version")) {
            values.put(field, sent.getOrDefault(field, List.of("")));
        }
        var form = new PageForm(values, Map.of());
        var reading = forms.reading(form, assignment.openedAt());
        reading.read();
        var errors = new HashMap<>(reading.errors());
        errors.keySet().retainAll(List.of("cooldown", "attempts"));
        return errors.isEmpty()
                ? changing.considered(assignment, form)
                : Response.status(Response.Status.BAD_REQUEST)
                        .entity(shown(assignment, form.withErrors(errors)))
                        .build();
    }

    private TemplateInstance shown(AssignmentView assignment, PageForm form) {
        var lines = Stream.of(Outcome.values())
                .map(outcome -> new Line(words.outcomes().of(outcome), follows(outcome, assignment.cooldownHours())))
                .toList();
        return Templates.rules(
                new Rules(screens.head(assignment.id()), lines, forms.fields(form, assignment.openedAt())));
    }

    private String follows(Outcome outcome, int coolDown) {
        var say = followUps.say();
        var plan = RequeuePlan.of(CallReport.of(outcome).normalized());
        var parts = new ArrayList<String>();
        if (plan.ends()) {
            parts.add(say.ends());
        } else if (outcome == Outcome.CALL_BACK) {
            parts.add(say.asked());
        } else if (outcome == Outcome.WRONG_NUMBER) {
            parts.add(say.nextNumber());
        } else {
            var hours = (long) coolDown * plan.coolDowns();
            parts.add(hours == 0 ? say.atOnce() : say.after(hours));
            if (plan.otherTimeOfDay() && hours > 0) {
                parts.add(say.otherTime());
            }
        }
        parts.add(plan.countsAsAttempt() ? say.counts() : say.countsNot());
        return String.join(", ", parts);
    }
}
