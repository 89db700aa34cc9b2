package se.ringstuga.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
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
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageRequest;
import se.ringstuga.messaging.MessageState;
import se.ringstuga.messaging.MessageView;
import se.ringstuga.messaging.Messages;

/** The inbox as organizers see it: what waits, and each conversation with an answer. */
@Path("/o/{slug}/inbox")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class InboxPages {

    private static final int ROWS = 30;
    private static final int LINES = 40;

    @CheckedTemplate(basePath = "InboxPages")
    static class Templates {
        static native TemplateInstance list(InboxScreens.Listed page);

        static native TemplateInstance conversation(
                InboxScreens.Conversation page, AnswerForm form, @Nullable String fault);

        private Templates() {}
    }

    private final ConversationViews conversations;
    private final Lines lines;
    private final Answering answering;
    private final Messages messages;
    private final InboxScreens screens;
    private final Idempotency idempotency;
    private final Access access;

    InboxPages(
            ConversationViews conversations,
            Lines lines,
            Answering answering,
            Messages messages,
            InboxScreens screens,
            Idempotency idempotency,
            Access access) {
        this.conversations = conversations;
        this.lines = lines;
        this.answering = answering;
        this.messages = messages;
        this.screens = screens;
        this.idempotency = idempotency;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @DefaultValue("") String state, @RestQuery @Nullable String cursor) {
        var wanted = state.equals("handled") ? ConversationViews.State.HANDLED : ConversationViews.State.OPEN;
        return Templates.list(screens.listed(wanted, conversations.page(wanted, new PageRequest(cursor, ROWS))));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance conversation(
            @RestPath long id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("") String read,
            @RestQuery @DefaultValue("") String said) {
        return Templates.conversation(
                shown(found(id), new InboxScreens.Reading(cursor, AnswerForm.read(read)), said),
                AnswerForm.fresh(),
                null);
    }

    /** Pressed twice it is sent once. */
    @POST
    @Path("/{id}/answers")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response answer(@RestPath long id, @BeanParam AnswerForm form) {
        var conversation = found(id);
        var fault = screens.fault(form, conversation);
        if (fault != null) {
            return refused(conversation, form, fault);
        }
        try {
            var message = idempotency.pressedOnce(
                    form.key(),
                    form,
                    () -> answered(conversation, form),
                    sent -> messages.find(sent).orElseThrow());
            var said = message.state() == MessageState.SKIPPED ? "refused" : "sent";
            return Response.seeOther(URI.create(base() + "/" + id + "?said=" + said))
                    .build();
        } catch (InvalidInput unsendable) {
            return refused(conversation, form, screens.words().refused());
        }
    }

    private Response refused(ConversationView conversation, AnswerForm form, String fault) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.conversation(shown(conversation, InboxScreens.Reading.LATEST, ""), form, fault))
                .build();
    }

    @POST
    @Path("/{id}/handling")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response handle(@RestPath long id, @RestForm @DefaultValue("") String read) {
        answering.handle(found(id), AnswerForm.read(read));
        var more = found(id).waitingSince() != null;
        return Response.seeOther(URI.create(more ? base() + "/" + id + "?said=more" : base()))
                .build();
    }

    private Idempotency.Created<MessageView> answered(ConversationView conversation, AnswerForm form) {
        var message =
                answering.answer(conversation, new NewAnswer(form.text().strip(), form.personId(), form.readTo()));
        return Idempotency.Created.of(message.id(), message);
    }

    private InboxScreens.Conversation shown(ConversationView conversation, InboxScreens.Reading reading, String said) {
        var page = lines.page(conversation, new PageRequest(reading.cursor(), LINES));
        return screens.conversation(conversation, page, reading, said);
    }

    private ConversationView found(long id) {
        return conversations.find(id).orElseThrow(NotFound::new);
    }

    private String base() {
        return "/o/" + access.slug() + "/inbox";
    }
}
