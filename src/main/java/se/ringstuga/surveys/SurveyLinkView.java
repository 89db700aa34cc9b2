package se.ringstuga.surveys;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's own link to a survey.
 *
 * @param link the address, in the answer that made it and never again
 * @param secretShownBefore true when a repeated request asks for a link that was shown
 * @param usedAt when the member first answered through it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SurveyLinkView(
        long id,
        long surveyId,
        @Nullable String link,
        @Nullable Boolean secretShownBefore,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    static SurveyLinkView of(Tuple row) {
        return new SurveyLinkView(
                row.get("id", Long.class),
                row.get("survey_id", Long.class),
                null,
                null,
                row.get("created_at", Instant.class),
                row.get("expires_at", Instant.class),
                row.get("used_at", Instant.class),
                row.get("revoked_at", Instant.class));
    }

    SurveyLinkView shown(String address) {
        return new SurveyLinkView(id, surveyId, address, null, createdAt, expiresAt, usedAt, revokedAt);
    }

    SurveyLinkView shownBefore() {
        return new SurveyLinkView(id, surveyId, null, true, createdAt, expiresAt, usedAt, revokedAt);
    }
}
