package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.NotFound;

/** Messages of their own: one person, one channel, one text. */
@Path("/api/organizations/{slug}/messages")
@RunOnVirtualThread
@Tag(name = "Messages")
class MessagesResource {

    private final Messages messages;
    private final Idempotency idempotency;
    private final AccessLog accessLog;

    MessagesResource(Messages messages, Idempotency idempotency, AccessLog accessLog) {
        this.messages = messages;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
    }

    @POST
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(
            summary = "Send one message to one person; the answer tells whether it waits to be sent or why it is not")
    public RestResponse<MessageView> send(@Valid @NotNull NewMessage wanted) {
        return idempotency.once(wanted, () -> added(wanted), this::view);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(summary = "A message with everything that became known of it")
    public MessageView get(long id) {
        var message = view(id);
        accessLog.record("message.read", "message:" + id, List.of(message.personId()));
        return message;
    }

    private Idempotency.Created<MessageView> added(NewMessage wanted) {
        var id = messages.add(wanted);
        accessLog.record("message.sent", "message:" + id, List.of(wanted.personId()));
        return Idempotency.Created.of(id, view(id));
    }

    private MessageView view(long id) {
        return messages.find(id).orElseThrow(NotFound::new);
    }
}
