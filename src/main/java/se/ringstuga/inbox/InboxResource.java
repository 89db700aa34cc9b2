package se.ringstuga.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.messaging.MessageView;
import se.ringstuga.messaging.Messages;

/** What people text to the organization's own numbers. */
@Path("/api/organizations/{slug}/inbox")
@RunOnVirtualThread
@Tag(name = "Inbox")
class InboxResource {

    private final ConversationViews conversations;
    private final Lines lines;
    private final Answering answering;
    private final Messages messages;
    private final Idempotency idempotency;

    InboxResource(
            ConversationViews conversations,
            Lines lines,
            Answering answering,
            Messages messages,
            Idempotency idempotency) {
        this.conversations = conversations;
        this.lines = lines;
        this.answering = answering;
        this.messages = messages;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "The organization's conversations, the latest first")
    public Page<ConversationView> list(
            @Parameter(
                            description = "open: somebody has yet to read it; handled: all else",
                            schema = @Schema(enumeration = {"open", "handled"}))
                    @QueryParam("state")
                    @DefaultValue("open")
                    String state,
            @BeanParam PageRequest page) {
        return conversations.page(state(state), page);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "What was written in a conversation, both ways and the latest first")
    public Page<Line> get(long id, @BeanParam PageRequest page) {
        return lines.page(conversation(id), page);
    }

    @POST
    @Path("/{id}/answers")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(
            summary =
                    "Answer by SMS, which also handles the conversation as far as it was read (`readTo`); a message that is skipped says why and handles nothing")
    public RestResponse<MessageView> answer(long id, @Valid @NotNull NewAnswer wanted) {
        return idempotency.once(wanted, () -> answered(id, wanted), this::message);
    }

    @POST
    @Path("/{id}/handling")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(
            summary =
                    "Say that a conversation needs no answer as far as it was read (`readTo`); the next text opens it again")
    public ConversationView handle(long id, @Valid @Nullable Handling wanted) {
        var conversation = conversation(id);
        var readTo = wanted == null ? null : wanted.readTo();
        written(conversation, readTo);
        answering.handle(conversation, readTo);
        return conversation(id);
    }

    private Idempotency.Created<MessageView> answered(long id, NewAnswer wanted) {
        var conversation = conversation(id);
        written(conversation, wanted.readTo());
        var message = answering.answer(conversation, wanted);
        return Idempotency.Created.of(message.id(), message);
    }

    /** Another conversation's text may be later than all of this one's, and would handle what nobody has read. */
    private void written(ConversationView conversation, @Nullable Long readTo) {
        if (readTo != null && readTo > 0 && !conversations.holds(conversation.id(), readTo)) {
            throw new InvalidInput("readTo", "there is no text " + readTo + " in this conversation; use its textId");
        }
    }

    private MessageView message(long id) {
        return messages.find(id).orElseThrow(NotFound::new);
    }

    private ConversationView conversation(long id) {
        return conversations.find(id).orElseThrow(NotFound::new);
    }

    private static ConversationViews.State state(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "open" -> ConversationViews.State.OPEN;
            case "handled" -> ConversationViews.State.HANDLED;
            default -> throw InvalidInput.query("state", "must be open or handled");
        };
    }
}
