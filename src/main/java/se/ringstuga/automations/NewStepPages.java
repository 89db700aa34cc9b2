package se.ringstuga.automations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.StepEditing.Where;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;

/** Adds a step to a flow that is being written: its kind first, then its form. */
@Path("/o/{slug}/automations/drafts/{draft}/new-step")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class NewStepPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance kinds(KindsPage page);

        private Templates() {}
    }

    private final StepEditing steps;
    private final DraftWriting writing;
    private final PageWords words;
    private final Access access;

    NewStepPages(StepEditing steps, DraftWriting writing, PageWords words, Access access) {
        this.steps = steps;
        this.writing = writing;
        this.words = words;
        this.access = access;
    }

    /** What is added where, as the address says it. */
    record Place(
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("in") @DefaultValue("") String in,
            @QueryParam("way") @DefaultValue("steps") String way) {

        Where where() {
            return new Where(known(after), known(in), known(way));
        }

        /** Keys and names of ways are made of these alone. */
        private static String known(String given) {
            if (!given.matches("[A-Za-z0-9-]{0,40}")) {
                throw new NotFound();
            }
            return given;
        }

        StepKind chosen() {
            return StepKind.of(kind).orElseThrow(NotFound::new);
        }
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestPath long draft, @BeanParam Place place) {
        if (!place.kind().isEmpty()) {
            return DraftStepPages.Templates.step(steps.blank(draft, place.chosen(), place.where()));
        }
        var found = writing.get(draft);
        var base = "/o/" + access.slug() + "/automations/drafts/" + found.id();
        return Templates.kinds(new KindsPage(
                access.slug(),
                base,
                found.title(),
                place.where().query(),
                new KindWords(words.steps()).groups(words.editing())));
    }

    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response add(@RestPath long draft, @BeanParam Place place, MultivaluedMap<String, String> sent) {
        return DraftStepPages.answer(
                draft, steps.add(draft, place.chosen(), place.where(), PageForm.of(sent)), access.slug());
    }

    /** @param where what the address of the form goes on with */
    record KindsPage(String slug, String base, String title, String where, List<KindWords.Group> groups) {}
}
