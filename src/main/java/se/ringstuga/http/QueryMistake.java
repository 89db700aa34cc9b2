package se.ringstuga.http;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** A query parameter that cannot be read: the framework calls it "not found", which would send the client looking. */
final class QueryMistake {

    private QueryMistake() {}

    static Optional<InvalidInput> of(NotFoundException mistake, UriInfo uri) {
        for (Throwable cause = mistake.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput ours) {
                return Optional.of(ours);
            }
            var told = String.valueOf(cause.getMessage());
            var culprit = uri.getQueryParameters().entrySet().stream()
                    .filter(parameter ->
                            parameter.getValue().stream().anyMatch(value -> !value.isEmpty() && told.contains(value)))
                    .findFirst();
            if (culprit.isPresent()) {
                return Optional.of(
                        InvalidInput.query(culprit.get().getKey(), "has a value of the wrong kind for this parameter"));
            }
        }
        return Optional.empty();
    }
}
