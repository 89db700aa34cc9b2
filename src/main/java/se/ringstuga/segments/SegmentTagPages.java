package se.ringstuga.segments;

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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;
import se.ringstuga.people.Tags;

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
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    SegmentTagPages(
            Segments segments,
            SegmentPeople people,
            SegmentTags segmentTags,
            FilterReader filters,
            Tags tags,
            Access access,
            AccessLog accessLog,
            Clock clock) {
        this.segments = segments;
        this.people = people;
        this.segmentTags = segmentTags;
        this.filters = filters;
        this.tags = tags;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    record Question(String slug, long id, String title, long count, List<Tags.TagView> tags, boolean missing) {}

    /** @param mark when it was done, which the undo names */
    record Tagged(String slug, long id, String segment, long tagId, String tag, int count, String mark) {}

    @GET
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public TemplateInstance ask(@RestPath long id) {
        return Templates.ask(question(id, false));
    }

    @POST
    @Transactional
    @Requires(Permission.PEOPLE_WRITE)
    @Operation(hidden = true)
    public Response put(@RestPath long id, @RestForm @DefaultValue("") String tag) {
        var segment = segments.usable(access.organizationId(), id);
        var wanted = usable(tag);
        if (wanted.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(Templates.ask(question(id, true)))
                    .build();
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var mark = new SegmentTags.Mark(wanted.get().id(), access.actor(), at);
        var fresh = segmentTags.put(filters.stored(segment.filter), scope(), mark);
        accessLog.record("person.tagged", "tag:" + mark.tagId(), fresh);
        return Response.ok(Templates.tagged(new Tagged(
                        access.slug(),
                        id,
                        segment.title,
                        mark.tagId(),
                        wanted.get().title(),
                        fresh.size(),
                        at.toString())))
                .build();
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
        var at = instant(mark);
        if (at != null) {
            var people = segmentTags.takeBack(new SegmentTags.Mark(wanted.id(), access.actor(), at));
            accessLog.record("person.untagged", "tag:" + wanted.id(), people);
        }
        return Response.seeOther(URI.create("/o/" + access.slug() + "/segments/" + id + "/tags"))
                .build();
    }

    private Question question(long id, boolean missing) {
        var segment = segments.usable(access.organizationId(), id);
        var count = people.count(filters.stored(segment.filter), scope());
        accessLog.record("segment.count", "segment:" + id, List.of());
        return new Question(access.slug(), id, segment.title, count, tags.usable(access.organizationId()), missing);
    }

    private Optional<Tags.TagView> usable(String tag) {
        return tag.matches("\\d{1,18}") ? tags.usable(access.organizationId(), Long.parseLong(tag)) : Optional.empty();
    }

    private static @Nullable Instant instant(String mark) {
        try {
            return Instant.parse(mark);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private Scope scope() {
        return new Scope(access.organizationId(), clock.instant(), access.zone());
    }
}
