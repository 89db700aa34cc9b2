package se.ringstuga.segments;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;
import se.ringstuga.people.TagUse;
import se.ringstuga.people.TagUses;
import se.ringstuga.people.Tags;
import se.ringstuga.people.TooManyTagged;

/** Tags everybody in a segment: how many they are stands there before, and it can be undone afterwards. */
@Path("/o/{slug}/segments/{id}/tags")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SegmentTagPages {

    @CheckedTemplate(basePath = "SegmentTagPages")
    static class Templates {
        static native TemplateInstance ask(Question question);

        static native TemplateInstance tagged(Tagged tagged);

        private Templates() {}
    }

    private final Segments segments;
    private final SegmentPeople people;
    private final SegmentTags segmentTags;
    private final FilterReader filters;
    private final Tags tags;
    private final TagUses uses;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    SegmentTagPages(
            Segments segments,
            SegmentPeople people,
            SegmentTags segmentTags,
            FilterReader filters,
            Tags tags,
            TagUses uses,
            Access access,
            AccessLog accessLog,
            Clock clock) {
        this.segments = segments;
        this.people = people;
        this.segmentTags = segmentTags;
        this.filters = filters;
        this.tags = tags;
        this.uses = uses;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * What is to be decided.
     *
     * @param key drawn anew each time it is shown
     * @param chosen the tag's id; 0 for none yet
     * @param missing none was chosen when one was wanted
     * @param tooMany why one may not give the chosen one to so many
     */
    record Question(
            String slug,
            long id,
            String title,
            long count,
            List<Tags.TagView> tags,
            String key,
            long chosen,
            boolean missing,
            @Nullable TooManyTagged tooMany) {}

    /**
     * What was done.
     *
     * @param mark when, which the undo names
     * @param begun what begins for them because of it
     */
    record Tagged(
            String slug,
            long id,
            String segment,
            long tagId,
            String tag,
            long count,
            String mark,
            List<TagUse.Begun> begun) {}

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestPath long id) {
        return Templates.ask(question(id, 0, false, null));
    }

    /** Pressed twice it is pressed once. In a transaction of its own: a refusal is told after all of it is taken back. */
    @POST
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public Response put(
            @RestPath long id, @RestForm @DefaultValue("") String tag, @RestForm @DefaultValue("") String key) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> given(id, tag, key));
        } catch (TooManyTagged tooMany) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> asked(Response.Status.CONFLICT, question(id, Long.parseLong(tag), false, tooMany)));
        }
    }

    private Response given(long id, String tag, String key) {
        var segment = segments.usable(access.organizationId(), id);
        var wanted = usable(tag);
        if (wanted.isEmpty()) {
            return asked(Response.Status.BAD_REQUEST, question(id, 0, true, null));
        }
        var tagId = wanted.get().id();
        var press = uses.press(key, tagId, tagId, given -> give(segment, given));
        return Response.ok(Templates.tagged(new Tagged(
                        access.slug(),
                        id,
                        segment.title,
                        tagId,
                        wanted.get().title(),
                        segmentTags.count(mark(press)),
                        press.at().toString(),
                        uses.begun(press))))
                .build();
    }

    private boolean give(Segment segment, TagUse.Press press) {
        var fresh = segmentTags.put(filters.stored(segment.filter), scope(), mark(press));
        accessLog.record("person.tagged", "tag:" + press.tagId(), fresh);
        return true;
    }

    private SegmentTags.Mark mark(TagUse.Press press) {
        return new SegmentTags.Mark(press.tagId(), access.actor(), press.at());
    }

    /** Only what the same person did themselves. */
    @POST
    @Path("/removal")
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public Response takeBack(
            @RestPath long id, @RestForm @DefaultValue("") String tag, @RestForm @DefaultValue("") String mark) {
        segments.usable(access.organizationId(), id);
        var wanted = usable(tag).orElseThrow(NotFound::new);
        TagUses.press(wanted.id(), mark).ifPresent(press -> {
            uses.takingBack(press);
            var people = segmentTags.takeBack(mark(press));
            accessLog.record("person.untagged", "tag:" + wanted.id(), people);
            uses.takenBack(press);
        });
        return Response.seeOther(URI.create("/o/" + access.slug() + "/segments/" + id + "/tags"))
                .build();
    }

    private static Response asked(Response.Status status, Question question) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.ask(question))
                .build();
    }

    private Question question(long id, long chosen, boolean missing, @Nullable TooManyTagged tooMany) {
        var segment = segments.usable(access.organizationId(), id);
        var count = people.count(filters.stored(segment.filter), scope());
        accessLog.record("segment.count", "segment:" + id, List.of());
        var usable = tags.usable(access.organizationId());
        var key = UUID.randomUUID().toString();
        return new Question(access.slug(), id, segment.title, count, usable, key, chosen, missing, tooMany);
    }

    private Optional<Tags.TagView> usable(String tag) {
        return tag.matches("\\d{1,18}") ? tags.usable(access.organizationId(), Long.parseLong(tag)) : Optional.empty();
    }

    private Scope scope() {
        return new Scope(access.organizationId(), clock.instant(), access.zone());
    }
}
