package se.ringstuga.calling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.events.EventKindMessages;
import se.ringstuga.events.EventKinds;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.segments.UsableSegments;

/**
 * Where a call list begins: with the first step of its guide, or, for people who were chosen on another page (those whom no
 * message reached), with a name and a few words.
 */
@Path("/o/{slug}/call-assignments/new")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class NewAssignmentPages {

    private static final int LONGEST_NAME = 200;

    @CheckedTemplate(basePath = "NewAssignmentPages")
    static class Templates {
        static native TemplateInstance ask(Form form);

        static native TemplateInstance made(String slug, long id, String title, long people);

        private Templates() {}
    }

    private final AssignmentEditing editing;
    private final StatisticsOfCalls statistics;
    private final GuideScreens guide;
    private final AssignmentFormScreens forms;
    private final EventKinds kinds;
    private final UsableSegments segments;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final Access access;
    private final PageContext page;

    NewAssignmentPages(
            AssignmentEditing editing,
            StatisticsOfCalls statistics,
            GuideScreens guide,
            AssignmentFormScreens forms,
            EventKinds kinds,
            UsableSegments segments,
            Idempotency idempotency,
            ObjectMapper json,
            Access access,
            PageContext page) {
        this.editing = editing;
        this.statistics = statistics;
        this.guide = guide;
        this.forms = forms;
        this.kinds = kinds;
        this.segments = segments;
        this.idempotency = idempotency;
        this.json = json;
        this.access = access;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance ask(
            @RestQuery @DefaultValue("") String title,
            @RestQuery @DefaultValue("") String filter,
            @RestQuery @Nullable Long segment) {
        if (filter.isEmpty()) {
            return GuidePages.Templates.step(guide.step(null, GuideStep.WHOM, begun(segment), false));
        }
        var sent = new Sent(title, "", filter, segment, List.of());
        return Templates.ask(form(UUID.randomUUID().toString(), sent, null));
    }

    /** Sent twice it makes one list. */
    @POST
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public Response make(
            @RestForm @DefaultValue("") String key,
            @RestForm @DefaultValue("") String title,
            @RestForm @DefaultValue("") String script,
            @RestForm @DefaultValue("") String filter,
            @RestForm @Nullable Long segment,
            @RestForm List<Long> eventKindIds) {
        var sent = new Sent(title, script, filter, segment, eventKindIds);
        var target = tree(filter);
        if (title.isBlank() || title.strip().length() > LONGEST_NAME) {
            return refused(key, sent, say().nameMissing());
        } else if (target.isEmpty()) {
            return refused(key, sent, say().unreadable());
        }
        try {
            var id = idempotency.pressedOnce(key, sent, () -> made(sent, target.get()), known -> known);
            var people = statistics.of(scope(), id).people();
            return Response.ok(Templates.made(access.slug(), id, title, people)).build();
        } catch (InvalidInput wrong) {
            var mistake = ScriptText.mistake(script);
            return refused(
                    key,
                    sent,
                    mistake.map(one -> one.sentence(page.language().locale())).orElseGet(() -> say().unreadable()));
        }
    }

    private Idempotency.Created<Long> made(Sent sent, JsonNode target) {
        var wanted = new NewCallAssignment(
                sent.title(),
                target,
                null,
                null,
                sent.script(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                sent.eventKindIds(),
                source(sent.segment(), target));
        var id = editing.create(scope(), wanted).id();
        return Idempotency.Created.of(id, id);
    }

    private PageForm begun(@Nullable Long segment) {
        var values = new HashMap<>(forms.usual().values());
        if (segment != null) {
            AssignmentFormScreens.put(values, "to", AssignmentForm.SEGMENT);
            AssignmentFormScreens.put(values, "segment", segment);
        }
        return new PageForm(values, Map.of());
    }

    /** The segment that the people came from, unless it has become another or gone meanwhile. */
    private @Nullable Long source(@Nullable Long segment, JsonNode target) {
        return Optional.ofNullable(segment)
                .filter(id -> segments.filter(access.organizationId(), id)
                        .filter(target::equals)
                        .isPresent())
                .orElse(null);
    }

    private CallScope scope() {
        return CallScope.of(access.organizationId(), access.actor());
    }

    private Optional<JsonNode> tree(String filter) {
        try {
            return Optional.ofNullable(json.readTree(filter)).filter(JsonNode::isObject);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private Response refused(String key, Sent sent, String why) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.ask(form(key, sent, why)))
                .build();
    }

    private Form form(String key, Sent sent, @Nullable String wrong) {
        var names = MessageBundles.get(
                EventKindMessages.class, Localized.Literal.of(page.language().tag()));
        var offered = kinds.usable(access.organizationId()).stream()
                .map(kind -> new Kind(
                        kind.id(), kind.named(names), sent.eventKindIds().contains(kind.id())))
                .toList();
        return new Form(access.slug(), key, sent, offered, wrong);
    }

    private NewAssignmentMessages say() {
        return MessageBundles.get(
                NewAssignmentMessages.class,
                Localized.Literal.of(page.language().tag()));
    }

    record Form(
            String slug,
            String key,
            Sent sent,
            List<Kind> kinds,
            @Nullable String wrong) {}

    /** A kind of event that callers may sign people up to. */
    record Kind(long id, String title, boolean chosen) {}

    /** @param segment whose people they are; null for people of their own */
    record Sent(
            String title,
            String script,
            String filter,
            @Nullable Long segment,
            List<Long> eventKindIds) {}
}
