package se.ringstuga.events;

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
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.accounts.QrPicture;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PublicUrl;

/** Where a person answers for one event, without sign-in: the first name at most, and what was answered (rule 28). */
@Path(EventLinks.SIGN_UP + "{code}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PersonalEventPages {

    private static final String ANSWER = "answer";
    static final String NEED = "need";

    @CheckedTemplate(basePath = "PersonalEventPages")
    static class Templates {
        static native TemplateInstance open(Shown page);

        private Templates() {}
    }

    /**
     * What the page shows.
     *
     * @param state of {@link SignUpState}; empty where nothing is known
     * @param chosen the needs that were asked for
     * @param qr for the door; null for those who are not expected there
     * @param refused why the latest answer came to nothing; null when it did not
     */
    record Shown(
            String firstName,
            EventScreen event,
            String state,
            int inLine,
            List<String> chosen,
            @Nullable String qr,
            CalendarScreen.Feed feed,
            String base,
            boolean feedReplaced,
            @Nullable String refused) {

        /** Whether the person has a place, or waits for one. */
        public boolean coming() {
            return state.equals("SIGNED_UP") || state.equals("WAITING");
        }
    }

    private final PersonalSignUps signUps;
    private final EventScreens screens;
    private final EventLinks links;
    private final PublicUrl url;

    PersonalEventPages(PersonalSignUps signUps, EventScreens screens, EventLinks links, PublicUrl url) {
        this.signUps = signUps;
        this.screens = screens;
        this.links = links;
        this.url = url;
    }

    @GET
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath String code, @RestQuery @Nullable String replaced) {
        return Templates.open(shown(code, replaced != null, null));
    }

    @POST
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public Response answer(@RestPath String code, MultivaluedMap<String, String> sent) {
        switch (String.valueOf(sent.getFirst(ANSWER))) {
            case "yes" -> {
                var refused = refusal(signUps.comes(code, needs(sent)));
                if (refused != null) {
                    return Response.status(Response.Status.CONFLICT)
                            .entity(Templates.open(shown(code, false, refused)))
                            .build();
                }
            }
            case "no" -> signUps.cannot(code);
            default -> throw new InvalidInput(ANSWER, "is missing: use the page's own buttons");
        }
        return Response.seeOther(URI.create(EventLinks.SIGN_UP + code)).build();
    }

    @POST
    @Path("/feed")
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public Response replaceFeed(@RestPath String code) {
        signUps.replaceFeed(code);
        return Response.seeOther(URI.create(EventLinks.SIGN_UP + code + "?replaced=1"))
                .build();
    }

    /** Those that the form offers; anything else was made up. */
    static Set<Need> needs(MultivaluedMap<String, String> sent) {
        var values = sent.getOrDefault(NEED, List.of());
        return Set.of(Need.values()).stream()
                .filter(need -> values.contains(need.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable String refusal(SignUpResult result) {
        var say = screens.say();
        return switch (result) {
            case SignUpResult.SignedUp _, SignUpResult.Waiting _, SignUpResult.AlreadySignedUp _ -> null;
            case SignUpResult.Full _ -> say.becameFull();
            case SignUpResult.Closed _, SignUpResult.EventGone _ -> say.becameClosed();
            case SignUpResult.NotInvited _ -> say.notInvited();
        };
    }

    private Shown shown(String code, boolean replaced, @Nullable String refused) {
        var opened = signUps.open(code);
        var state = opened.place().map(SignUp::state).orElse(null);
        var inside = state == SignUpState.SIGNED_UP || state == SignUpState.ATTENDED;
        var feed = links.feed(opened.owner().person().id());
        return new Shown(
                opened.owner().firstName(),
                screens.of(opened.event(), inside),
                state == null ? "" : state.name(),
                opened.inLine(),
                opened.place().map(SignUp::needs).orElse(Set.of()).stream()
                        .map(Need::name)
                        .toList(),
                state == SignUpState.SIGNED_UP ? QrPicture.of(url.of(EventLinks.SIGN_UP + code + "/door")) : null,
                new CalendarScreen.Feed(feed, feed.replaceFirst("^https?:", "webcal:")),
                EventLinks.SIGN_UP + code,
                replaced,
                refused);
    }
}
