package se.ringstuga.calling;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of a call, and what stood there before it was corrected.
 *
 * @param report the one that counts, as it was sent; null when it was taken back and the claim waits for another
 * @param reportedAt when the call was first reported; null without a report
 * @param former newest first
 * @param withheld texts and facts are left out, since they are for administrators only
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportHistory(
        long claimId,
        long personId,
        @Schema(implementation = CallReport.class) @Nullable JsonNode report,
        @Nullable Instant reportedAt,
        List<Former> former,
        boolean withheld) {

    /**
     * A report that was corrected or taken back.
     *
     * @param replacedBy who did so, as {@code caller:12} or {@code token:3}
     */
    public record Former(
            int number,
            @Schema(implementation = CallReport.class) JsonNode report,
            Instant reportedAt,
            Instant replacedAt,
            String replacedBy) {}
}
