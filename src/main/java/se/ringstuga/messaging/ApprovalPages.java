package se.ringstuga.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.PageForm;

/** The last look at a broadcast, and the yes: for the version that was seen and no other (rule 23). */
@Path("/o/{slug}/broadcasts/{id}/do/approval")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ApprovalPages {

    @CheckedTemplate(basePath = "ApprovalPages")
    static class Templates {
        static native TemplateInstance approval(
                BroadcastScreen broadcast, @Nullable String refused, List<SeenDraft.Change> changes);

        private Templates() {}
    }

    private final Sending sending;
    private final BroadcastScreens screens;
    private final BroadcastTerms terms;
    private final MessagingSettings settings;
    private final Access access;

    ApprovalPages(
            Sending sending,
            BroadcastScreens screens,
            BroadcastTerms terms,
            MessagingSettings settings,
            Access access) {
        this.sending = sending;
        this.screens = screens;
        this.terms = terms;
        this.settings = settings;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response ask(@RestPath long id) {
        var screen = screens.of(sending.get(id));
        return screen.draft() == null
                ? back(id)
                : Response.ok(Templates.approval(screen, null, List.of())).build();
    }

    /** Approved twice it is approved once. In a transaction of its own: a refusal is told after all of it is taken back. */
    @POST
    @Requires(Permission.MESSAGES_SEND)
    @Operation(hidden = true)
    public Response approve(@RestPath long id, MultivaluedMap<String, String> sent) {
        var seen = SeenDraft.of(PageForm.of(sent));
        try {
            QuarkusTransaction.requiringNew().run(() -> sending.approve(id, '"' + seen.version() + '"'));
            return back(id);
        } catch (EntityVersion.ChangedSince meanwhile) {
            return QuarkusTransaction.requiringNew().call(() -> changed(id, seen));
        } catch (SecondApprovalNeeded needed) {
            return refused(id, () -> terms.say().secondText(rules().approvalLimit()));
        } catch (NoGateway nobody) {
            return refused(id, () -> terms.say().noGateway());
        } catch (TextTooLong tooLong) {
            return refused(id, () -> terms.say().tooLong(rules().tariff().mostParts()));
        } catch (BudgetExceeded exceeded) {
            return refused(id, () -> terms.say().overBudget());
        } catch (BroadcastTooLate late) {
            return refused(id, () -> terms.say().tooLate());
        }
    }

    /** Where somebody approved it meanwhile, its page tells. */
    private Response changed(long id, SeenDraft seen) {
        var screen = screens.of(sending.get(id));
        var draft = screen.draft();
        return draft == null
                ? back(id)
                : answer(
                        Response.Status.PRECONDITION_FAILED,
                        Templates.approval(
                                screen, terms.say().changedMeanwhile(), seen.changes(draft.seen(), terms.say())));
    }

    private SendingRules rules() {
        return settings.of(access.organizationId());
    }

    private Response back(long id) {
        return Response.seeOther(URI.create("/o/" + access.slug() + "/broadcasts/" + id))
                .build();
    }

    private Response refused(long id, Supplier<String> why) {
        return QuarkusTransaction.requiringNew()
                .call(() -> answer(
                        Response.Status.CONFLICT,
                        Templates.approval(screens.of(sending.get(id)), why.get(), List.of())));
    }

    private static Response answer(Response.Status status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }
}
