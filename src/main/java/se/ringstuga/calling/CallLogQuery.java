package se.ringstuga.calling;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;

/**
 * What is looked for in a log of calls.
 *
 * @param caller the id of one caller
 * @param outcome an outcome, or {@code UNREPORTED}
 * @param day {@code YYYY-MM-DD}, by the organization's clock
 */
public record CallLogQuery(
        @QueryParam("caller") @Nullable String caller,
        @QueryParam("outcome") @Nullable String outcome,
        @QueryParam("day") @Nullable String day) {

    static final String UNREPORTED = "UNREPORTED";

    CallLogs.Wanted wanted(long assignmentId, boolean administrator) {
        return new CallLogs.Wanted(assignmentId, callerId(), wantedOutcome(), date(), administrator);
    }

    private @Nullable Long callerId() {
        var typed = given(caller);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("[1-9][0-9]{0,17}")) {
            throw InvalidInput.query("caller", "must be the id of a caller");
        }
        return Long.valueOf(typed);
    }

    private @Nullable String wantedOutcome() {
        var typed = given(outcome);
        var known = typed == null
                || typed.equals(UNREPORTED)
                || Arrays.stream(Outcome.values()).anyMatch(each -> each.name().equals(typed));
        if (!known) {
            throw InvalidInput.query("outcome", "must be UNREPORTED or one of " + Arrays.toString(Outcome.values()));
        }
        return typed;
    }

    private @Nullable LocalDate date() {
        var typed = given(day);
        try {
            var date = typed == null ? null : LocalDate.parse(typed);
            if (date != null && (date.getYear() < 1970 || date.getYear() > 9000)) {
                throw InvalidInput.query("day", "must be a day of these times");
            }
            return date;
        } catch (DateTimeException unreadable) {
            throw InvalidInput.query("day", "must be a day as YYYY-MM-DD");
        }
    }

    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
