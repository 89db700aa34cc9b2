package se.ringstuga.organizations;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;

/** What must hold of an organization's fields, told with the field's name. */
final class OrganizationRules {

    private final List<Violation> violations = new ArrayList<>();

    OrganizationRules timeZone(@Nullable String zone) {
        return require(
                zone == null || ZoneId.getAvailableZoneIds().contains(zone),
                "timeZone",
                "is no IANA time zone, such as Europe/Stockholm");
    }

    /** @param field the path of the end time, which is where a faulty pair is told */
    OrganizationRules hours(String field, @Nullable LocalTime from, @Nullable LocalTime to) {
        if (from == null || to == null) {
            return require(from == null && to == null, field, "calling hours need both a beginning and an end");
        }
        return require(from.isBefore(to), field, "must be later than the beginning");
    }

    OrganizationRules require(boolean holds, String field, String message) {
        if (!holds) {
            violations.add(Violation.body(field, message));
        }
        return this;
    }

    void check() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
