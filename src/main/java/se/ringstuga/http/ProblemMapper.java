package se.ringstuga.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where refusals become answers; {@link Mistakes} turns everything else into a refusal first. */
class ProblemMapper {

    @ServerExceptionMapper
    Response problem(Problem problem) {
        return answer(problem);
    }

    static Response answer(Problem problem) {
        var body = HttpProblem.builder()
                .withType(URI.create("https://ringstuga.se/problems/" + problem.type()))
                .withTitle(problem.title())
                .withStatus(problem.status())
                .withDetail(problem.detail());
        problem.members().forEach(body::with);
        if (problem instanceof TooManyRequests tooMany) {
            body.withHeader(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
        }
        return body.build().toResponse();
    }
}
