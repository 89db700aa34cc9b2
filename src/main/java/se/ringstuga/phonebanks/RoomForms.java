package se.ringstuga.phonebanks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import se.ringstuga.calling.SeenPerson;
import se.ringstuga.http.Conflict;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;

/** What the buttons of an evening answer, the same for the organizer and for a leader: back to the page, or the page and why not. */
@RequestScoped
class RoomForms {

    private static final int LONGEST_MESSAGE = 500;

    @CheckedTemplate(basePath = "RoomForms")
    static class Templates {
        static native TemplateInstance closing(String title, String base, long onThePhone);

        static native TemplateInstance removal(String base, long callerId, String name);

        static native TemplateInstance removed(String base, String name, List<SeenPerson> seen);

        private Templates() {}
    }

    private final RoomActs acts;
    private final WaitingRoom waiting;
    private final RoomCallers callers;
    private final RoomScreens screens;
    private final PageContext page;

    RoomForms(RoomActs acts, WaitingRoom waiting, RoomCallers callers, RoomScreens screens, PageContext page) {
        this.acts = acts;
        this.waiting = waiting;
        this.callers = callers;
        this.screens = screens;
        this.page = page;
    }

    Response act(Place place, Act act) {
        return trying(place, say().notNow(), () -> acts.perform(place.scope(), place.bankId(), act));
    }

    Response admit(Place place, long waitingId, int number, boolean yes) {
        return trying(
                place, say().notThere(), () -> waiting.decide(place.scope(), place.bankId(), waitingId, number, yes));
    }

    Response attend(Place place, long callerId) {
        callers.attend(place.scope(), place.bankId(), callerId);
        return back(place);
    }

    Response tell(Place place, String text) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST_MESSAGE || ControlCharacters.inLines(said)) {
            return refused(place, say().messageWrong());
        }
        return trying(place, say().notNow(), () -> acts.tell(place.scope(), place.bankId(), said));
    }

    TemplateInstance closing(Place place) {
        var evening = screens.evening(place.scope(), place.bankId());
        return Templates.closing(
                evening.bank().title(), place.base(), evening.now().onThePhone());
    }

    TemplateInstance removal(Place place, long callerId) {
        return Templates.removal(place.base(), callerId, callers.name(place.scope(), place.bankId(), callerId));
    }

    /** Tells whom the caller has seen (rule 7). */
    TemplateInstance remove(Place place, long callerId, boolean administrator) {
        var name = callers.name(place.scope(), place.bankId(), callerId);
        return Templates.removed(
                place.base(), name, callers.remove(place.scope(), place.bankId(), callerId, administrator));
    }

    Response removeUnseen(Place place, long callerId) {
        callers.removeUnseen(place.scope(), place.bankId(), callerId);
        return back(place);
    }

    static Response back(Place place) {
        return Response.seeOther(URI.create(place.base())).build();
    }

    private static Response trying(Place place, String otherwise, Runnable work) {
        try {
            work.run();
            return back(place);
        } catch (Conflict | InvalidInput moved) {
            return refused(place, otherwise);
        }
    }

    static Response refused(Place place, String why) {
        return shown(place, RoomScreens.Told.wrong(why), Response.Status.BAD_REQUEST);
    }

    static Response shown(Place place, RoomScreens.Told told, Response.Status status) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(OnePhoneBankPages.Templates.show(place.screen().apply(told)))
                .build();
    }

    RoomPageMessages say() {
        return RoomScreens.say(page.language());
    }

    /** Whose evening, and where its page is. */
    record Place(RoomScope scope, long bankId, String base, Function<RoomScreens.Told, RoomScreen> screen) {}
}
