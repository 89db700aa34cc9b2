package se.ringstuga.surveys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An option of a choice: its text, or with its id where an existing one is kept or worded anew. */
@Schema(description = "A text, or {id, text} to keep an option of the version before")
public record NewOption(@Nullable Long id, @Nullable String text) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static NewOption of(@JsonProperty("id") @Nullable Long id, @JsonProperty("text") @Nullable String text) {
        return new NewOption(id, text);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewOption ofText(String text) {
        return new NewOption(null, text);
    }
}
