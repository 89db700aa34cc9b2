package se.ringstuga.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;
import se.ringstuga.messaging.WallClock;

/** Where an event is changed. Moving one that people know of is asked about first, with what follows. */
@Path("/o/{slug}/events/{id}/edit")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class EventFormPages {

    private static final String SURE = "sure";

    @CheckedTemplate(basePath = "EventFormPages")
    static class Templates {
        static native TemplateInstance write(EventFormScreens.Screen page);

        static native TemplateInstance move(Moving page);

        private Templates() {}
    }

    /**
     * The question whether to move it.
     *
     * @param sent everything that was filled in, to be sent once more
     */
    record Moving(OneEventScreen.Head head, String text, List<String> follows, List<Sent> sent) {}

    record Sent(String name, String value) {}

    private final EventEditing editing;
    private final EventFormScreens screens;
    private final OneEventScreens events;
    private final EventStaffWords words;
    private final Instance<PlannedReminders> planned;
    private final Access access;
    private final ObjectMapper json;

    EventFormPages(
            EventEditing editing,
            EventFormScreens screens,
            OneEventScreens events,
            EventStaffWords words,
            @Any Instance<PlannedReminders> planned,
            Access access,
            ObjectMapper json) {
        this.editing = editing;
        this.screens = screens;
        this.events = events;
        this.words = words;
        this.planned = planned;
        this.access = access;
        this.json = json;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response show(@RestPath long id) {
        var event = editing.get(id);
        return event.status() == EventStatus.CANCELLED
                ? back(id)
                : answer(200, screens.screen(id, EventForm.of(event, screens.swedish()), null));
    }

    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        var event = editing.get(id);
        if (event.status() == EventStatus.CANCELLED) {
            return back(id);
        }
        var form = PageForm.of(sent);
        var reading = new EventForm(form, access.zone(), screens.say());
        var wanted = reading.read();
        if (wanted.isEmpty()) {
            return faulty(id, form.withErrors(reading.errors()));
        }
        if (moves(event, wanted.get()) && (event.status() == EventStatus.HELD || event.attendanceAt() != null)) {
            return faulty(id, form.withErrors(Map.of("date", screens.say().alreadyHeld())));
        }
        if (moves(event, wanted.get()) && sent.getFirst(SURE) == null) {
            return Response.ok(Templates.move(moving(event, wanted.get(), sent)))
                    .build();
        }
        try {
            editing.change(id, json.valueToTree(wanted.get()), EntityVersion.tag(version(form)));
            return back(id);
        } catch (EntityVersion.ChangedSince changed) {
            return answer(
                    412, screens.screen(id, fresh(form, event), screens.say().changedSince()));
        } catch (InvalidInput wrong) {
            return faulty(id, form.withErrors(errors(wrong, screens.say())));
        }
    }

    private Response back(long id) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/events/" + id))
                .build();
    }

    private static boolean moves(EventView event, NewEvent wanted) {
        return event.publishedAt() != null && !event.startsAtLocal().equals(wanted.startsAtLocal());
    }

    private Moving moving(EventView event, NewEvent wanted, Map<String, List<String>> sent) {
        var say = words.say();
        var zone = access.zone();
        var from = Optional.ofNullable(wanted.startsAtLocal()).orElseThrow();
        var to = Optional.ofNullable(wanted.endsAtLocal()).orElseThrow();
        var reminders =
                planned.stream().mapToLong(each -> each.waiting(event.id())).sum();
        return new Moving(
                events.head(event),
                say.moveText(
                        words.when(event),
                        words.when(WallClock.instant(from, zone), WallClock.instant(to, zone), zone.getId())),
                words.moving(event, reminders),
                sent.entrySet().stream()
                        .flatMap(field -> field.getValue().stream().map(value -> new Sent(field.getKey(), value)))
                        .toList());
    }

    /** What was typed, against what is there now. */
    private static PageForm fresh(PageForm form, EventView event) {
        var values = new HashMap<>(form.values());
        values.put("version", List.of(Integer.toString(event.version())));
        return new PageForm(values, Map.of());
    }

    private static int version(PageForm form) {
        var typed = form.value("version");
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }

    private Response faulty(long id, PageForm form) {
        return answer(400, screens.screen(id, form, screens.say().faulty()));
    }

    static Response answer(int status, EventFormScreens.Screen screen) {
        return Response.status(status).entity(Templates.write(screen)).build();
    }

    /** What only the rules of events could tell, beside its field. */
    static Map<String, String> errors(InvalidInput wrong, EventFormMessages say) {
        var errors = new HashMap<String, String>();
        for (var violation : wrong.violations()) {
            switch (violation.field()) {
                case "kindId" -> errors.put("kind", say.kindMissing());
                case "segmentId" -> errors.put("segment", say.segmentWrong());
                case "endsAt" ->
                    errors.put("to", violation.equals(EventInput.TOO_LONG) ? say.eventTooLong() : say.endWrong());
                case "minutes" -> errors.put("to", say.lengthWrong());
                default -> errors.put("title", say.otherWrong(violation.field() + " " + violation.message()));
            }
        }
        return errors;
    }
}
