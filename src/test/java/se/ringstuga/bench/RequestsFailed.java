package se.ringstuga.bench;

/** Requests of a measurement failed, so its figures are worth nothing. */
final class RequestsFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int failures;

    RequestsFailed(LoadGenerator.Result result) {
        super("%d requests failed, the first with %s".formatted(result.failures(), result.firstFailure()));
        this.failures = result.failures();
    }

    int failures() {
        return failures;
    }
}
