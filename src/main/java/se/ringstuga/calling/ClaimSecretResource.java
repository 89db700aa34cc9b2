package se.ringstuga.calling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.OpenToAll;

/** Takes a report from whoever holds the claim's own secret, when there is no session or token any more (rule 17). */
@Path("/api/claims/{id}/report")
@RunOnVirtualThread
@Tag(name = "Calls")
class ClaimSecretResource {

    private final Reports reports;
    private final ReportTurns turns;
    private final LinkMisses misses;

    ClaimSecretResource(Reports reports, ReportTurns turns, LinkMisses misses) {
        this.reports = reports;
        this.turns = turns;
        this.misses = misses;
    }

    /** An unknown claim and a wrong secret look the same, and guessing ends in waiting. */
    @PUT
    @OpenToAll
    @Operation(
            summary =
                    "Report a call with the claim's own secret instead of a token, for 24 hours after the claim has ended")
    public ReportView report(
            long id,
            @HeaderParam("Claim-Secret") @Nullable String secret,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = CallReport.class)))
                    @Nullable
                    JsonNode report) {
        misses.check();
        if (secret == null || !reports.opens(id, secret)) {
            throw misses.missed();
        }
        JsonNode body = report == null ? MissingNode.getInstance() : report;
        return turns.of(() -> reports.reportWithSecret(id, secret, body));
    }
}
