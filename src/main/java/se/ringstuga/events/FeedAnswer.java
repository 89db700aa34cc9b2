package se.ringstuga.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A feed as an answer: kept for some minutes, and not sent again while it is the same. */
final class FeedAnswer {

    static final String TYPE = "text/calendar;charset=UTF-8";

    private static final int TAG_BYTES = 16;
    private static final String KEPT = ", max-age=300";

    private FeedAnswer() {}

    static Response toEverybody(String feed, Request request) {
        return answer(feed, request)
                .header(HttpHeaders.CACHE_CONTROL, "public" + KEPT)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Kept by nobody between us and its owner. */
    static Response toOne(String feed, Request request) {
        return answer(feed, request)
                .header(HttpHeaders.CACHE_CONTROL, "private" + KEPT)
                .build();
    }

    private static Response.ResponseBuilder answer(String feed, Request request) {
        var tag = new EntityTag(hash(feed));
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged == null
                ? Response.ok(feed, TYPE)
                        .tag(tag)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"ringstuga.ics\"")
                : unchanged.tag(tag);
    }

    private static String hash(String feed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(feed.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
