package se.ringstuga.automations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** What would happen to somebody who came in on a day. */
@Path("/o/{slug}/automations/{id}/rehearsal")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RehearsalPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance rehearsal(RehearsalPage page);

        private Templates() {}
    }

    private final AutomationEditing editing;
    private final Flows flows;
    private final DatedLines lines;
    private final PageWords words;
    private final Access access;
    private final Clock clock;

    RehearsalPages(
            AutomationEditing editing, Flows flows, DatedLines lines, PageWords words, Access access, Clock clock) {
        this.editing = editing;
        this.flows = flows;
        this.lines = lines;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(hidden = true)
    public TemplateInstance show(
            @RestPath long id,
            @RestQuery @DefaultValue("") String on,
            @RestQuery @DefaultValue("false") boolean moved) {
        var automation = editing.get(id);
        var day = on.isBlank() ? Optional.of(LocalDate.ofInstant(clock.instant(), access.zone())) : ThinkableDay.of(on);
        return Templates.rehearsal(new RehearsalPage(
                access.slug(),
                "/o/" + access.slug() + "/automations/" + id,
                automation.title(),
                day.map(LocalDate::toString).orElse(on),
                !flows.of(automation).flow().moved().isEmpty(),
                moved,
                day.map(date -> lines.of(automation, date.atTime(LocalTime.NOON), moved))
                        .orElse(List.of()),
                day.isPresent() ? null : words.say().dayWrong()));
    }

    /**
     * What the page shows.
     *
     * @param mayMove whether there are steps for those who moved here
     */
    record RehearsalPage(
            String slug,
            String base,
            String title,
            String on,
            boolean mayMove,
            boolean moved,
            List<DatedLine> dates,
            @Nullable String wrong) {}
}
