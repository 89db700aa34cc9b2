package se.ringstuga.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Whoever reads pages gets errors as a page with a next step; programs keep their problem document. */
class PageErrors {

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/q/", "/hooks/", "/assets/");

    @CheckedTemplate(basePath = "PageErrors")
    static class Templates {
        static native TemplateInstance error(Kind kind);

        private Templates() {}
    }

    /** What the reader is told; the status says which. */
    enum Kind {
        UNAUTHORIZED,
        FORBIDDEN,
        MISSING,
        TOO_MANY,
        REFUSED,
        FAILED;

        static Kind of(int status) {
            return switch (status) {
                case 401 -> UNAUTHORIZED;
                case 403 -> FORBIDDEN;
                case 404, 405, 406, 410 -> MISSING;
                case 429 -> TOO_MANY;
                default -> status < 500 ? REFUSED : FAILED;
            };
        }
    }

    private final PageContext page;

    @Inject
    PageErrors(PageContext page) {
        this.page = page;
    }

    @ServerResponseFilter
    public void show(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 || alreadyPage(response) || !readsPages(request)) {
            return;
        }
        String html = Templates.error(Kind.of(response.getStatus()))
                .setLocale(page.language().locale())
                .render();
        response.setEntity(html, new Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    /** A form that comes back with what is wrong in it is a page of its own. */
    private static boolean alreadyPage(ContainerResponseContext response) {
        @Nullable MediaType type = response.getMediaType();
        return response.getEntity() instanceof TemplateInstance
                || (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
    }

    private static boolean readsPages(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML)
                && FOR_PROGRAMS.stream().noneMatch(request.getUriInfo().getPath()::startsWith);
    }
}
