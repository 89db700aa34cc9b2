package se.ringstuga.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Settles the language of a page once: the rest of the request, message bundles included, reads it from
 * {@code Accept-Language}. {@code ?lang=en} on any page remembers the choice and shows the same page again, so the link
 * that switches never has to carry an address that may hold a secret.
 */
class LanguageFilter {

    static final String COOKIE = "language";
    private static final String PARAMETER = "lang";

    @ServerRequestFilter(preMatching = true)
    public @Nullable Response settle(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().startsWith("/api/")) {
            return null;
        }
        Optional<Language> switched =
                Language.ofTag(request.getUriInfo().getQueryParameters().getFirst(PARAMETER));
        if (switched.isPresent() && HttpMethod.GET.equals(request.getMethod())) {
            return Response.seeOther(request.getUriInfo()
                            .getRequestUriBuilder()
                            .replaceQueryParam(PARAMETER)
                            .build())
                    .cookie(remembering(switched.get()))
                    .build();
        }
        Cookie chosen = request.getCookies().get(COOKIE);
        Language language = Language.preferred(
                chosen == null ? null : chosen.getValue(), request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, language.tag());
        return null;
    }

    private static NewCookie remembering(Language language) {
        return new NewCookie.Builder(COOKIE)
                .value(language.tag())
                .path("/")
                .maxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()))
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
