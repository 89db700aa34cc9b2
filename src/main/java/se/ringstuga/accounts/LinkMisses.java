package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import se.ringstuga.http.ClientAddress;
import se.ringstuga.http.NotFound;

/**
 * Guards every personal link (rule 28): unknown, used and expired ones look the same, and whoever misses twenty times a
 * minute is answered 429 for the rest of it, also to links that exist.
 *
 * <pre>{@code
 * misses.check();
 * var link = links.find(secret).orElseThrow(misses::missed);
 * }</pre>
 */
@ApplicationScoped
public class LinkMisses {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ALLOWED = 20;

    private final RateLimit limit;
    private final ClientAddress address;

    LinkMisses(RateLimit limit, ClientAddress address) {
        this.limit = limit;
        this.address = address;
    }

    /** Call it before looking a link up. */
    public void check() {
        limit.check(key(), WINDOW, ALLOWED);
    }

    /** Counts a miss and gives the answer to throw: the same 404 whatever was wrong with the link. */
    public NotFound missed() {
        limit.hit(key(), WINDOW, ALLOWED);
        return new NotFound();
    }

    private String key() {
        return "link:" + address.value();
    }
}
