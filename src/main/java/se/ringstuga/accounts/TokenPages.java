package se.ringstuga.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.organizations.Organizations;

/** API tokens of an organization, for its administrators. */
@Path("/o/{slug}/tokens")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class TokenPages {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_SHOWN = 200;
    private static final int MOST_DAYS = 730;

    @CheckedTemplate(basePath = "TokenPages")
    static class Templates {
        static native TemplateInstance tokens(TokenPage page, TokenForm form, @Nullable String error);

        static native TemplateInstance made(String base, String title, String secret);

        private Templates() {}
    }

    private final Access access;
    private final Organizations organizations;
    private final ApiTokens tokens;
    private final PageContext page;
    private final Words words;

    TokenPages(Access access, Organizations organizations, ApiTokens tokens, PageContext page, Words words) {
        this.access = access;
        this.organizations = organizations;
        this.tokens = tokens;
        this.page = page;
        this.words = words;
    }

    @GET
    @Requires(Permission.TOKENS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance list() {
        return Templates.tokens(view(), TokenForm.EMPTY, null);
    }

    @POST
    @Transactional
    @Requires(Permission.TOKENS_MANAGE)
    @Operation(hidden = true)
    public Response make(@BeanParam TokenForm form) {
        var wrong = wrong(form);
        if (wrong != null) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(Templates.tokens(view(), form, wrong))
                    .build();
        }
        var made = tokens.make(new NewToken(form.title(), form.scopes(), Integer.parseInt(form.days())));
        return Response.ok(Templates.made(base(), made.title(), String.valueOf(made.token())))
                .build();
    }

    @POST
    @Path("/{id}/revocation")
    @Transactional
    @Requires(Permission.TOKENS_MANAGE)
    @Operation(hidden = true)
    public Response revoke(@RestPath long id) {
        tokens.revoke(id);
        return Response.seeOther(URI.create(base())).build();
    }

    private @Nullable String wrong(TokenForm form) {
        if (form.title().isBlank() || form.title().length() > LONGEST_TITLE) {
            return words.say().tokenWithoutTitle();
        } else if (form.scopes().isEmpty()) {
            return words.say().tokenWithoutScopes();
        }
        return form.days().matches("\\d{1,3}")
                        && Integer.parseInt(form.days()) >= 1
                        && Integer.parseInt(form.days()) <= MOST_DAYS
                ? null
                : words.say().tokenDaysWrong(MOST_DAYS);
    }

    private TokenPage view() {
        var time = page.time(access.zone());
        var lines = tokens.list(new PageRequest(null, MOST_SHOWN)).items().stream()
                .map(token -> new Line(
                        token.id(),
                        token.title(),
                        token.scopes().stream()
                                .flatMap(scope -> Permission.ofScope(scope).stream())
                                .map(this::scope)
                                .toList(),
                        words.say().validUntil(time.day(token.expiresAt())),
                        token.maker() == null ? "" : terms().follows(token.maker()),
                        token.resting(),
                        token.lastUsedAt() == null ? "" : words.say().lastUsed(time.moment(token.lastUsedAt()))))
                .toList();
        var scopes = Arrays.stream(Permission.values()).map(this::scope).toList();
        return new TokenPage(organizations.view(access.organizationId()).name(), base(), lines, scopes);
    }

    private Scope scope(Permission permission) {
        return new Scope(permission.scope(), words.permission(permission));
    }

    private StaffTermMessages terms() {
        return MessageBundles.get(
                StaffTermMessages.class, Localized.Literal.of(page.language().tag()));
    }

    private String base() {
        return "/o/" + access.slug() + "/tokens";
    }

    record TokenPage(String organization, String base, List<Line> tokens, List<Scope> scopes) {}

    /**
     * One token.
     *
     * @param follows with whose access it ends
     * @param resting whether that is over
     */
    record Line(
            long id,
            String title,
            List<Scope> scopes,
            String validUntil,
            String follows,
            boolean resting,
            String lastUsed) {}

    /** What a token may, in the reader's words, and the name that stands for it in the API. */
    record Scope(String name, String words) {}

    /** The form of a new token. */
    record TokenForm(
            @RestForm String title,
            @RestForm List<String> scopes,
            @RestForm String days) {

        static final TokenForm EMPTY = new TokenForm("", List.of(), "365");

        TokenForm {
            title = Objects.requireNonNullElse(title, "");
            days = Objects.requireNonNullElse(days, "365");
        }

        public boolean chose(Scope scope) {
            return scopes.contains(scope.name());
        }
    }
}
