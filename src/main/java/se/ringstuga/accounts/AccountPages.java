package se.ringstuga.accounts;

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
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;

/** One's own account: password, recovery codes, signed-in browsers. */
@Path("/account")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AccountPages {

    private static final int BAD_REQUEST = 400;
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    @CheckedTemplate(basePath = "AccountPages")
    static class Templates {
        static native TemplateInstance account(AccountView account, Said said);

        private Templates() {}
    }

    private final Access access;
    private final Account account;
    private final StaffMembers members;
    private final RecoveryCodes recoveryCodes;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final PageContext page;
    private final Words words;

    AccountPages(
            Access access,
            Account account,
            StaffMembers members,
            RecoveryCodes recoveryCodes,
            Sessions sessions,
            SessionCookies cookies,
            PageContext page,
            Words words) {
        this.access = access;
        this.account = account;
        this.members = members;
        this.recoveryCodes = recoveryCodes;
        this.sessions = sessions;
        this.cookies = cookies;
        this.page = page;
        this.words = words;
    }

    @GET
    @SignedIn
    @Operation(hidden = true)
    public TemplateInstance show() {
        return Templates.account(view(), Said.NOTHING);
    }

    @POST
    @Path("/password")
    @SignedIn
    @Operation(hidden = true)
    public Response changePassword(
            @RestForm @DefaultValue("") String current, @RestForm @DefaultValue("") String password) {
        return switch (account.changePassword(access.actor().id(), current, password)) {
            case Account.PasswordChange.WrongCurrent() ->
                refused(new Said(words.say().wrongCurrent(), null, null, null));
            case Account.PasswordChange.Refused(var flaw) -> refused(new Said(null, words.flaw(flaw), null, null));
            case Account.PasswordChange.Changed(var session) ->
                Response.ok(Templates.account(
                                view(), new Said(null, null, null, words.say().passwordChanged())))
                        .cookie(cookies.forStaff(session))
                        .build();
        };
    }

    @POST
    @Path("/recovery-codes")
    @SignedIn
    @Operation(hidden = true)
    public Response renewRecoveryCodes(@RestForm @DefaultValue("") String code) {
        var codes = account.renewRecoveryCodes(access.actor().id(), code);
        return codes.isEmpty()
                ? refused(new Said(null, null, words.say().wrongCode(), null))
                : Response.ok(LinkPages.Templates.recovery(codes)).build();
    }

    /** A box that is not ticked is not sent. */
    @POST
    @Path("/digests")
    @Transactional
    @SignedIn
    @Operation(hidden = true)
    public Response chooseDigests(@RestForm @DefaultValue("false") boolean wanted) {
        members.wantDigests(access.actor().id(), wanted);
        return Response.seeOther(URI.create("/account")).build();
    }

    @POST
    @Path("/sessions/{id}/end")
    @Transactional
    @SignedIn
    @Operation(hidden = true)
    public Response endSession(@RestPath long id) {
        var own = sessions.livingOfStaff(access.actor().id()).stream().anyMatch(session -> session.id() == id);
        if (!own) {
            throw new NotFound();
        }
        sessions.revoke(id);
        return Response.seeOther(URI.create("/account")).build();
    }

    private Response refused(Said said) {
        return Response.status(BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.account(view(), said))
                .build();
    }

    private AccountView view() {
        var staff = members.findActive(access.actor().id()).orElseThrow(NotFound::new);
        var lines = sessions.livingOfStaff(staff.id).stream()
                .map(session -> new SessionLine(
                        session.id(),
                        session.id() == access.sessionId(),
                        BrowserName.of(session.userAgent(), words.say()),
                        page.time(ZONE).moment(session.lastUsedAt())))
                .toList();
        return new AccountView(
                staff.name, staff.email, staff.hasSecondFactor(), recoveryCodes.left(staff.id), staff.digest, lines);
    }

    record AccountView(
            String name,
            String email,
            boolean secondFactor,
            int codesLeft,
            boolean digests,
            List<SessionLine> sessions) {}

    record SessionLine(long id, boolean current, String browser, String lastUsed) {}

    /** What the page answers to the last form. */
    record Said(
            @Nullable String wrongCurrent,
            @Nullable String wrongPassword,
            @Nullable String wrongCode,
            @Nullable String good) {

        static final Said NOTHING = new Said(null, null, null, null);
    }
}
