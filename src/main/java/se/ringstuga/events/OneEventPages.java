package se.ringstuga.events;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;
import se.ringstuga.http.PageRequest;

/** One event for its organizers: who comes, who waits, and adding somebody by hand. */
@Path("/o/{slug}/events/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class OneEventPages {

    @CheckedTemplate(basePath = "OneEventPages")
    static class Templates {
        static native TemplateInstance event(OneEventScreen.Screen page);

        static native TemplateInstance printed(Printed page);

        private Templates() {}
    }

    /**
     * A list to take along: names and needs, and no way to reach anybody.
     *
     * @param cut says that not all of them are listed; null when they are
     */
    record Printed(
            OneEventScreen.Head head,
            List<Row> rows,
            @Nullable String cut) {}

    record Row(String name, boolean guest, boolean here, String about) {}

    private final SignUpEditing signUps;
    private final EventEditing editing;
    private final OneEventScreens screens;
    private final Comers comers;
    private final EventStaffWords words;
    private final Access access;
    private final AccessLog accessLog;

    OneEventPages(
            SignUpEditing signUps,
            EventEditing editing,
            OneEventScreens screens,
            Comers comers,
            EventStaffWords words,
            Access access,
            AccessLog accessLog) {
        this.signUps = signUps;
        this.editing = editing;
        this.screens = screens;
        this.comers = comers;
        this.words = words;
        this.access = access;
        this.accessLog = accessLog;
    }

    @GET
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance show(
            @RestPath long id,
            @RestQuery @DefaultValue("") String status,
            @RestQuery @DefaultValue("") String search,
            @RestQuery @DefaultValue("") String add,
            @BeanParam PageRequest request) {
        var look = new OneEventScreens.Look(id, state(status), search.strip(), add.strip());
        return Templates.event(screens.screen(look, request, OneEventScreens.News.NONE));
    }

    private static @Nullable SignUpState state(String written) {
        if (written.isEmpty()) {
            return null;
        }
        return Stream.of(SignUpState.values())
                .filter(state -> state.name().equals(written))
                .findFirst()
                .orElseThrow(() -> InvalidInput.query("status", "is no state of a sign-up"));
    }

    /** Those who are expected, waiting or here, by name. */
    @GET
    @Path("/print")
    @Transactional
    @Requires(Permission.EVENTS_READ)
    @Operation(hidden = true)
    public TemplateInstance print(@RestPath long id) {
        var event = editing.get(id);
        var which = new Comers.Which(
                id, List.of(SignUpState.SIGNED_UP, SignUpState.ATTENDED, SignUpState.ABSENT), access.administrator());
        var all = comers.all(which);
        var listed = comers.count(which).listed();
        accessLog.record(
                "sign-ups.list",
                "event:" + id,
                all.stream().flatMap(one -> Stream.ofNullable(one.personId())).toList());
        return Templates.printed(new Printed(
                screens.head(event),
                all.stream()
                        .map(one -> new Row(
                                one.name(), one.guest(), one.state() == SignUpState.ATTENDED, words.needs(one.needs())))
                        .toList(),
                all.size() < listed ? words.say().doorCut(all.size(), listed) : null));
    }

    /** Somebody of the register, or a guest. */
    @POST
    @Path("/people")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response add(@RestPath long id, MultivaluedMap<String, String> sent) {
        editing.get(id);
        var form = PageForm.of(sent);
        if (form.value("person").matches("[1-9][0-9]{0,17}")) {
            return added(id, new NewSignUp(Long.valueOf(form.value("person")), null, null, null, null));
        }
        var reading = new GuestForm(form, words.mistakes());
        return reading.read()
                .map(guest -> added(id, new NewSignUp(null, guest, null, null, null)))
                .orElseGet(
                        () -> answer(id, Response.Status.BAD_REQUEST, OneEventScreens.News.faulty(reading.faulty())));
    }

    private Response added(long id, NewSignUp wanted) {
        try {
            var added = signUps.add(id, wanted).answer();
            var who = name(added);
            return answer(
                    id,
                    Response.Status.OK,
                    OneEventScreens.News.said(
                            added.status() == RegistrationStatus.WAITING
                                    ? words.say().addedWaiting(who)
                                    : words.say().added(who)));
        } catch (InvalidInput faulty) {
            return refused(id, Response.Status.BAD_REQUEST, words.mistakes().addStopped());
        } catch (EventFull full) {
            return refused(id, Response.Status.CONFLICT, words.say().addFull());
        } catch (EventInState gone) {
            return refused(id, Response.Status.CONFLICT, words.say().addGone());
        }
    }

    private static String name(SignUpView signUp) {
        var guest = signUp.guest();
        var person = signUp.person();
        return person != null ? person.name() : guest == null ? "" : guest.name();
    }

    /** The place goes to whoever is next; as long as it has not, that can be taken back. */
    @POST
    @Path("/sign-ups/{signUp}/cancellation")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response takeAway(@RestPath long id, @RestPath long signUp) {
        var gone = signUps.cancel(id, signUp);
        return answer(
                id,
                Response.Status.OK,
                OneEventScreens.News.undone(words.mistakes().tookAway(name(gone)), signUp));
    }

    @POST
    @Path("/sign-ups/{signUp}/return")
    @Transactional
    @Requires(Permission.EVENTS_WRITE)
    @Operation(hidden = true)
    public Response undo(@RestPath long id, @RestPath long signUp) {
        var back = signUps.uncancel(id, signUp);
        if (back == null) {
            return refused(id, Response.Status.CONFLICT, words.mistakes().placeGone());
        }
        var say = words.mistakes();
        return answer(
                id,
                Response.Status.OK,
                OneEventScreens.News.said(
                        back.status() == RegistrationStatus.WAITING
                                ? say.backInLine(name(back))
                                : say.backAgain(name(back))));
    }

    private Response refused(long id, Response.Status status, String why) {
        return answer(id, status, OneEventScreens.News.refused(why));
    }

    private Response answer(long id, Response.Status status, OneEventScreens.News news) {
        var look = new OneEventScreens.Look(id, null, "", "");
        return Response.status(status)
                .entity(Templates.event(screens.screen(look, new PageRequest(null, 50), news)))
                .build();
    }
}
