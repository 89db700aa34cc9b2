package se.ringstuga.segments;

import se.ringstuga.http.Violation;

/** What the syntax refuses, as it is said to somebody who builds by hand. */
final class BuilderFaults {

    private BuilderFaults() {}

    static String said(Violation fault, BuilderMessages say) {
        var message = fault.message();
        if (message.contains("personal identity number")) {
            return say.wrongIdentity();
        } else if (message.startsWith("there is no")) {
            return say.wrongGone();
        } else if (message.contains("too deep") || message.contains("too many") || message.contains("at most 50")) {
            return say.wrongTooMany();
        } else if (message.startsWith("needs exactly one of withinDays")) {
            return say.wrongBoth();
        }
        return fault.field().endsWith(".operator") ? say.wrongOperator() : say.wrongCondition();
    }
}
