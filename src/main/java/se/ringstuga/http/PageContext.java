package se.ringstuga.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.ZoneId;

/** What the layout needs of the request; in templates it is {@code cdi:page}. */
@Named("page")
@RequestScoped
public class PageContext {

    private final HttpHeaders headers;
    private final Assets assets;
    private final Clock clock;

    @Inject
    PageContext(HttpHeaders headers, Assets assets, Clock clock) {
        this.headers = headers;
        this.assets = assets;
        this.clock = clock;
    }

    /** The reader's language, settled by {@link LanguageFilter}. */
    public Language language() {
        return Language.preferred(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The address of one of our own files; it changes with the content, so browsers may keep it for ever. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** How moments are said to this reader in the organization's time zone. */
    public SpokenTime time(ZoneId zone) {
        return new SpokenTime(language(), zone, clock.instant());
    }
}
