package se.ringstuga.automations;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** Days as somebody types them: within a century, so that no calendar is left by counting on from them. */
final class FormDates {

    private static final Period FAR = Period.ofYears(100);

    private FormDates() {}

    static Optional<LocalDate> read(String typed, Clock clock) {
        try {
            var day = LocalDate.parse(typed.strip());
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            return Optional.of(day)
                    .filter(known -> known.isAfter(today.minus(FAR)) && known.isBefore(today.plus(FAR)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
