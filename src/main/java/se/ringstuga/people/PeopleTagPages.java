package se.ringstuga.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;

/** Puts a tag on those who were chosen in the list, or on the one whose page it is; either can be undone at once. */
@Path("/o/{slug}/people/tags")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PeopleTagPages {

    /** No page of the list shows more. */
    private static final int MOST = 200;

    @CheckedTemplate(basePath = "PeopleTagPages")
    static class Templates {
        static native TemplateInstance tagged(Tagged tagged);

        static native TemplateInstance refused(String slug, TooManyTagged why);

        private Templates() {}
    }

    /**
     * What was done.
     *
     * @param before how many carried it already
     * @param people who carry it now and did not
     * @param mark when, which the undo names
     * @param begun what begins for them because of it
     */
    record Tagged(
            String slug,
            long tagId,
            String title,
            int before,
            List<Long> people,
            String mark,
            List<TagUse.Begun> begun) {}

    private final Tags tags;
    private final TagUses uses;
    private final People people;
    private final Access access;
    private final AccessLog accessLog;

    PeopleTagPages(Tags tags, TagUses uses, People people, Access access, AccessLog accessLog) {
        this.tags = tags;
        this.uses = uses;
        this.people = people;
        this.access = access;
        this.accessLog = accessLog;
    }

    /**
     * A new tag is made where its title is given; without anybody or a tag there is nothing to do. Pressed twice it is pressed
     * once. In a transaction of its own: a refusal is told after all of it is taken back.
     */
    @POST
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public Response put(
            @RestForm List<Long> person,
            @RestForm @DefaultValue("") String tag,
            @RestForm @DefaultValue("") String title,
            @RestForm @DefaultValue("") String key) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> given(person, tag, title, key));
        } catch (TooManyTagged tooMany) {
            return Response.status(Response.Status.CONFLICT)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(Templates.refused(access.slug(), tooMany))
                    .build();
        }
    }

    private Response given(List<Long> person, String tag, String title, String key) {
        var chosen = people.visible(viewer(), first(person));
        if (chosen.isEmpty() || (tag.isBlank() && title.isBlank())) {
            return back();
        }
        var wanted = title.isBlank() ? known(tag) : made(title);
        var press = uses.press(key, wanted.id(), chosen, given -> give(chosen, given));
        var fresh = tags.pressed(wanted.id(), access.actor(), press.at());
        return Response.ok(Templates.tagged(new Tagged(
                        access.slug(),
                        wanted.id(),
                        wanted.title(),
                        chosen.size() - fresh.size(),
                        fresh,
                        press.at().toString(),
                        uses.begun(press))))
                .build();
    }

    /** Somebody alone is brought in by the flow's next look, as by a tool that tags them. */
    private boolean give(List<Long> chosen, TagUse.Press press) {
        var fresh = tags.put(chosen, press.tagId(), press.at(), access.actor());
        accessLog.record("person.tagged", "tag:" + press.tagId(), fresh);
        return chosen.size() > 1;
    }

    /**
     * Takes a tag off.
     *
     * @param mark of the press that is undone; empty where none is
     */
    @POST
    @Path("/removal")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public Response remove(
            @RestForm List<Long> person,
            @RestForm @DefaultValue("") String tag,
            @RestForm @DefaultValue("") String mark) {
        var chosen = people.visible(viewer(), first(person));
        var wanted = known(tag);
        var press = TagUses.press(wanted.id(), mark);
        press.ifPresent(uses::takingBack);
        if (!chosen.isEmpty()) {
            tags.removeAll(chosen, wanted.id());
            accessLog.record("person.untagged", "tag:" + wanted.id(), chosen);
        }
        press.ifPresent(uses::takenBack);
        return chosen.size() == 1
                ? Response.seeOther(URI.create("/o/" + access.slug() + "/people/" + chosen.getFirst()))
                        .build()
                : back();
    }

    private Tags.TagView known(String tag) {
        return Optional.of(tag)
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> tags.usable(access.organizationId(), Long.parseLong(id)))
                .orElseThrow(NotFound::new);
    }

    private Tags.TagView made(String title) {
        return tags.create(access.organizationId(), TagsResource.title(title));
    }

    private static List<Long> first(List<Long> chosen) {
        return chosen.stream().distinct().limit(MOST).toList();
    }

    private Response back() {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/people")).build();
    }

    private People.Viewer viewer() {
        return new People.Viewer(access.organizationId(), access.administrator());
    }
}
