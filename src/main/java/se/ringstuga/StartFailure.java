package se.ringstuga;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Why the application did not start, for whoever started it. What our own code refuses, such as a setting that is missing,
 * is a sentence that needs no stack trace around it; for anything else the trace is all there is to go by.
 */
record StartFailure(Throwable failure) {

    String told() {
        var root = root();
        if (isRefusal(root)) {
            return "Ringstuga does not start: " + root.getMessage();
        }
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return "Ringstuga does not start.\n" + trace;
    }

    private Throwable root() {
        var root = failure;
        for (var cause = root.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    private static boolean isRefusal(Throwable root) {
        var frames = root.getStackTrace();
        return root instanceof IllegalStateException
                && frames.length > 0
                && frames[0].getClassName().startsWith("se.ringstuga.");
    }
}
