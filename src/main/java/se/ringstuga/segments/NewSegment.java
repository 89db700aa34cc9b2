package se.ringstuga.segments;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;

/**
 * A segment as it is written, the first time or anew.
 *
 * @param title 1 to 200 characters
 */
public record NewSegment(
        @Nullable String title,

        @Schema(type = SchemaType.OBJECT, description = FilterJson.DESCRIPTION, examples = FilterJson.EXAMPLE) @Nullable
        JsonNode filter) {

    private static final int MAX_TITLE = 200;

    String checkedTitle() {
        String given = title == null ? "" : title.strip();
        if (given.isEmpty() || given.length() > MAX_TITLE) {
            throw new InvalidInput("title", "must have 1 to " + MAX_TITLE + " characters");
        }
        if (ControlCharacters.in(given)) {
            throw new InvalidInput("title", ControlCharacters.REFUSED);
        }
        return given;
    }

    String checkedFilter(FilterReader filters, long organizationId) {
        filters.read(filter, "filter", organizationId);
        return String.valueOf(filter);
    }
}
