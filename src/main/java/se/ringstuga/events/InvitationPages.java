package se.ringstuga.events;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.segments.UsableSegments;

/** Where people are invited: a whole segment, told how many first, or one by one from the register. */
@Path("/o/{slug}/events/{id}/invitations")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class InvitationPages {

    @CheckedTemplate(basePath = "InvitationPages")
    static class Templates {
        static native TemplateInstance invite(Shown page);

        private Templates() {}
    }

    /**
     * The page.
     *
     * @param ahead false for what nobody can be invited to, such as a draft
     * @param asked the segment that was chosen, with how many it would invite; null when none was
     * @param said what has just happened; null when nothing has
     */
    record Shown(
            OneEventScreen.Head head,
            boolean ahead,
            List<Choice> segments,
            @Nullable Asked asked,
            OneEventScreen.Adding adding,
            @Nullable String said) {}

    record Choice(long id, String title, boolean chosen) {}

    record Asked(long segment, boolean some, String words) {}

    private final EventEditing editing;
    private final InvitationEditing invitations;
    private final OneEventScreens screens;
    private final UsableSegments segments;
    private final Access access;
    private final PageContext page;
    private final Clock clock;

    InvitationPages(
            EventEditing editing,
            InvitationEditing invitations,
            OneEventScreens screens,
            UsableSegments segments,
            Access access,
            PageContext page,
            Clock clock) {
        this.editing = editing;
        this.invitations = invitations;
        this.screens = screens;
        this.segments = segments;
        this.access = access;
        this.page = page;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance show(
            @RestPath long id,
            @RestQuery @DefaultValue("") String segment,
            @RestQuery @DefaultValue("") String search,
            @RestQuery @DefaultValue("-1") int invited) {
        var event = editing.get(id);
        var chosen = segment.matches("[1-9][0-9]{0,17}") ? Long.valueOf(segment) : null;
        return Templates.invite(new Shown(
                screens.head(event),
                EventStatus.ahead(event.publishedAt(), event.cancelledAt(), event.endsAt(), clock.instant()),
                segments.titles(access.organizationId()).stream()
                        .map(one -> new Choice(one.id(), one.title(), chosen != null && chosen == one.id()))
                        .toList(),
                chosen == null ? null : asked(id, chosen),
                screens.adding(search.strip()),
                invited < 0 ? null : said(invited)));
    }

    private Asked asked(long event, long segment) {
        var people = invitations.count(event, segment);
        var words = people == 0 ? say().nobody() : people == 1 ? say().wouldOne() : say().would(people);
        return new Asked(segment, people > 0, words);
    }

    private String said(int invited) {
        return invited == 0 ? say().nobody() : invited == 1 ? say().invitedOne() : say().invited(invited);
    }

    /** A segment, or somebody. */
    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response invite(@RestPath long id, @RestForm @Nullable Long segment, @RestForm @Nullable Long person) {
        int invited;
        if (segment != null) {
            invited = invitations.segment(id, segment);
        } else if (person != null) {
            invited = invitations.people(id, List.of(person));
        } else {
            throw new InvalidInput("person", "is missing: use the page's own buttons");
        }
        return Response.seeOther(
                        URI.create("/o/" + access.slug() + "/events/" + id + "/invitations?invited=" + invited))
                .build();
    }

    private InvitationMessages say() {
        return MessageBundles.get(
                InvitationMessages.class, Localized.Literal.of(page.language().tag()));
    }
}
