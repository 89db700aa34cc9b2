package se.ringstuga.messaging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.people.People;

/** What can still be done about one message. Sending again is asked about first, and pressed twice it is done once. */
@Path("/o/{slug}/messages/{id}/do")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class MessageActionPages {

    @CheckedTemplate(basePath = "MessageActionPages")
    static class Templates {
        static native TemplateInstance again(Asked message);

        private Templates() {}
    }

    /**
     * The question.
     *
     * @param twice whether the first one may have arrived
     * @param refused why it cannot be done; null before
     */
    record Asked(
            String slug,
            long id,
            String name,
            boolean sms,
            boolean twice,
            @Nullable String refused) {}

    private final Messages messages;
    private final SentAgain sentAgain;
    private final CancelledMessages cancelled;
    private final People people;
    private final SingleMessageScreens screens;
    private final Access access;
    private final AccessLog accessLog;

    MessageActionPages(
            Messages messages,
            SentAgain sentAgain,
            CancelledMessages cancelled,
            People people,
            SingleMessageScreens screens,
            Access access,
            AccessLog accessLog) {
        this.messages = messages;
        this.sentAgain = sentAgain;
        this.cancelled = cancelled;
        this.people = people;
        this.screens = screens;
        this.access = access;
        this.accessLog = accessLog;
    }

    @GET
    @Path("/again")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response ask(@RestPath long id) {
        var message = messages.find(id).orElseThrow(NotFound::new);
        return sentAgain.offer(message) == SentAgain.Offer.SEND_AGAIN
                ? Response.ok(Templates.again(asked(message, null))).build()
                : to(id);
    }

    @POST
    @Path("/again")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response again(@RestPath long id) {
        var message = messages.find(id).orElseThrow(NotFound::new);
        var asked = asked(message, null);
        try {
            var again = sentAgain.again(id).id();
            accessLog.record("message.sent", "message:" + again, List.of(message.personId()));
            return to(again);
        } catch (MessageInState | OfCancelledBroadcast changed) {
            return to(id);
        } catch (NoGateway nobody) {
            return refused(asked, screens.say().noGateway());
        } catch (InvalidInput impossible) {
            return refused(asked, screens.say().refused());
        }
    }

    /** Too late it is as if it had not been pressed: the page says where the message is. */
    @POST
    @Path("/cancellation")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response cancel(@RestPath long id) {
        asked(messages.find(id).orElseThrow(NotFound::new), null);
        try {
            cancelled.cancel(id);
        } catch (MessageInState changed) {
            return to(id);
        }
        return to(id);
    }

    /** A person whom the reader may not see keeps their message to themselves. */
    private Asked asked(MessageView message, @Nullable String refused) {
        var viewer = new People.Viewer(access.organizationId(), access.administrator());
        var person = people.view(viewer, message.personId()).orElseThrow(NotFound::new);
        return new Asked(
                access.slug(),
                message.id(),
                person.name(),
                message.channel() == Channel.SMS,
                message.state() == MessageState.UNKNOWN
                        || Reason.NEVER_CONFIRMED.name().equals(message.code()),
                refused);
    }

    private static Response refused(Asked asked, String why) {
        return Response.status(Response.Status.CONFLICT)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.again(
                        new Asked(asked.slug(), asked.id(), asked.name(), asked.sms(), asked.twice(), why)))
                .build();
    }

    private Response to(long id) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/messages/" + id))
                .build();
    }
}
