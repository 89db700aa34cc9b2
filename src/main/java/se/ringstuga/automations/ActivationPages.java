package se.ringstuga.automations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.ActivationChoice.Existing;

/** Switches an automation on, after it has shown whom that would hit. */
@Path("/o/{slug}/automations/{id}/activation")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ActivationPages {

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance activation(ActivationPage page);

        private Templates() {}
    }

    private final AutomationEditing editing;
    private final Activation activation;
    private final DatedLines lines;
    private final PageWords words;
    private final Access access;
    private final Clock clock;

    ActivationPages(
            AutomationEditing editing,
            Activation activation,
            DatedLines lines,
            PageWords words,
            Access access,
            Clock clock) {
        this.editing = editing;
        this.activation = activation;
        this.lines = lines;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestPath long id) {
        return Templates.activation(page(editing.get(id), null));
    }

    @POST
    @Transactional
    @Requires(Permission.AUTOMATIONS_MANAGE)
    @Operation(hidden = true)
    public Response activate(
            @RestPath long id, @RestForm @DefaultValue("") String existing, @RestForm @DefaultValue("0") long count) {
        var automation = editing.get(id);
        var chosen = Stream.of(Existing.values())
                .filter(value -> value.name().equals(existing))
                .findFirst();
        if (chosen.isEmpty()) {
            return refused(automation, words.say().choose());
        }
        if (chosen.get() == Existing.ENROL
                && activation.preview(automation).matching().all() != count) {
            return refused(automation, words.say().otherCount());
        }
        if (!automation.is(Automation.State.ON) && !automation.is(Automation.State.PAUSED)) {
            activation.activate(id, new ActivationChoice(chosen.get(), count));
        }
        return Response.seeOther(URI.create("/o/" + access.slug() + "/automations/" + id))
                .build();
    }

    private Response refused(Automation automation, String why) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.activation(page(automation, why)))
                .build();
    }

    private ActivationPage page(Automation automation, @Nullable String wrong) {
        var say = words.say();
        var preview = activation.preview(automation);
        var all = preview.matching().all();
        var names = preview.people().stream()
                .map(person -> (person.givenName() + " " + person.familyName()).strip())
                .toList();
        return new ActivationPage(
                access.slug(),
                "/o/" + access.slug() + "/automations/" + automation.id(),
                automation.title(),
                all,
                all == 0 ? say.matchingNone() : all == 1 ? say.matchingOne() : say.matchingMany(all),
                preview.matching().moved() == 0
                        ? null
                        : say.matchingMoved(preview.matching().moved()),
                names,
                all > names.size() ? "…" : null,
                preview.makes().stream().map(this::made).toList(),
                lines.of(automation, LocalDateTime.ofInstant(clock.instant(), access.zone()), false),
                wrong);
    }

    private String made(OwnThings.Wanted wanted) {
        return switch (wanted.what()) {
            case CALL_LIST -> words.say().makesList(wanted.title());
            case SURVEY -> words.say().makesSurvey();
        };
    }

    /**
     * What the page shows.
     *
     * @param count how many fit, as whoever decides has seen it
     * @param people some of them, by name
     * @param makes what is made because nobody has chosen any
     */
    record ActivationPage(
            String slug,
            String base,
            String title,
            long count,
            String matching,
            @Nullable String moved,
            List<String> people,
            @Nullable String more,
            List<String> makes,
            List<DatedLine> begins,
            @Nullable String wrong) {}
}
