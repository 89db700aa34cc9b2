package se.ringstuga.calling;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Violation;

/** Local times of day, {@code HH:mm}; {@code 00:00} to {@code 23:59} is the whole day. */
public record HoursInput(
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime from,
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime to) {

    List<Violation> violations() {
        var wrong = new ArrayList<Violation>();
        if (from == null) {
            wrong.add(Violation.body("callingHours.from", "must be given as HH:mm"));
        }
        if (to == null) {
            wrong.add(Violation.body("callingHours.to", "must be given as HH:mm"));
        }
        if (from != null && to != null && !from.isBefore(to)) {
            wrong.add(Violation.body("callingHours.to", "must be later than callingHours.from"));
        }
        return wrong;
    }
}
