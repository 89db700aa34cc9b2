package se.ringstuga.events;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.accounts.Secret;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/** Where a new event is written down; a draft until it is published. */
@Path("/o/{slug}/events/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class NewEventPages {

    private static final String KEY = "key";

    private static final int PREVIEWED = 12;

    /** What another event like one has of its own. */
    private static final List<String> DAYS = List.of("date", "lastDate", "version");

    private final EventEditing editing;
    private final SeriesEditing series;
    private final EventFormScreens screens;
    private final EventStaffWords words;
    private final Idempotency idempotency;
    private final Access access;

    NewEventPages(
            EventEditing editing,
            SeriesEditing series,
            EventFormScreens screens,
            EventStaffWords words,
            Idempotency idempotency,
            Access access) {
        this.editing = editing;
        this.series = series;
        this.screens = screens;
        this.words = words;
        this.idempotency = idempotency;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestQuery @Nullable Long like) {
        var values = new HashMap<String, List<String>>();
        if (like == null) {
            values.put("visibility", List.of(Visibility.MEMBERS.name()));
            values.put("waitingList", List.of("true"));
        } else {
            values.putAll(
                    EventFormValues.of(editing.get(like), screens.swedish()).values());
            DAYS.forEach(values::remove);
        }
        values.put(KEY, List.of(Secret.random().value()));
        return EventFormPages.Templates.write(
                screens.screen(EventFormScreens.Subject.NEW, new PageForm(values, Map.of()), null));
    }

    /** Pressed twice it is one event. */
    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response save(MultivaluedMap<String, String> sent) {
        var form = PageForm.of(sent);
        var reading = new EventForm(form, access.zone(), screens.say());
        var wanted = reading.read();
        if (wanted.isEmpty()) {
            return faulty(form.withErrors(reading.errors()));
        }
        try {
            var repeating = new SeriesForm(form, screens.say());
            if (repeating.repeats()) {
                var wantedSeries = repeating.read(wanted.get());
                return wantedSeries.isPresent()
                        ? series(form, wantedSeries.get())
                        : faulty(form.withErrors(repeating.errors()));
            }
            long id = idempotency.pressedOnce(form.value(KEY), wanted.get(), () -> added(wanted.get()), made -> made);
            return to(Long.toString(id));
        } catch (InvalidInput wrong) {
            return faulty(form.withErrors(EventFaults.of(wrong, screens.say())));
        }
    }

    /** The days first, for whoever asks for them. */
    private Response series(PageForm form, NewEventSeries wanted) {
        if (form.value("do").equals("preview")) {
            var rule = series.rule(wanted.rule(), wanted.exceptMonths(), wanted.startsOn());
            var days = series.days(rule, wanted.times(), PREVIEWED);
            return EventFormPages.answer(
                    200,
                    screens.screen(EventFormScreens.Subject.NEW, form, null)
                            .previewing(days.stream().map(this::words).toList()));
        }
        long id = idempotency.pressedOnce(form.value(KEY), wanted, () -> added(wanted), made -> made);
        return to("series/" + id);
    }

    private String words(EventSeriesView.Day day) {
        return words.when(day.startsAt(), day.endsAt(), access.zone().getId());
    }

    private Response to(String place) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/events/" + place))
                .build();
    }

    private Idempotency.Created<Long> added(NewEventSeries wanted) {
        var made = series.add(wanted);
        return Idempotency.Created.of(made.id(), made.id());
    }

    private Idempotency.Created<Long> added(NewEvent wanted) {
        var event = editing.add(wanted);
        return Idempotency.Created.of(event.id(), event.id());
    }

    private Response faulty(PageForm form) {
        return EventFormPages.answer(
                400,
                screens.screen(EventFormScreens.Subject.NEW, form, screens.say().faulty()));
    }
}
