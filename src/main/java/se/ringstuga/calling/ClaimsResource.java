package se.ringstuga.calling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** Persons handed out to callers, one at a time. */
@Path("/api/organizations/{slug}")
@RunOnVirtualThread
@Tag(name = "Calls")
class ClaimsResource {

    private final Claims claims;
    private final OpenClaims openClaims;
    private final Reports reports;
    private final ReportTurns turns;
    private final ReportHistories histories;
    private final Access access;

    ClaimsResource(
            Claims claims,
            OpenClaims openClaims,
            Reports reports,
            ReportTurns turns,
            ReportHistories histories,
            Access access) {
        this.claims = claims;
        this.openClaims = openClaims;
        this.reports = reports;
        this.turns = turns;
        this.histories = histories;
        this.access = access;
    }

    /** Who is to call. */
    record ClaimWanted(@NotNull Long callerId) {}

    @POST
    @Path("/call-assignments/{id}/claims")
    @Requires(Permission.CALLS_CALL)
    @Operation(
            summary = "Hand the next person to a caller: 201 a new claim, 200 the caller's open one, 409 queue-empty")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public RestResponse<ClaimView> claim(long id, @Valid @NotNull ClaimWanted wanted) {

        var claimed = claims.claim(scope(), id, wanted.callerId());
        return RestResponse.status(
                claimed.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, claimed.claim());
    }

    @GET
    @Path("/claims/{id}")
    @Requires(Permission.CALLS_CALL)
    @Transactional
    @Operation(summary = "One claim, as its caller sees it")
    public ClaimView get(long id) {
        return openClaims.show(scope(), id);
    }

    @PUT
    @Path("/claims/{id}/lease")
    @Requires(Permission.CALLS_CALL)
    @Operation(summary = "Keep the person for longer")
    public ClaimView renew(long id) {
        return claims.renew(scope(), id);
    }

    @DELETE
    @Path("/claims/{id}")
    @Requires(Permission.CALLS_CALL)
    @Operation(summary = "Give the person back without a call")
    public void skip(long id, @QueryParam("reason") @Nullable SkipReason reason) {
        claims.skip(scope(), id, reason);
    }

    @PUT
    @Path("/claims/{id}/report")
    @Requires(Permission.CALLS_CALL)
    @Operation(summary = "Report a call; the same report again answers the same, a different one is 409")
    public ReportView report(
            long id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = CallReport.class)))
                    @Nullable
                    JsonNode report) {
        return turns.of(() -> reports.report(scope(), id, body(report)));
    }

    @GET
    @Path("/claims/{id}/report")
    @Requires(Permission.CALLS_MANAGE)
    @Transactional
    @Operation(
            summary =
                    "What was reported, and what stood there before a correction; what was said with a threat is for administrators only")
    public ReportHistory reported(long id) {
        return histories.of(scope(), id, access.administrator());
    }

    @PUT
    @Path("/claims/{id}/correction")
    @Requires(Permission.CALLS_CALL)
    @Operation(
            summary =
                    "Correct a report; the former one is kept. One that told of a threat is corrected by administrators only")
    public ReportView correct(
            long id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = CallReport.class)))
                    @Nullable
                    JsonNode report) {
        return turns.of(() -> reports.correct(scope(), id, body(report), access.administrator()));
    }

    @DELETE
    @Path("/claims/{id}/report")
    @Requires(Permission.CALLS_CALL)
    @Operation(summary = "Take a report back within 30 seconds; the claim is open again")
    public ClaimView undo(long id) {
        return turns.of(() -> reports.undo(scope(), id));
    }

    private static JsonNode body(@Nullable JsonNode sent) {
        return sent == null ? MissingNode.getInstance() : sent;
    }

    private CallScope scope() {
        return CallScope.of(access.organizationId(), access.actor());
    }
}
