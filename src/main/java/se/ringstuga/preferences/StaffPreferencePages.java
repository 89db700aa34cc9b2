package se.ringstuga.preferences;

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
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.NotFound;

/** Where staff writes down what somebody told them about being contacted, in the words of the member's own page. */
@Path("/o/{slug}/people/{id}/preferences")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class StaffPreferencePages {

    @CheckedTemplate(basePath = "StaffPreferencePages")
    static class Templates {
        static native TemplateInstance note(Shown shown);

        private Templates() {}
    }

    /**
     * What the page shows.
     *
     * @param calls whether the person may be called
     * @param suppressed why a channel cannot be changed here, a sentence each
     */
    record Shown(
            String slug,
            long id,
            String name,
            List<PreferenceWords.Line> lines,
            boolean calls,
            Fixed fixed,
            List<String> suppressed) {}

    /** The channels that only the person can open again. */
    record Fixed(boolean sms, boolean email, boolean calls) {}

    private final Members members;
    private final Preferences preferences;
    private final PreferenceWords words;
    private final Access access;
    private final AccessLog accessLog;

    StaffPreferencePages(
            Members members, Preferences preferences, PreferenceWords words, Access access, AccessLog accessLog) {
        this.members = members;
        this.preferences = preferences;
        this.words = words;
        this.access = access;
        this.accessLog = accessLog;
    }

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        var member = member(id);
        accessLog.record("person.preferences", null, List.of(id));
        return Templates.note(shown(member));
    }

    /** What is as it was is not written down again. */
    @POST
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        var member = member(id);
        var by = new Preferences.By(
                access.actor().kind().name().toLowerCase(Locale.ROOT),
                access.actor().toString());
        PreferencePages.chosen(sent).forEach((channel, chosen) -> preferences.noteChoice(member, channel, chosen, by));
        accessLog.record("person.preferences-changed", null, List.of(id));
        return Response.seeOther(URI.create("/o/" + access.slug() + "/people/" + id))
                .build();
    }

    private Member member(long id) {
        return members.seen(id, access.organizationId(), access.administrator()).orElseThrow(NotFound::new);
    }

    private Shown shown(Member member) {
        var choices = preferences.choices(member);
        var say = words.say();
        var fixed = new Fixed(
                choices.suppressed().contains(Channel.SMS),
                choices.suppressed().contains(Channel.EMAIL),
                choices.suppressed().contains(Channel.CALL));
        return new Shown(
                access.slug(),
                member.id(),
                member.firstName(),
                words.lines(choices),
                !choices.shown(Channel.CALL).isEmpty(),
                fixed,
                Stream.of(
                                fixed.sms() ? say.numberSaidNo() : "",
                                fixed.email() ? say.addressSaidNo() : "",
                                fixed.calls() ? say.callsSaidNo() : "")
                        .filter(said -> !said.isEmpty())
                        .toList());
    }
}
