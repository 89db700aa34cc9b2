package se.ringstuga.http;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Our style sheet, scripts and icon under addresses that hold their content's hash: kept a year, fetched once. */
@Path("/assets/{hash}/{name}")
@ApplicationScoped
public class Assets {

    private static final String HTMX = "htmx.js";
    private static final String HTMX_IN_WEBJAR = "webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private final Map<String, Optional<Asset>> known = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when a template names a file that is not packaged */
    String address(String name) {
        return "/assets/%s/%s".formatted(find(name).orElseThrow(() -> new IllegalArgumentException(name)).hash, name);
    }

    /** An outdated hash (a page from before an upgrade) gets today's file, uncached, rather than none. */
    @GET
    public Response asset(@RestPath String hash, @RestPath String name) {
        return find(name)
                .map(asset -> Response.ok(asset.content)
                        .header(HttpHeaders.CONTENT_TYPE, asset.type)
                        .header(
                                HttpHeaders.CACHE_CONTROL,
                                asset.hash.equals(hash) ? "public, max-age=" + A_YEAR + ", immutable" : "no-cache")
                        .header("X-Content-Type-Options", "nosniff")
                        .build())
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }

    private Optional<Asset> find(String name) {
        return name.matches("[a-z][a-z0-9-]*\\.(css|js|svg)")
                ? known.computeIfAbsent(name, Assets::load)
                : Optional.empty();
    }

    private static Optional<Asset> load(String name) {
        String resource = "META-INF/resources/" + (name.equals(HTMX) ? HTMX_IN_WEBJAR : name);
        ClassLoader packaged = Objects.requireNonNull(Thread.currentThread().getContextClassLoader());
        try (@Nullable InputStream stream = packaged.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(Asset.of(name, stream.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Asset(String type, Buffer content, String hash) {

        static Asset of(String name, byte[] content) {
            String type = switch (name.substring(name.lastIndexOf('.'))) {
                case ".css" -> "text/css;charset=UTF-8";
                case ".js" -> "text/javascript;charset=UTF-8";
                default -> "image/svg+xml";
            };
            return new Asset(type, Buffer.buffer(content), HexFormat.of().formatHex(digest(content), 0, 8));
        }

        private static byte[] digest(byte[] content) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(content);
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException(absent);
            }
        }
    }
}
