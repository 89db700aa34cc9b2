package se.ringstuga.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Makes a POST safe to repeat with the header {@code Idempotency-Key}: the same key with the same body has the same
 * outcome again, with another body it is refused (422), and while the first still runs it is 409. Kept for 24 hours per
 * organization, principal, method and path, in the transaction of the work itself.
 *
 * <pre>{@code
 * @POST
 * @Transactional
 * @Requires(Permission.TAGS_WRITE)
 * public RestResponse<TagView> add(@Valid NewTag wanted) {
 *     return idempotency.once(wanted, () -> created(wanted), tags::view);
 * }
 *
 * private Idempotency.Created<TagView> created(NewTag wanted) {
 *     var tag = tags.add(wanted);
 *     return Idempotency.Created.of(tag.id(), tag);
 * }
 * }</pre>
 *
 * The answer is not stored but rebuilt from the resource's id, so a secret is never kept: where the first answer showed
 * one, the rebuilt one says {@code secretShownBefore: true} instead. A refused request stores nothing and may be repeated.
 */
@ApplicationScoped
public class Idempotency {

    /** In the API's document too: {@code @Parameter(ref = Idempotency.HEADER)} on whatever honours it. */
    public static final String HEADER = "Idempotency-Key";

    static final int LONGEST_KEY = 255;

    private final RoutingContext request;
    private final Requester requester;
    private final IdempotencyRecords records;
    private final ObjectMapper mapper;
    private final Clock clock;

    Idempotency(
            RoutingContext request, Requester requester, IdempotencyRecords records, ObjectMapper mapper, Clock clock) {
        this.request = request;
        this.requester = requester;
        this.records = records;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Does the work unless it was done before. Call it inside the transaction of the work.
     *
     * @param body what the client sent, as it was read; null for an empty body
     * @param work makes the resource; runs at most once a key
     * @param again rebuilds the answer from the resource's id
     */
    public <T> RestResponse<T> once(@Nullable Object body, Supplier<Created<T>> work, LongFunction<T> again) {
        return once(body, work, (_, id) -> again.apply(id));
    }

    /** The same for an answer that tells whether something was created or was there. */
    public <T> RestResponse<T> once(@Nullable Object body, Supplier<Created<T>> work, Rebuilt<T> again) {
        var key = request.request().getHeader(HEADER);
        return key == null ? answer(work.get()) : once(key, body, work, again);
    }

    /**
     * The same for a page's form, which carries its key as a field: pressed twice it is pressed once. The second press waits for
     * the first, since it is the one whose answer the browser shows.
     *
     * @param key drawn when the form was shown; whoever takes it out does without
     */
    public <T> T pressedOnce(String key, Object form, Supplier<Created<T>> work, LongFunction<T> again) {
        if (key.isBlank()) {
            return work.get().answer();
        }
        records.await(place(key));
        return once(key, form, work, (_, id) -> again.apply(id)).getEntity();
    }

    private IdempotencyRecords.Place place(String key) {
        return new IdempotencyRecords.Place(
                requester.organizationId(),
                requester.principal(),
                request.request().method().name(),
                request.normalizedPath(),
                key);
    }

    private <T> RestResponse<T> once(String key, @Nullable Object body, Supplier<Created<T>> work, Rebuilt<T> again) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidInput(
                    List.of(new Violation(HEADER, "header", "must have 1 to " + LONGEST_KEY + " characters")));
        }
        var place = place(key);
        var hash = hash(body);
        var now = clock.instant();
        records.lock(place);
        var before = records.find(place, now);
        if (before.isEmpty()) {
            var created = work.get();
            records.store(place, hash, new IdempotencyRecords.Outcome(created.status(), created.id()), now);
            return answer(created);
        }
        if (!before.get().bodyHash().equals(hash)) {
            throw new KeyUsedDifferently();
        }
        var outcome = before.get().outcome();
        return RestResponse.status(
                RestResponse.Status.fromStatusCode(outcome.status()), again.of(outcome.status(), outcome.resourceId()));
    }

    private static <T> RestResponse<T> answer(Created<T> created) {
        return RestResponse.status(RestResponse.Status.fromStatusCode(created.status()), created.answer());
    }

    private String hash(@Nullable Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.valueOf(request.request().query()).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(mapper.writeValueAsBytes(body)));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Rebuilds an answer from the status it had and the resource's id. */
    @FunctionalInterface
    public interface Rebuilt<T> {
        T of(int status, long id);
    }

    /**
     * What the work made.
     *
     * @param status of the answer, normally 201
     * @param id of the resource, from which the answer can be rebuilt
     */
    public record Created<T>(int status, long id, T answer) {

        private static final int CREATED = 201;

        public static <T> Created<T> of(long id, T answer) {
            return new Created<>(CREATED, id, answer);
        }
    }

    /** 422: the key came before with another body. */
    static final class KeyUsedDifferently extends Problem {
        KeyUsedDifferently() {
            super(
                    422,
                    "idempotency-key-reused",
                    "The Idempotency-Key was used for another request",
                    "A key belongs to one body; make a new key for a new request.");
        }
    }

    /** 409: the first request with this key has not finished. */
    static final class StillRunning extends Conflict {
        StillRunning() {
            super(
                    "request-running",
                    "The same request is still running",
                    "A request with this Idempotency-Key is being handled; ask again in a moment.");
        }
    }
}
