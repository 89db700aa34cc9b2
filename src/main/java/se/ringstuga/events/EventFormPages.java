package se.ringstuga.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Clock;
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
    private static final String TELL = "tell";
    private static final String TOLD = "1";

    @CheckedTemplate(basePath = "EventFormPages")
    static class Templates {
        static native TemplateInstance write(EventFormScreens.Screen page);

        static native TemplateInstance move(Moving page);

        static native TemplateInstance place(Moving page);

        private Templates() {}
    }

    /**
     * The question whether to move it to another time, or to tell of another place.
     *
     * @param sent everything that was filled in, to be sent once more
     */
    record Moving(OneEventScreen.Head head, String text, List<String> follows, List<Sent> sent) {}

    record Sent(String name, String value) {}

    private final EventEditing editing;
    private final EventFormScreens screens;
    private final OneEventScreens events;
    private final EventStaffWords words;
    private final NewPlaceWords places;
    private final Instance<PlannedReminders> planned;
    private final Access access;
    private final ChangedFields changed;
    private final Clock clock;

    EventFormPages(
            EventEditing editing,
            EventFormScreens screens,
            OneEventScreens events,
            EventStaffWords words,
            NewPlaceWords places,
            @Any Instance<PlannedReminders> planned,
            Access access,
            ChangedFields changed,
            Clock clock) {
        this.editing = editing;
        this.screens = screens;
        this.events = events;
        this.words = words;
        this.places = places;
        this.planned = planned;
        this.access = access;
        this.changed = changed;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response show(@RestPath long id) {
        var event = editing.get(id);
        if (event.status() == EventStatus.CANCELLED) {
            return back(id);
        }
        var subject = subject(event);
        return answer(200, screens.screen(subject, subject.shown(), null));
    }

    private EventFormScreens.Subject subject(EventView event) {
        return new EventFormScreens.Subject(
                EventFormScreens.What.EVENT,
                "/" + event.id(),
                EventFormValues.of(event, screens.swedish()),
                event.kind().id(),
                event.contactName());
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
        var subject = subject(event);
        var reading = new EventForm(form, access.zone(), screens.say());
        var wanted = reading.read();
        if (wanted.isEmpty()) {
            return faulty(subject, form.withErrors(reading.errors()));
        }
        var changes = changes(subject.shown(), form, wanted.get());
        if (ChangedFields.moves(changes) && (event.status() == EventStatus.HELD || event.attendanceAt() != null)) {
            return faulty(subject, form.withErrors(Map.of("date", screens.say().alreadyHeld())));
        }
        if (event.publishedAt() != null && sent.getFirst(SURE) == null) {
            if (ChangedFields.moves(changes)) {
                return Response.ok(Templates.move(moving(event, wanted.get(), sent)))
                        .build();
            }
            if (asksWhetherToTell(event, wanted.get(), changes)) {
                return Response.ok(Templates.place(relocating(event, wanted.get(), sent)))
                        .build();
            }
        }
        try {
            editing.change(id, changes, EntityVersion.tag(version(form)), tells(form, ChangedFields.moves(changes)));
            return back(id);
        } catch (EntityVersion.ChangedSince meanwhile) {
            return answer(412, screens.overtaken(subject, fresh(form, event.version())));
        } catch (InvalidInput wrong) {
            return faulty(subject, form.withErrors(EventFaults.of(wrong, screens.say())));
        }
    }

    private ObjectNode changes(PageForm shown, PageForm sent, NewEvent wanted) {
        var before = new EventForm(shown, access.zone(), screens.say()).read().orElse(wanted);
        return changed.between(before, wanted, shown.value("closes").equals(sent.value("closes")));
    }

    private Response back(long id) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/events/" + id))
                .build();
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
                again(sent));
    }

    /** Where anybody would be. */
    private boolean asksWhetherToTell(EventView event, NewEvent wanted, ObjectNode changes) {
        return event.startsAt().isAfter(clock.instant())
                && ChangedFields.relocates(changes)
                && place(wanted).isElsewhereThan(place(event))
                && EventStaffWords.concerned(event) > 0
                && planned.stream()
                        .anyMatch(
                                each -> each.tellingOfPlace(List.of(event.id())).contains(event.id()));
    }

    private static EventContent.Place place(EventView event) {
        return new EventContent.Place(event.place(), event.address(), event.onlineLink());
    }

    private static EventContent.Place place(NewEvent event) {
        return new EventContent.Place(event.place(), event.address(), event.onlineLink());
    }

    private Moving relocating(EventView event, NewEvent wanted, Map<String, List<String>> sent) {
        return new Moving(
                events.head(event), places.text(place(event), place(wanted)), places.follows(event), again(sent));
    }

    /**
     * Whether those who have signed up are told of another place: as somebody who was asked wants it, else with the news of
     * another time.
     */
    static boolean tells(PageForm form, boolean moves) {
        return form.value(TELL).isEmpty() ? moves : form.value(TELL).equals(TOLD);
    }

    static List<Sent> again(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> new Sent(field.getKey(), value)))
                .toList();
    }

    /** What was typed, against what is there now. */
    static PageForm fresh(PageForm form, int version) {
        var values = new HashMap<>(form.values());
        values.put("version", List.of(Integer.toString(version)));
        return new PageForm(values, Map.of());
    }

    static int version(PageForm form) {
        var typed = form.value("version");
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }

    private Response faulty(EventFormScreens.Subject subject, PageForm form) {
        return answer(400, screens.screen(subject, form, screens.say().faulty()));
    }

    static Response answer(int status, EventFormScreens.Screen screen) {
        return Response.status(status).entity(Templates.write(screen)).build();
    }
}
