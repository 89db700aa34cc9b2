package se.ringstuga.calling;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer and the way in.
 *
 * @param joinLink personal, shown this once; its page shows a button and no person (rule 19)
 * @param secretShownBefore true where a repeated request cannot show the link again; replace it instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreatedCaller(
        long id,
        String name,
        @Nullable String joinLink,
        @Nullable Boolean secretShownBefore) {

    static CreatedCaller of(long id, String name, String joinLink) {
        return new CreatedCaller(id, name, joinLink, null);
    }

    static CreatedCaller shownBefore(long id, String name) {
        return new CreatedCaller(id, name, null, true);
    }
}
