package se.ringstuga.events;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.organizations.Organizations;

/** An organization's events as its organizers see them: what is ahead, what is not published yet, and what has been. */
@Path("/o/{slug}/events")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class EventStaffPages {

    @CheckedTemplate(basePath = "EventStaffPages")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        private Templates() {}
    }

    /** Which of them are shown. */
    enum Shown {
        UPCOMING,
        DRAFTS,
        PAST,
        CANCELLED;

        static Shown of(String written) {
            return Stream.of(values())
                    .filter(shown -> shown.written().equals(written))
                    .findFirst()
                    .orElseThrow(() -> InvalidInput.query("show", "must be upcoming, drafts, past or cancelled"));
        }

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What has been is read from today on back. */
        boolean backwards() {
            return switch (this) {
                case UPCOMING, DRAFTS -> false;
                case PAST, CANCELLED -> true;
            };
        }

        EventSearch search(@Nullable Long kind, Instant now) {
            return switch (this) {
                case UPCOMING -> new EventSearch(now, null, kind, null, null, null, null);
                case DRAFTS -> new EventSearch(now, null, kind, null, null, false, null);
                case PAST -> new EventSearch(null, now, kind, null, EventStatus.HELD, true, null);
                case CANCELLED -> new EventSearch(null, null, kind, null, EventStatus.CANCELLED, null, null);
            };
        }
    }

    /**
     * The list.
     *
     * @param narrowed whether there might be more without what was chosen
     */
    record ListPage(
            String slug,
            String organization,
            String base,
            List<CalendarScreen.View> views,
            List<Kind> kinds,
            String show,
            List<Line> events,
            @Nullable String next,
            boolean mayWrite,
            boolean narrowed) {}

    record Kind(long id, String title, boolean chosen) {}

    record Line(long id, String title, EventStaffWords.State state, int day, String month, String when, String about) {}

    private final EventEditing editing;
    private final EventKinds kinds;
    private final EventStaffWords words;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;
    private final Clock clock;

    EventStaffPages(
            EventEditing editing,
            EventKinds kinds,
            EventStaffWords words,
            Organizations organizations,
            Access access,
            PageContext page,
            Clock clock) {
        this.editing = editing;
        this.kinds = kinds;
        this.words = words;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestQuery @DefaultValue("upcoming") String show,
            @RestQuery @DefaultValue("") String kind,
            @BeanParam PageRequest request) {
        var shown = Shown.of(show);
        var kindId = kind.matches("[0-9]{1,18}") ? Long.valueOf(kind) : null;
        var search = shown.search(kindId, clock.instant());
        var found = shown.backwards() ? editing.backwards(search, request) : editing.list(search, request);
        var query = "?show=" + show + (kindId == null ? "" : "&kind=" + kindId);
        return Templates.list(new ListPage(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                base(),
                views(shown),
                kinds.usable(access.organizationId()).stream()
                        .map(one -> new Kind(one.id(), one.named(words.kinds()), kindId != null && kindId == one.id()))
                        .toList(),
                show,
                found.items().stream().map(this::line).toList(),
                found.next() == null ? null : base() + query + "&cursor=" + found.next(),
                access.has(Permission.EVENTS_WRITE),
                shown != Shown.UPCOMING || kindId != null || request.after().isPresent()));
    }

    private String base() {
        return "/o/" + access.slug() + "/events";
    }

    private List<CalendarScreen.View> views(Shown shown) {
        var say = words.say();
        var today = clock.instant().atZone(access.zone()).toLocalDate();
        return List.of(
                view(say.upcoming(), Shown.UPCOMING, shown),
                view(say.drafts(), Shown.DRAFTS, shown),
                view(say.past(), Shown.PAST, shown),
                view(say.cancelledOnes(), Shown.CANCELLED, shown),
                new CalendarScreen.View(
                        say.month(),
                        base() + "/calendar/month/" + today.toString().substring(0, 7),
                        false),
                new CalendarScreen.View(say.year(), base() + "/calendar/year/" + today.getYear(), false));
    }

    private CalendarScreen.View view(String name, Shown one, Shown shown) {
        return new CalendarScreen.View(name, base() + "?show=" + one.written(), one == shown);
    }

    private Line line(EventView event) {
        var day = event.startsAtLocal().toLocalDate();
        return new Line(
                event.id(),
                event.title(),
                words.state(event.status(), event.publishedAt() != null),
                day.getDayOfMonth(),
                new CalendarWords(page.language()).monthInShort(day.getMonthValue()),
                words.when(event),
                words.counts(event));
    }
}
