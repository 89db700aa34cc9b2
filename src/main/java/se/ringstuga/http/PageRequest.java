package se.ringstuga.http;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The paging parameters of every list: {@code cursor} and {@code limit} (1 to 200, 50 unless given). */
public record PageRequest(
        @QueryParam("cursor") @Nullable String cursor,
        @QueryParam("limit") @DefaultValue("50") int limit) {

    public PageRequest {
        if (limit < 1 || limit > 200) {
            throw InvalidInput.query("limit", "must lie between 1 and 200");
        }
    }

    public Optional<Cursor> after() {
        return Cursor.decode(cursor);
    }
}
