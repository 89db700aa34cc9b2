package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;

/**
 * An automation as it is written, the first time or anew.
 *
 * @param title 1 to 200 characters
 * @param definition what brings people in, and the steps
 * @param people of a changed one: what becomes of those who are in it; FINISH unless given
 */
record NewAutomation(
        @Nullable String title,

        @Schema(type = SchemaType.OBJECT, description = FlowJson.DESCRIPTION, examples = FlowJson.EXAMPLE) @Nullable
        JsonNode definition,

        @Nullable People people) {

    private static final int MOST_TITLE = 200;

    /** What becomes of people in the older version. */
    enum People {
        /** They go on by the version that they came into. */
        FINISH,
        /** They go on by the new one, from the step at which they stand. */
        MOVE
    }

    /** Whether a title would be taken. */
    static boolean isTitle(String given) {
        var title = given.strip();
        return !title.isEmpty() && title.length() <= MOST_TITLE && !ControlCharacters.in(title);
    }

    String checkedTitle() {
        var given = title == null ? "" : title.strip();
        if (given.isEmpty() || given.length() > MOST_TITLE) {
            throw new InvalidInput("title", "must have 1 to " + MOST_TITLE + " characters");
        }
        if (ControlCharacters.in(given)) {
            throw new InvalidInput("title", ControlCharacters.REFUSED);
        }
        return given;
    }
}
