package se.ringstuga.messaging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.messaging.email.EmailGateways;

/** What an installation that sends no real e-mail would have sent, for the organization's administrators (rule 26). */
@Path("/o/{slug}/sandbox/mail")
@RunOnVirtualThread
class SandboxMailPages {

    @CheckedTemplate(basePath = "SandboxMailPages")
    static class Templates {
        static native TemplateInstance mail(Shown shown);

        private Templates() {}
    }

    /** @param older the number to go on from; null when these are all */
    record Shown(
            String slug,
            List<SandboxMailbox.Mail> mails,
            @Nullable Long older,
            SpokenTime time) {}

    private final SandboxMailbox mailbox;
    private final EmailGateways gateways;
    private final Access access;
    private final PageContext page;

    SandboxMailPages(SandboxMailbox mailbox, EmailGateways gateways, Access access, PageContext page) {
        this.mailbox = mailbox;
        this.gateways = gateways;
        this.access = access;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance mail(@QueryParam("before") @Nullable Long before) {
        if (!access.administrator() || !gateways.isSandbox()) {
            throw new NotFound();
        }
        var mails = mailbox.latest(access.organizationId(), before == null ? Long.MAX_VALUE : before);
        var older = SandboxMailbox.mayHaveMore(mails) ? mails.getLast().id() : null;
        return Templates.mail(new Shown(access.slug(), mails, older, page.time(access.zone())));
    }
}
