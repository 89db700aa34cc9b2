package se.ringstuga.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** API tokens of an organization. */
@Path("/api/organizations/{slug}/tokens")
@RunOnVirtualThread
@Tag(name = "Tokens")
class TokensResource {

    private final ApiTokens tokens;
    private final Idempotency idempotency;

    TokensResource(ApiTokens tokens, Idempotency idempotency) {
        this.tokens = tokens;
        this.idempotency = idempotency;
    }

    @GET
    @Requires(Permission.TOKENS_MANAGE)
    @Operation(summary = "The tokens that work, without their secrets")
    public Page<TokenView> list(@BeanParam PageRequest page) {
        return tokens.list(page);
    }

    @POST
    @Transactional
    @Requires(Permission.TOKENS_MANAGE)
    @Parameter(ref = Idempotency.HEADER)
    @Operation(summary = "Make a token; the answer is the only one that shows it")
    public RestResponse<TokenView> make(@Valid @NotNull NewToken wanted) {
        return idempotency.once(
                wanted,
                () -> created(tokens.make(wanted)),
                id -> tokens.view(id).shownBefore());
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Requires(Permission.TOKENS_MANAGE)
    @Operation(summary = "Revoke a token at once")
    public void revoke(long id) {
        tokens.revoke(id);
    }

    private static Idempotency.Created<TokenView> created(TokenView token) {
        return Idempotency.Created.of(token.id(), token);
    }
}
