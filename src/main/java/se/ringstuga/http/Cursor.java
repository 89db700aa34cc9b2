package se.ringstuga.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place in a list ordered by (sort key, id) after which a page starts; opaque to clients. */
public record Cursor(String sortKey, long id) {

    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + ":" + sortKey).getBytes(UTF_8));
    }

    /** Of a list that is ordered by a moment; a cursor of another list is refused. */
    public Instant moment() {
        try {
            return Instant.parse(sortKey);
        } catch (DateTimeParseException broken) {
            throw notOfThisList();
        }
    }

    private static InvalidInput notOfThisList() {
        return InvalidInput.query("cursor", "is not a cursor of this list; use `next` as it was given");
    }

    /** Empty for no cursor; a broken one is refused, since starting over silently would repeat the list. */
    public static Optional<Cursor> decode(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
            var colon = text.indexOf(':');
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("no text of ours");
            }
            return Optional.of(new Cursor(text.substring(colon + 1), Long.parseLong(text, 0, Math.max(colon, 0), 10)));
        } catch (IllegalArgumentException broken) {
            throw notOfThisList();
        }
    }
}
