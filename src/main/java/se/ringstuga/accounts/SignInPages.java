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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Sign-in of staff: password, then code; and sign-out. */
@Path("/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SignInPages {

    private static final int BAD_REQUEST = 400;

    @CheckedTemplate(basePath = "SignInPages")
    static class Templates {
        static native TemplateInstance password(String email, String wanted, @Nullable String error);

        static native TemplateInstance code(String wanted, @Nullable String error);

        private Templates() {}
    }

    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Words words;

    SignInPages(SignIn signIn, Sessions sessions, SessionCookies cookies, Words words) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
        this.words = words;
    }

    @GET
    @Path("sign-in")
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance ask(@RestQuery("return") @Nullable String wanted) {
        return Templates.password("", ReturnPath.safe(wanted), null);
    }

    @POST
    @Path("sign-in")
    @OpenToAll
    @Operation(hidden = true)
    public Response password(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm("return") @Nullable String wanted) {
        var path = ReturnPath.safe(wanted);
        return switch (signIn.password(email, password)) {
            case SignIn.Outcome.Done(var session, var known) -> goOn(URI.create(path), session, known);
            case SignIn.Outcome.CodeNeeded(var session) -> goOn(ReturnPath.code(path), session);
            case SignIn.Outcome.FactorLost() ->
                refused(Templates.password(email, path, words.say().factorLost()));
            case SignIn.Outcome.Wrong(), SignIn.Outcome.Expired() ->
                refused(Templates.password(email, path, words.say().wrongPassword()));
        };
    }

    @GET
    @Path("sign-in/code")
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance askForCode(@RestQuery("return") @Nullable String wanted) {
        return Templates.code(ReturnPath.safe(wanted), null);
    }

    @POST
    @Path("sign-in/code")
    @OpenToAll
    @Operation(hidden = true)
    public Response code(@RestForm @DefaultValue("") String code, @RestForm("return") @Nullable String wanted) {
        var path = ReturnPath.safe(wanted);
        var waiting = cookies.ofStaff();
        if (waiting.isEmpty()) {
            return refused(Templates.password("", path, words.say().expired()));
        }
        return switch (signIn.code(waiting.get(), code)) {
            case SignIn.Outcome.Done(var session, var known) -> goOn(URI.create(path), session, known);
            case SignIn.Outcome.Expired() ->
                refused(Templates.password("", path, words.say().expired()));
            case SignIn.Outcome.Wrong(), SignIn.Outcome.CodeNeeded _, SignIn.Outcome.FactorLost() ->
                refused(Templates.code(path, words.say().wrongCode()));
        };
    }

    @POST
    @Path("sign-out")
    @Transactional
    @OpenToAll
    @Operation(hidden = true)
    public Response signOut() {
        cookies.ofStaff().ifPresent(sessions::revoke);
        return Response.seeOther(URI.create("/sign-in"))
                .cookie(cookies.endOfStaff())
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    private Response goOn(URI page, Secret session, NewCookie... more) {
        return Response.seeOther(page)
                .cookie(cookies.forStaff(session))
                .cookie(more)
                .build();
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(BAD_REQUEST)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }
}
