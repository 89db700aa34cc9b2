package se.ringstuga.accounts;

import io.nayuki.qrcodegen.QrCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import se.ringstuga.http.NotFound;

/** The page behind an invitation, a reset or the first set-up. Looking at it changes nothing: mail scanners look too. */
@Path("/links/{secret}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class LinkPages {

    private static final int BAD_REQUEST = 400;

    @CheckedTemplate(basePath = "LinkPages")
    static class Templates {
        static native TemplateInstance open(LinkView link, LinkForm form, Map<String, String> faults);

        static native TemplateInstance known(LinkView link, boolean signedIn);

        static native TemplateInstance recovery(List<String> codes);

        private Templates() {}
    }

    private final Links links;
    private final LinkMisses misses;
    private final Joining joining;
    private final Enrolment enrolment;
    private final Passwords passwords;
    private final Access access;
    private final Grants grants;
    private final SessionCookies cookies;

    LinkPages(
            Links links,
            LinkMisses misses,
            Joining joining,
            Enrolment enrolment,
            Passwords passwords,
            Access access,
            Grants grants,
            SessionCookies cookies) {
        this.links = links;
        this.misses = misses;
        this.joining = joining;
        this.enrolment = enrolment;
        this.passwords = passwords;
        this.access = access;
        this.grants = grants;
        this.cookies = cookies;
    }

    @GET
    @OpenToAll
    @Operation(hidden = true)
    public TemplateInstance open(@RestPath String secret) {
        var link = find(secret);
        var known = joining.known(link);
        return known.isPresent()
                ? Templates.known(view(link, secret), isSignedIn(known.get().id))
                : Templates.open(view(link, secret), LinkForm.of(link), Map.of());
    }

    @POST
    @OpenToAll
    @Operation(hidden = true)
    public Response complete(@RestPath String secret, @BeanParam LinkForm form) {
        var link = find(secret);
        if (joining.known(link).isPresent()) {
            return Response.seeOther(URI.create("/links/" + secret)).build();
        }
        var proof = enrolment.proof(new Secret(secret), form.code());
        var faults = joining.faults(link, form, proof);
        if (!faults.isEmpty()) {
            return Response.status(BAD_REQUEST)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(Templates.open(view(link, secret), form, faults))
                    .build();
        }
        var proven = new Joining.Proven(passwords.hash(form.password()), proof.orElseThrow());
        var done = joining.complete(link, new Secret(secret), form, proven);
        var answer = done.recoveryCodes().isEmpty()
                ? Response.seeOther(URI.create("/"))
                : Response.ok(Templates.recovery(done.recoveryCodes()));
        return answer.cookie(cookies.forStaff(done.session())).build();
    }

    @POST
    @Path("/acceptance")
    @SignedIn
    @Operation(hidden = true)
    public Response accept(@RestPath String secret) {
        var link = find(secret);
        var known =
                joining.known(link).filter(staff -> staff.id == access.actor().id());
        joining.accept(link, known.orElseThrow(NotFound::new).id);
        return Response.seeOther(URI.create("/")).build();
    }

    @GET
    @Path("/code.svg")
    @Produces("image/svg+xml")
    @OpenToAll
    @Operation(hidden = true)
    public String picture(@RestPath String secret) {
        var link = find(secret);
        var code = QrCode.encodeText(enrolment.address(new Secret(secret), link.email()), QrCode.Ecc.MEDIUM);
        return QrPicture.of(code);
    }

    private Links.Link find(String secret) {
        misses.check();
        return links.find(new Secret(secret)).orElseThrow(misses::missed);
    }

    private boolean isSignedIn(long staffId) {
        return cookies.ofStaff()
                .flatMap(session -> grants.ofSession(session, ""))
                .filter(credential ->
                        credential.complete() && credential.actor().id() == staffId)
                .isPresent();
    }

    private LinkView view(Links.Link link, String secret) {
        return new LinkView(
                link.kind(),
                "/links/" + secret,
                link.organization(),
                joining.makesOrganization(link),
                enrolment.letters(new Secret(secret)),
                enrolment.address(new Secret(secret), link.email()));
    }

    /** What the page shows of a link; {@code app} opens the app on the telephone that shows the page, which cannot scan itself. */
    record LinkView(
            Links.Kind kind, String path, String organization, boolean makesOrganization, String letters, String app) {

        public boolean setup() {
            return kind == Links.Kind.SETUP;
        }

        public boolean invitation() {
            return kind == Links.Kind.INVITATION;
        }

        public boolean reset() {
            return kind == Links.Kind.RESET;
        }
    }
}
