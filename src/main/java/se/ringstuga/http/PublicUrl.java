package se.ringstuga.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses that leave the product, in mails and join links. They come from {@code RINGSTUGA_PUBLIC_URL}, never from the
 * request's Host header, which anybody can write.
 */
@ApplicationScoped
public class PublicUrl {

    private final String base;

    PublicUrl(
            @ConfigProperty(name = "ringstuga.public-url") Optional<String> configured,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        this.base = configured
                .filter(url -> !url.isBlank())
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElse("http://localhost:" + port);
    }

    /** The whole address of a path that begins with a slash. */
    public String of(String path) {
        return base + path;
    }
}
