package se.ringstuga.organizations;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;

/**
 * A break to be decided on, or a day to be open.
 *
 * @param name of what recurs at days of one's own or happens once; the proposed kinds have none
 * @param firstOn likewise
 * @param lastOn inclusive; the first day unless given
 * @param open true for "we work as usual then": declines what is proposed, or opens days that are closed otherwise
 */
public record NewClosedDay(
        @NotNull ClosedDay.Kind kind,

        @Nullable
        @Size(min = 1, max = 100)
        @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED)
        String name,

        @Nullable LocalDate firstOn,
        @Nullable LocalDate lastOn,
        @Nullable Boolean open) {

    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 5;

    public static NewClosedDay proposed(ClosedDay.Kind kind, boolean open) {
        return new NewClosedDay(kind, null, null, null, open);
    }

    /** Refuses what does not go together, each field by its name. */
    NewClosedDay checked(LocalDate today) {
        var wrong = new ArrayList<Violation>();
        if (kind.proposed()) {
            refuse(wrong, name != null, "name", "is given by the kind");
            refuse(wrong, firstOn != null, "firstOn", "is given by the kind");
            refuse(wrong, lastOn != null, "lastOn", "is given by the kind");
        } else {
            refuse(wrong, name == null || name.isBlank(), "name", "is required");
            checkDays(wrong, today);
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return firstOn == null || lastOn != null ? this : new NewClosedDay(kind, name, firstOn, firstOn, open);
    }

    private void checkDays(List<Violation> wrong, LocalDate today) {
        if (firstOn == null) {
            refuse(wrong, true, "firstOn", "is required");
            return;
        }
        refuse(
                wrong,
                firstOn.isBefore(today.minusYears(YEARS_BACK)) || firstOn.isAfter(today.plusYears(YEARS_AHEAD)),
                "firstOn",
                "must lie between a year ago and %d years ahead".formatted(YEARS_AHEAD));
        refuse(
                wrong,
                lastOn != null && (lastOn.isBefore(firstOn) || !lastOn.isBefore(firstOn.plusYears(1))),
                "lastOn",
                "must not be before the first day, and within a year of it");
    }

    private static void refuse(List<Violation> wrong, boolean is, String field, String message) {
        if (is) {
            wrong.add(Violation.body(field, message));
        }
    }
}
