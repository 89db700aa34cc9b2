package se.ringstuga.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.NotFound;

/** Texts to oneself. */
@Path("/api/organizations/{slug}/broadcasts")
@RunOnVirtualThread
@Tag(name = "Messages")
class TestMessagesResource {

    private final TestMessages tests;
    private final Sending sending;
    private final Messages messages;
    private final Idempotency idempotency;
    private final AccessLog accessLog;

    TestMessagesResource(
            TestMessages tests, Sending sending, Messages messages, Idempotency idempotency, AccessLog accessLog) {
        this.tests = tests;
        this.sending = sending;
        this.messages = messages;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
    }

    @POST
    @Path("/tests")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Send a text that is being written to yourself")
    public RestResponse<MessageView> test(@Valid @NotNull NewTestMessage wanted) {
        return idempotency.once(wanted, () -> sent(wanted), this::view);
    }

    @POST
    @Path("/{id}/tests")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Send the broadcast's text to yourself")
    public RestResponse<MessageView> test(long id, @Valid @Nullable TestRecipient recipient) {
        var wanted = NewTestMessage.of(sending.get(id), recipient == null ? null : recipient.personId());
        return idempotency.once(recipient, () -> sent(wanted), this::view);
    }

    private Idempotency.Created<MessageView> sent(NewTestMessage wanted) {
        var message = view(tests.send(wanted));
        accessLog.record("message.sent", "message:" + message.id(), List.of(message.personId()));
        return Idempotency.Created.of(message.id(), message);
    }

    private MessageView view(long id) {
        return messages.find(id).orElseThrow(NotFound::new);
    }
}
