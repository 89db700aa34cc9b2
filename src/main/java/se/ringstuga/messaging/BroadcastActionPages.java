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
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;

/**
 * What is done with a broadcast. What cannot be taken back is asked about first, with the numbers, on a page of its own:
 * {@code …/do/approval} and the like, so that they share nothing with the people of a broadcast.
 */
@Path("/o/{slug}/broadcasts/{id}/do")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BroadcastActionPages {

    @CheckedTemplate(basePath = "BroadcastActionPages")
    static class Templates {
        static native TemplateInstance approval(BroadcastScreen broadcast, @Nullable String refused);

        static native TemplateInstance cancellation(BroadcastScreen broadcast, long waiting, long sent);

        private Templates() {}
    }

    private final Sending sending;
    private final DraftEditing editing;
    private final TestMessages tests;
    private final Idempotency idempotency;
    private final BroadcastScreens screens;
    private final BroadcastTerms terms;
    private final MessagingSettings settings;
    private final Access access;

    BroadcastActionPages(
            Sending sending,
            DraftEditing editing,
            TestMessages tests,
            Idempotency idempotency,
            BroadcastScreens screens,
            BroadcastTerms terms,
            MessagingSettings settings,
            Access access) {
        this.sending = sending;
        this.editing = editing;
        this.tests = tests;
        this.idempotency = idempotency;
        this.screens = screens;
        this.terms = terms;
        this.settings = settings;
        this.access = access;
    }

    @GET
    @Path("/approval")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response askApproval(@RestPath long id) {
        var screen = screens.of(sending.get(id));
        return screen.draft() == null
                ? back(id)
                : Response.ok(Templates.approval(screen, null)).build();
    }

    /** Approved twice it is approved once. */
    @POST
    @Path("/approval")
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response approve(@RestPath long id) {
        try {
            sending.approve(id);
            return back(id);
        } catch (SecondApprovalNeeded needed) {
            var limit = settings.of(access.organizationId()).approvalLimit();
            return refused(id, terms.say().secondText(limit));
        } catch (NoGateway nobody) {
            return refused(id, terms.say().noGateway());
        } catch (TextTooLong tooLong) {
            return refused(
                    id,
                    terms.say()
                            .tooLong(settings.of(access.organizationId())
                                    .tariff()
                                    .mostParts()));
        } catch (BudgetExceeded exceeded) {
            return refused(id, terms.say().overBudget());
        } catch (BroadcastTooLate late) {
            return refused(id, terms.say().tooLate());
        }
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

    private Response refused(long id, String why) {
        return Response.status(Response.Status.CONFLICT)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.approval(screens.of(sending.get(id)), why))
                .build();
    }
}
