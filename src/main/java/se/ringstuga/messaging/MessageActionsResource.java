package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;

/** What can still be done about one message. */
@Path("/api/organizations/{slug}/messages/{id}")
@RunOnVirtualThread
@Tag(name = "Messages")
class MessageActionsResource {

    private final Messages messages;
    private final SentAgain sentAgain;
    private final CancelledMessages cancelled;
    private final AccessLog accessLog;

    MessageActionsResource(Messages messages, SentAgain sentAgain, CancelledMessages cancelled, AccessLog accessLog) {
        this.messages = messages;
        this.sentAgain = sentAgain;
        this.cancelled = cancelled;
        this.accessLog = accessLog;
    }

    @POST
    @Path("/resend")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(
            summary =
                    "Send what failed, expired or is unknown once more, as a new message: 201, and 200 when that was done before;"
                            + " 409 for what belongs to a cancelled broadcast")
    public RestResponse<MessageView> resend(long id) {
        var again = sentAgain.again(id);
        var message = view(again.id());
        accessLog.record("message.sent", "message:" + message.id(), List.of(message.personId()));
        return RestResponse.status(again.first() ? RestResponse.Status.CREATED : RestResponse.Status.OK, message);
    }

    @POST
    @Path("/cancellation")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "Stop a message that waits, for good")
    public MessageView cancel(long id) {
        cancelled.cancel(id);
        var message = view(id);
        accessLog.record("message.cancelled", "message:" + id, List.of(message.personId()));
        return message;
    }

    private MessageView view(long id) {
        return messages.find(id).orElseThrow(NotFound::new);
    }
}
