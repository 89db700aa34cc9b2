package se.ringstuga.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the frameworks throw, told as our problems: the field as the client wrote it, and never a class name or SQL. */
class Mistakes {

    /** Before the mappers that the libraries bring. */
    private static final int FIRST = 1;

    @ServerExceptionMapper(
            value = {
                JacksonException.class,
                JsonProcessingException.class,
                MismatchedInputException.class,
                InvalidFormatException.class,
                UnrecognizedPropertyException.class
            },
            priority = FIRST)
    Response json(JacksonException mistake) {
        return ProblemMapper.answer(JsonMistake.of(mistake));
    }

    @ServerExceptionMapper(priority = FIRST)
    Response constraints(ConstraintViolationException mistake, ResourceInfo resource) {
        return ProblemMapper.answer(ConstraintMistake.of(mistake, resource.getResourceMethod()));
    }

    @ServerExceptionMapper(priority = FIRST)
    Response notFound(NotFoundException mistake, UriInfo uri) {
        return ProblemMapper.answer(
                QueryMistake.of(mistake, uri).map(Problem.class::cast).orElseGet(NotFound::new));
    }

    @ServerExceptionMapper(priority = FIRST)
    Response http(WebApplicationException mistake) {
        for (Throwable cause = mistake.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return json(json);
            } else if (cause instanceof Problem problem) {
                return ProblemMapper.answer(problem);
            }
        }
        var answer = mistake.getResponse();
        return answer.getStatus() < 400 || answer.hasEntity()
                ? answer
                : ProblemMapper.answer(new HttpRefusal(answer.getStatus()));
    }

    @ServerExceptionMapper(
            value = {Throwable.class, Exception.class, RuntimeException.class},
            priority = FIRST)
    Response unexpected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return ProblemMapper.answer(problem);
            } else if (TakenMeanwhile.isRace(cause)) {
                return ProblemMapper.answer(new TakenMeanwhile());
            } else if (Unstorable.is(cause)) {
                return ProblemMapper.answer(new Unstorable());
            }
        }
        return ProblemMapper.answer(new Unexpected(failure));
    }
}
