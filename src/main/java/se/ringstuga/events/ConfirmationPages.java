package se.ringstuga.events;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.accounts.Secret;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.events.CalendarScope.Audience;
import se.ringstuga.http.PageForm;
import se.ringstuga.people.PhoneNumber;

/** Where the code of a sign-up is entered, and where its place can be given back. Opening it changes nothing. */
@Path("/a/{slug}/events/{id}/confirm/{ticket}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ConfirmationPages {

    @CheckedTemplate(basePath = "ConfirmationPages")
    static class Templates {
        static native TemplateInstance code(Asked page);

        static native TemplateInstance done(Done page);

        private Templates() {}
    }

    /**
     * The question for the code.
     *
     * @param address as it was typed, whoever's it is
     * @param code as it came with the link, or was typed
     * @param wrong what is wrong with it; null when nothing is
     */
    record Asked(
            EventScreen event,
            String address,
            String code,
            @Nullable String wrong) {}

    /**
     * What became of it.
     *
     * @param state of {@link SignUpState}
     * @param listed whether everybody may still see the event
     */
    record Done(EventScreen event, String state, int inLine, boolean mayCancel, boolean listed) {

        /** Whether whoever said no may change their mind. */
        public boolean mayCome() {
            return listed
                    && state.equals(SignUpState.CANCELLED.name())
                    && event.offer().open();
        }
    }

    private final CalendarOwners owners;
    private final CalendarEvents calendar;
    private final Events events;
    private final PublicSignUps signUps;
    private final EventScreens screens;
    private final LinkMisses misses;

    ConfirmationPages(
            CalendarOwners owners,
            CalendarEvents calendar,
            Events events,
            PublicSignUps signUps,
            EventScreens screens,
            LinkMisses misses) {
        this.owners = owners;
        this.calendar = calendar;
        this.events = events;
        this.signUps = signUps;
        this.screens = screens;
        this.misses = misses;
    }

    @GET
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance show(
            @RestPath String slug,
            @RestPath long id,
            @RestPath String ticket,
            @RestQuery @DefaultValue("") String code) {
        var event = published(slug, id);
        var request = request(slug, event, new Secret(ticket));
        return signUps.place(event, request)
                .map(place -> done(event, place, listed(slug, id)))
                .orElseGet(() -> Templates.code(asked(event, request, code, null)));
    }

    @POST
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public Response answer(
            @RestPath String slug,
            @RestPath long id,
            @RestPath String ticket,
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("") String answer) {
        var event = published(slug, id);
        var secret = new Secret(ticket);
        if (answer.equals("no")) {
            request(slug, event, secret);
            signUps.cannot(event, secret);
            return again(slug, id, ticket);
        }
        if (answer.equals("yes")) {
            request(slug, event, secret);
            return comes(event, secret, again(slug, id, ticket));
        }
        requireListed(slug, id);
        var typed = code.replaceAll("\\s", "");
        return switch (signUps.confirm(event, secret, typed)) {
            case PublicSignUps.Answer.Done() -> again(slug, id, ticket);
            case PublicSignUps.Answer.Wrong(var request) ->
                wrong(asked(event, request, code, screens.say().codeWrong()));
            case PublicSignUps.Answer.Spent(var request) ->
                wrong(asked(event, request, code, screens.say().codeExpired()));
            case PublicSignUps.Answer.Refused(var result) -> refused(event, result);
        };
    }

    private Response comes(EventRow event, Secret ticket, Response done) {
        return switch (signUps.comes(event, ticket)) {
            case SignUpResult.SignedUp _, SignUpResult.Waiting _, SignUpResult.AlreadySignedUp _ -> done;
            case SignUpResult.Full full -> refused(event, full);
            case SignUpResult.Closed closed -> refused(event, closed);
            case SignUpResult.NotInvited stopped -> refused(event, stopped);
            case SignUpResult.EventGone gone -> refused(event, gone);
        };
    }

    private static Response again(String slug, long id, String ticket) {
        return Response.seeOther(URI.create("/a/" + slug + "/events/" + id + "/confirm/" + ticket))
                .build();
    }

    private static Response wrong(Asked page) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Templates.code(page))
                .build();
    }

    private Response refused(EventRow event, SignUpResult result) {
        var why = result instanceof SignUpResult.Full
                ? screens.say().becameFull()
                : screens.say().becameClosed();
        var screen = screens.of(event, false);
        return Response.status(Response.Status.CONFLICT)
                .entity(PublicEventPages.Templates.event(new PublicEventPages.Shown(
                        screen, "/a/" + screen.slug() + "/events/" + screen.id(), PageForm.EMPTY, why)))
                .build();
    }

    private Asked asked(EventRow event, SignUpRequests.Request request, String code, @Nullable String wrong) {
        return new Asked(screens.of(event, false), shown(request.wanted().address()), code, wrong);
    }

    private static String shown(Consents.Address address) {
        return address.channel() == Channel.EMAIL ? address.text() : PhoneNumber.shown(address.text());
    }

    private TemplateInstance done(EventRow event, SignUp place, boolean listed) {
        var inside = place.state() == SignUpState.SIGNED_UP || place.state() == SignUpState.ATTENDED;
        var coming = place.state() == SignUpState.SIGNED_UP || place.state() == SignUpState.WAITING;
        var screen = screens.of(event, inside);
        return Templates.done(new Done(
                screen, place.state().name(), signUps.inLine(place), coming && screen.cancelled() == null, listed));
    }

    private EventRow published(String slug, long id) {
        misses.check();
        return events.find(owners.own(slug).id(), id)
                .filter(event -> event.publishedAt() != null)
                .orElseThrow(misses::missed);
    }

    private void requireListed(String slug, long id) {
        if (!listed(slug, id)) {
            throw misses.missed();
        }
    }

    /** Whether everybody may see it. */
    private boolean listed(String slug, long id) {
        return calendar.find(owners.own(slug).scope(false, Audience.EVERYBODY), id)
                .isPresent();
    }

    /** Whoever has a place keeps their page, which reminders lead to, when the event is for members or the calendar closed. */
    private SignUpRequests.Request request(String slug, EventRow event, Secret ticket) {
        var request = signUps.open(event, ticket);
        if (request.signUpId() == null) {
            requireListed(slug, event.id());
        }
        return request;
    }
}
