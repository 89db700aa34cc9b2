package se.ringstuga.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/** Where a series is changed. What that does to those ahead is told first, in numbers. */
@Path("/o/{slug}/events/series/{id}/edit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SeriesFormPages {

    private static final int PREVIEWED = 12;

    @CheckedTemplate(basePath = "SeriesFormPages")
    static class Templates {
        static native TemplateInstance change(Changing page);

        private Templates() {}
    }

    /**
     * The question whether to change it.
     *
     * @param asks whether to tell those who have signed up of another place
     * @param sent everything that was filled in, to be sent once more
     */
    record Changing(
            String slug,
            String base,
            String title,
            List<String> follows,
            boolean asks,
            List<EventFormPages.Sent> sent) {}

    private final SeriesEditing editing;
    private final EventFormScreens screens;
    private final SeriesWords words;
    private final ChangedFields changed;
    private final Access access;

    SeriesFormPages(
            SeriesEditing editing, EventFormScreens screens, SeriesWords words, ChangedFields changed, Access access) {
        this.editing = editing;
        this.screens = screens;
        this.words = words;
        this.changed = changed;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response show(@RestPath long id) {
        var series = editing.get(id);
        if (series.endedAt() != null) {
            return back(id);
        }
        var subject = subject(series);
        return EventFormPages.answer(200, screens.screen(subject, subject.shown(), null));
    }

    private EventFormScreens.Subject subject(EventSeriesView series) {
        return new EventFormScreens.Subject(
                EventFormScreens.What.SERIES,
                "/series/" + series.id(),
                EventFormValues.of(series, screens.swedish()),
                series.kind().id(),
                null);
    }

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        var series = editing.get(id);
        if (series.endedAt() != null) {
            return back(id);
        }
        var form = PageForm.of(sent);
        var subject = subject(series);
        var reading = new Reading(form, series);
        var wanted = reading.series();
        if (wanted.isEmpty()) {
            return faulty(subject, reading.faulty());
        }
        try {
            return form.value("do").equals("preview")
                    ? preview(subject, form, wanted.get())
                    : saved(series, form, wanted.get());
        } catch (EntityVersion.ChangedSince meanwhile) {
            return EventFormPages.answer(412, screens.overtaken(subject, EventFormPages.fresh(form, series.version())));
        } catch (InvalidInput wrong) {
            return faulty(subject, form.withErrors(EventFaults.of(wrong, screens.say())));
        }
    }

    private Response preview(EventFormScreens.Subject subject, PageForm form, NewEventSeries wanted) {
        var rule = editing.rule(wanted.rule(), wanted.exceptMonths(), wanted.startsOn());
        var days = editing.days(rule, wanted.times(), PREVIEWED);
        return EventFormPages.answer(
                200,
                screens.screen(subject, form, null)
                        .previewing(days.stream().map(words::day).toList()));
    }

    private Response saved(EventSeriesView series, PageForm form, NewEventSeries wanted) {
        var id = series.id();
        var changes = changes(series, wanted);
        var version = EntityVersion.tag(EventFormPages.version(form));
        if (changes.isEmpty() || form.chose("sure", 1)) {
            editing.change(id, changes, version, EventFormPages.tells(form, ChangedFields.movesSeries(changes)));
            return back(id);
        }
        var effect = editing.effect(id, changes, version);
        return Response.ok(Templates.change(new Changing(
                        access.slug(),
                        base(id),
                        wanted.title(),
                        words.changing(effect),
                        effect.tellable() > 0,
                        EventFormPages.again(form.values()))))
                .build();
    }

    private ObjectNode changes(EventSeriesView series, NewEventSeries wanted) {
        var shown = new Reading(EventFormValues.of(series, screens.swedish()), series);
        return changed.between(shown.series().orElse(wanted), wanted);
    }

    /** The form read, as an event first and then as what recurs. */
    private final class Reading {
        private final PageForm form;
        private final EventForm event;
        private final SeriesForm series;

        private Reading(PageForm form, EventSeriesView stored) {
            this.form = form;
            this.event = new EventForm(form, access.zone(), screens.say());
            this.series = new SeriesForm(form, screens.say(), stored.rule());
        }

        private Optional<NewEventSeries> series() {
            return event.read().flatMap(series::read);
        }

        private PageForm faulty() {
            return form.withErrors(event.errors().isEmpty() ? series.errors() : event.errors());
        }
    }

    private Response faulty(EventFormScreens.Subject subject, PageForm form) {
        return EventFormPages.answer(
                400, screens.screen(subject, form, screens.say().faulty()));
    }

    private Response back(long id) {
        return Response.seeOther(URI.create(base(id))).build();
    }

    private String base(long id) {
        return "/o/" + access.slug() + "/events/series/" + id;
    }
}
