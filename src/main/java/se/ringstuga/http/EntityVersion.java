package se.ringstuga.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two people from overwriting each other. An answer carries its version as {@code ETag: "7"}
 * ({@link #answer}); a change may send it back as {@code If-Match} and is refused with 412 when the thing has changed
 * since ({@link #require}). Without the header the last one wins, as everywhere on the web.
 *
 * <pre>{@code
 * @PATCH
 * public RestResponse<PersonView> change(long id, @HeaderParam("If-Match") @Nullable String ifMatch, PersonChanges changes) {
 *     EntityVersion.require(ifMatch, person.version);
 *     …
 *     return EntityVersion.answer(view, person.version);
 * }
 * }</pre>
 */
public final class EntityVersion {

    private EntityVersion() {}

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** 200 with the version in {@code ETag}. */
    public static <T> RestResponse<T> answer(T body, int version) {
        return answer(body, version, RestResponse.StatusCode.OK);
    }

    /** The same with another status, such as 201. */
    public static <T> RestResponse<T> answer(T body, int version, int status) {
        return RestResponse.ResponseBuilder.<T>create(status)
                .entity(body)
                .header(HttpHeaders.ETAG, tag(version))
                .build();
    }

    /**
     * Refuses a change that was made against an older version.
     *
     * @param ifMatch the header as it came; null means that the client does not mind
     * @throws ChangedSince when none of its tags is the current version
     */
    public static void require(@Nullable String ifMatch, int current) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        if (!List.of(ifMatch.strip().split("\\s*,\\s*")).contains(tag(current))) {
            throw new ChangedSince(current);
        }
    }

    /** 412: somebody changed it after the client read it. */
    public static final class ChangedSince extends Problem {
        ChangedSince(int current) {
            super(
                    412,
                    "changed-since",
                    "It was changed after you read it",
                    "Read it again, compare, and send your change with the new ETag.");
            with("currentVersion", tag(current));
        }
    }
}
