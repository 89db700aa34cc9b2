package se.ringstuga.events;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.accounts.RateLimit;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.events.CalendarScope.Audience;
import se.ringstuga.http.ClientAddress;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;
import se.ringstuga.people.EmailAddress;
import se.ringstuga.people.PhoneNumber;

/** One public event, and signing up to it with an address of one's own. */
@Path("/a/{slug}/events/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PublicEventPages {

    private static final String NAME = "name";
    private static final String ADDRESS = "address";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 254;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int MOST_A_MINUTE = 20;

    @CheckedTemplate(basePath = "PublicEventPages")
    static class Templates {
        static native TemplateInstance event(Shown page);

        private Templates() {}
    }

    /** @param refused why the latest wish came to nothing; null when it did not */
    record Shown(
            EventScreen event,
            String base,
            PageForm form,
            @Nullable String refused) {}

    private final CalendarOwners owners;
    private final CalendarEvents calendar;
    private final Events events;
    private final Feeds feeds;
    private final EventScreens screens;
    private final PublicSignUps signUps;
    private final RateLimit limit;
    private final ClientAddress client;

    PublicEventPages(
            CalendarOwners owners,
            CalendarEvents calendar,
            Events events,
            Feeds feeds,
            EventScreens screens,
            PublicSignUps signUps,
            RateLimit limit,
            ClientAddress client) {
        this.owners = owners;
        this.calendar = calendar;
        this.events = events;
        this.feeds = feeds;
        this.screens = screens;
        this.signUps = signUps;
        this.limit = limit;
        this.client = client;
    }

    @GET
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath String slug, @RestPath long id) {
        return Templates.event(shown(event(slug, id), PageForm.EMPTY));
    }

    /** The event alone, for whoever takes it into a calendar by hand. */
    @GET
    @Path("/event.ics")
    @Produces(FeedAnswer.TYPE)
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public Response file(@RestPath String slug, @RestPath long id, @Context Request request) {
        return FeedAnswer.toEverybody(feeds.of(listed(slug, id)), request);
    }

    /** Whatever is typed, the next page is the same (rule 34). */
    @POST
    @OpenToAll
    @Transactional
    @Operation(hidden = true)
    public Response ask(@RestPath String slug, @RestPath long id, MultivaluedMap<String, String> sent) {
        limit.hit("sign-up:" + client.value(), A_MINUTE, MOST_A_MINUTE);
        var event = event(slug, id);
        var form = PageForm.of(sent);
        var name = clean(form.value(NAME));
        var address = address(clean(form.value(ADDRESS)));
        var errors = new HashMap<String, String>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.put(NAME, screens.say().nameMissing());
        }
        if (address.isEmpty()) {
            errors.put(ADDRESS, screens.say().addressWrong());
        }
        var shown = shown(event, form.withErrors(errors));
        if (!errors.isEmpty() || !shown.event().offer().open()) {
            return Response.status(errors.isEmpty() ? Response.Status.CONFLICT : Response.Status.BAD_REQUEST)
                    .entity(Templates.event(shown))
                    .build();
        }
        var wanted = new SignUpRequests.Wanted(address.orElseThrow(), name, PersonalEventPages.needs(sent));
        var ticket = signUps.ask(event, wanted);
        return Response.seeOther(URI.create(shown.base() + "/confirm/" + ticket.value()))
                .build();
    }

    /** An e-mail address or a Swedish mobile: to no other number is a code sent. */
    private static Optional<Consents.Address> address(String typed) {
        if (typed.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        return typed.contains("@")
                ? EmailAddress.parse(typed).map(email -> new Consents.Address(Channel.EMAIL, email.text()))
                : PhoneNumber.parse(typed)
                        .map(PhoneNumber::e164)
                        .filter(number -> number.matches(MessagePolicy.Limits.SWEDISH_MOBILES))
                        .map(number -> new Consents.Address(Channel.SMS, number));
    }

    private static String clean(String typed) {
        return typed.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private EventRow event(String slug, long id) {
        return events.find(listed(slug, id).id()).orElseThrow(NotFound::new);
    }

    private CalendarEvent listed(String slug, long id) {
        return calendar.find(owners.open(slug).scope(false, Audience.EVERYBODY), id)
                .orElseThrow(NotFound::new);
    }

    private Shown shown(EventRow event, PageForm form) {
        var screen = screens.of(event, false);
        return new Shown(screen, "/a/" + screen.slug() + "/events/" + screen.id(), form, null);
    }
}
