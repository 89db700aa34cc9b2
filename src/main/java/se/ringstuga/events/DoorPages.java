package se.ringstuga.events;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageRequest;
import se.ringstuga.people.People;

/**
 * The door: everybody who is expected on one page, ticked off on a phone. The whole list is in the page, so that searching
 * needs no network; its script keeps what is ticked meanwhile, and without script each button is a form.
 */
@Path("/o/{slug}/events/{id}/door")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class DoorPages {

    private static final int MOST_FOUND = 100;

    /** Whoever was only invited is found by searching: a whole segment may have been. */
    private static final List<SignUpState> EXPECTED =
            List.of(SignUpState.SIGNED_UP, SignUpState.ATTENDED, SignUpState.ABSENT, SignUpState.WAITING);

    @CheckedTemplate(basePath = "DoorPages")
    static class Templates {
        static native TemplateInstance door(Shown page);

        private Templates() {}
    }

    /**
     * The page.
     *
     * @param here of the whole event, as is {@code expected}, whatever is listed
     * @param countWords the same sentence with -1 and -2 in it, for the script
     * @param search what was looked for; empty for the list of those who are expected
     * @param cut says that not all of them are listed; null when they are
     * @param someone whose code was read at the door; null when none was
     * @param closed why nobody is ticked off now; null when they are
     */
    record Shown(
            OneEventScreen.Head head,
            List<Line> lines,
            long here,
            long expected,
            String countWords,
            String search,
            @Nullable String cut,
            @Nullable Someone someone,
            @Nullable String closed) {}

    record Line(long id, String name, boolean guest, boolean here, String about, String status) {}

    /** @param signUp null for somebody who is not in the list */
    record Someone(long personId, String name, @Nullable Line signUp) {}

    private final EventEditing editing;
    private final SignUpEditing signUps;
    private final OneEventScreens screens;
    private final Comers comers;
    private final People people;
    private final EventStaffWords words;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    DoorPages(
            EventEditing editing,
            SignUpEditing signUps,
            OneEventScreens screens,
            Comers comers,
            People people,
            EventStaffWords words,
            Access access,
            AccessLog accessLog,
            Clock clock) {
        this.editing = editing;
        this.signUps = signUps;
        this.screens = screens;
        this.comers = comers;
        this.people = people;
        this.words = words;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public TemplateInstance show(
            @RestPath long id, @RestQuery @Nullable Long person, @RestQuery @DefaultValue("") String search) {
        var event = editing.get(id);
        var which = new Comers.Which(id, EXPECTED, access.administrator());
        var listed = listed(which, search.strip());
        var count = comers.count(which);
        var someone = person == null ? Optional.<Someone>empty() : someone(person, id);
        accessLog.record(
                "sign-ups.list",
                "event:" + id,
                Stream.concat(
                                listed.stream().flatMap(one -> Stream.ofNullable(one.personId())),
                                Stream.ofNullable(person))
                        .distinct()
                        .toList());
        return Templates.door(new Shown(
                screens.head(event),
                listed.stream().map(this::line).toList(),
                count.here(),
                count.expected(),
                words.say().doorCount(-1, -2),
                search.strip(),
                search.isBlank() && listed.size() < count.listed()
                        ? words.say().doorCut(listed.size(), count.listed())
                        : null,
                someone.orElse(null),
                closed(event)));
    }

    private @Nullable String closed(EventView event) {
        if (event.status() == EventStatus.CANCELLED) {
            return words.mistakes().doorCancelled();
        }
        if (event.publishedAt() == null) {
            return words.mistakes().doorDraft();
        }
        return event.startsAt().minus(Attendance.DOOR_OPENS).isAfter(clock.instant())
                ? words.say().doorClosed()
                : null;
    }

    private List<Comers.Comer> listed(Comers.Which expected, String search) {
        return search.isEmpty()
                ? comers.all(expected)
                : comers.page(everybody(expected.eventId()), search, new PageRequest(null, MOST_FOUND))
                        .items();
    }

    private Comers.Which everybody(long event) {
        return new Comers.Which(event, List.of(SignUpState.values()), access.administrator());
    }

    private Optional<Someone> someone(long person, long event) {
        var known = people.view(new People.Viewer(access.organizationId(), access.administrator()), person);
        var line = comers.ofPerson(everybody(event), person).map(this::line).orElse(null);
        return known.map(view -> new Someone(person, view.name(), line));
    }

    /** What was ticked; told to the script without a page. */
    @POST
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response tick(
            @RestPath long id,
            @RestForm @Nullable Long signUp,
            @RestForm @Nullable Long person,
            @RestForm("tick") @DefaultValue("") String what,
            @HeaderParam("X-Door") @Nullable String script) {
        if (person != null && what.equals("in")) {
            signUps.add(id, new NewSignUp(person, null, null, null, true));
        } else if (signUp != null && what.equals("in")) {
            signUps.checkIn(id, signUp);
        } else if (signUp != null && what.equals("undo")) {
            signUps.undoCheckIn(id, signUp);
        } else {
            throw new InvalidInput("tick", "is missing: use the page's own buttons");
        }
        return script == null
                ? Response.seeOther(URI.create("/o/" + access.slug() + "/events/" + id + "/door"))
                        .build()
                : Response.noContent().build();
    }

    private Line line(Comers.Comer comer) {
        return new Line(
                comer.id(),
                comer.name(),
                comer.guest(),
                here(comer),
                words.needs(comer.needs()),
                expected(comer) ? "" : words.one(comer.state()));
    }

    private static boolean here(Comers.Comer comer) {
        return comer.state() == SignUpState.ATTENDED;
    }

    private static boolean expected(Comers.Comer comer) {
        return switch (comer.state()) {
            case SIGNED_UP, ATTENDED, ABSENT -> true;
            case WAITING, INVITED, CANCELLED -> false;
        };
    }
}
