package se.ringstuga.automations;

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
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.FlowNumbers.StepNumbers;
import se.ringstuga.automations.Turnout.State;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageRequest;

/** What an automation has been: each version with who is still in it. */
@Path("/o/{slug}/automations/{id}/versions")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class VersionPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance versions(VersionsPage page);

        static native TemplateInstance version(OnePage page);

        private Templates() {}
    }

    private final AutomationEditing editing;
    private final FlowVersions versions;
    private final Flows flows;
    private final FlowDrawing drawing;
    private final StepWords steps;
    private final PageWords words;
    private final Access access;

    VersionPages(
            AutomationEditing editing,
            FlowVersions versions,
            Flows flows,
            FlowDrawing drawing,
            StepWords steps,
            PageWords words,
            Access access) {
        this.editing = editing;
        this.versions = versions;
        this.flows = flows;
        this.drawing = drawing;
        this.steps = steps;
        this.words = words;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@RestPath long id, @BeanParam PageRequest request) {
        var automation = editing.get(id);
        var found = versions.page(id, request);
        var time = words.time(access.zone());
        return Templates.versions(new VersionsPage(
                access.slug(),
                base(id),
                automation.title(),
                found.items().stream()
                        .map(version -> new Row(
                                version.number(),
                                words.editing().version(version.number()),
                                version.number() == automation.number(),
                                words.editing().since(time.moment(version.createdAt())),
                                words.people(Map.of(State.ACTIVE, version.people()))))
                        .toList(),
                found.next() == null ? null : base(id) + "/versions?cursor=" + found.next()));
    }

    @GET
    @Path("/{number}")
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath long id, @RestPath int number) {
        var automation = editing.get(id);
        var stored = versions.find(id, number).orElseThrow(NotFound::new);
        var flow = flows.read(stored.definition()).flow();
        var here = versions.here(id, number).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, step -> new StepNumbers(step.getValue(), 0, 0, 0, 0)));
        return Templates.version(new OnePage(
                access.slug(),
                base(id),
                automation.title(),
                words.editing().version(number),
                number == automation.number(),
                words.editing().since(words.time(access.zone()).moment(stored.at())),
                steps.of(access.organizationId(), flow, words.language()),
                drawing.of(flow.steps(), here, false),
                drawing.of(flow.moved(), here, false)));
    }

    private String base(long id) {
        return "/o/" + access.slug() + "/automations/" + id;
    }

    /** The versions, newest first. */
    record VersionsPage(
            String slug,
            String base,
            String title,
            List<Row> versions,
            @Nullable String next) {}

    record Row(int number, String words, boolean now, String since, String people) {}

    /** @param now whether it is the one that people come into */
    record OnePage(
            String slug,
            String base,
            String title,
            String words,
            boolean now,
            String since,
            String trigger,
            List<AutomationScreen.Line> steps,
            List<AutomationScreen.Line> moved) {}
}
