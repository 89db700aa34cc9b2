package se.ringstuga.messaging;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;

/**
 * What is done with a broadcast. What cannot be taken back is asked about first, with the numbers, on a page of its own:
 * {@code …/do/cancellation} and the like, so that they share nothing with the people of a broadcast.
 */
@Path("/o/{slug}/broadcasts/{id}/do")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BroadcastActionPages {

    @CheckedTemplate(basePath = "BroadcastActionPages")
    static class Templates {
        static native TemplateInstance cancellation(BroadcastScreen broadcast, long waiting, long sent);

        private Templates() {}
    }

    private final Sending sending;
    private final DraftEditing editing;
    private final TestMessages tests;
    private final Idempotency idempotency;
    private final BroadcastScreens screens;
    private final BroadcastTerms terms;
    private final Access access;

    BroadcastActionPages(
            Sending sending,
            DraftEditing editing,
            TestMessages tests,
            Idempotency idempotency,
            BroadcastScreens screens,
            BroadcastTerms terms,
            Access access) {
        this.sending = sending;
        this.editing = editing;
        this.tests = tests;
        this.idempotency = idempotency;
        this.screens = screens;
        this.terms = terms;
        this.access = access;
    }

    /** Before anything was sent it becomes a draft again; whoever presses too late has at least held the rest. */
    @POST
    @Path("/stop")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response stop(@RestPath long id) {
        try {
            editing.takeBack(id);
        } catch (ApprovalStands begun) {
            sending.pause(id);
        }
        return back(id);
    }

    @POST
    @Path("/pause")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response pause(@RestPath long id) {
        sending.pause(id);
        return back(id);
    }

    @POST
    @Path("/resumption")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response resume(@RestPath long id) {
        sending.resume(id);
        return back(id);
    }

    @GET
    @Path("/cancellation")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response askCancellation(@RestPath long id) {
        var broadcast = sending.get(id);
        var account = broadcast.account();
        if (account == null || account.waiting() == 0) {
            return back(id);
        }
        var sent = account.delivered() + account.sent() + account.unknown();
        return Response.ok(Templates.cancellation(screens.of(broadcast), account.waiting(), sent))
                .build();
    }

    @POST
    @Path("/cancellation")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response cancel(@RestPath long id) {
        sending.cancel(id);
        return back(id);
    }

    /** Of a draft; what was approved stays. */
    @POST
    @Path("/removal")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response remove(@RestPath long id) {
        try {
            editing.remove(id);
            return Response.seeOther(URI.create("/o/" + access.slug() + "/broadcasts"))
                    .build();
        } catch (BroadcastNotDraft approved) {
            return back(id);
        }
    }

    /** To oneself, as it would arrive; its page tells whether it did. */
    @POST
    @Path("/test")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response test(@RestPath long id, @RestForm @DefaultValue("") String key) {
        var wanted = NewTestMessage.of(sending.get(id), null);
        try {
            var message = idempotency.pressedOnce(key, wanted, () -> tested(wanted), known -> known);
            return Response.seeOther(URI.create("/o/" + access.slug() + "/messages/" + message))
                    .build();
        } catch (InvalidInput unknown) {
            return untested(id, terms.say().testNobody());
        } catch (NoGateway nobody) {
            return untested(id, terms.say().noGateway());
        }
    }

    private Idempotency.Created<Long> tested(NewTestMessage wanted) {
        var message = tests.send(wanted);
        return Idempotency.Created.of(message, message);
    }

    private Response untested(long id, String why) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(OneBroadcastPages.Templates.draft(screens.of(sending.get(id)), why))
                .build();
    }

    private Response back(long id) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/broadcasts/" + id))
                .build();
    }
}
