package se.ringstuga.preferences;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.OpenToAll;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.preferences.Preference.About;

/** The member's own page of preferences, without sign-in: the first name at most, and what is chosen (rule 28). */
@Path("/m/{code}")
@RunOnVirtualThread
class PreferencePages {

    private static final String CHOSEN = "chosen";
    private static final String ASKED_FOR = "One-Click";

    @CheckedTemplate(basePath = "PreferencePages")
    static class Templates {
        static native TemplateInstance open(Shown shown);

        private Templates() {}
    }

    /**
     * What the page shows.
     *
     * @param saved what holds now in sentences; empty where nothing was just saved
     * @param less whether there is something that could be left out at once
     */
    record Shown(
            String firstName,
            String organization,
            List<PreferenceWords.Line> lines,
            boolean calls,
            List<String> saved,
            boolean less) {}

    private final PersonalPreferences preferences;
    private final PreferenceWords words;

    PreferencePages(PersonalPreferences preferences, PreferenceWords words) {
        this.preferences = preferences;
        this.words = words;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    @Transactional
    public TemplateInstance show(@RestPath String code, @QueryParam("saved") @Nullable String saved) {
        return Templates.open(shown(preferences.open(code), saved != null));
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    @Transactional
    public Response save(@RestPath String code, MultivaluedMap<String, String> sent) {
        switch (String.valueOf(sent.getFirst(CHOSEN))) {
            case "all" -> preferences.save(code, chosen(sent));
            case "less" -> preferences.unsubscribe(code);
            default -> throw new InvalidInput(CHOSEN, "is missing: use the page's own buttons");
        }
        return Response.seeOther(URI.create("/m/" + code + "?saved=1")).build();
    }

    /** Whoever opens the address of the one click by hand is shown the page. */
    @GET
    @Path("/one-click")
    @OpenToAll
    @Operation(hidden = true)
    public Response show(@RestPath String code) {
        return Response.seeOther(URI.create("/m/" + code)).build();
    }

    /** By a mail program on its reader's click; no cookie, no page (RFC 8058). */
    @POST
    @Path("/one-click")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_PLAIN)
    @OpenToAll
    @Operation(hidden = true)
    @Transactional
    public String oneClick(@RestPath String code, String body) {
        if (!body.contains(ASKED_FOR)) {
            throw new InvalidInput("List-Unsubscribe", "must be " + ASKED_FOR);
        }
        preferences.oneClick(code);
        return "Unsubscribed";
    }

    /** What is ticked, by channel. */
    static Map<Channel, Set<About>> chosen(MultivaluedMap<String, String> sent) {
        var chosen = new EnumMap<Channel, Set<About>>(Channel.class);
        for (var channel : Channel.values()) {
            var values = sent.getOrDefault(channel.name(), List.of());
            chosen.put(
                    channel,
                    Choices.offered(channel).stream()
                            .filter(about -> values.contains(about.name()))
                            .collect(Collectors.toSet()));
        }
        return chosen;
    }

    private Shown shown(PersonalPreferences.Opened opened, boolean saved) {
        var choices = opened.choices();
        var lines = words.lines(choices);
        var calls = !choices.shown(Channel.CALL).isEmpty();
        return new Shown(
                opened.firstName(),
                opened.organization(),
                lines,
                calls,
                saved ? words.sentences(lines, calls) : List.of(),
                Stream.of(Channel.SMS, Channel.EMAIL)
                        .anyMatch(
                                channel -> choices.shown(channel).stream().anyMatch(Choices.UNSUBSCRIBABLE::contains)));
    }
}
