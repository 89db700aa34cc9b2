package se.ringstuga.organizations;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;

/**
 * What to change of an organization; absent fields stay.
 *
 * @param callingHours both local times of day, or {@code "inherited": true} to follow the organization above again
 * @param callUnder16 whether people who may be under 16 by their birth year may stand in call lists (rule 5)
 * @param digest how often those who work here are told what waits for them
 * @param publicCalendar whether its public events have pages and a feed that are open to everybody
 */
public record OrganizationChanges(
        @Nullable
        @Size(min = 1, max = 200)
        @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED)
        String name,

        @Nullable String timeZone,
        @Nullable Hours callingHours,
        @Nullable Boolean callUnder16,
        Organization.@Nullable Digest digest,
        @Nullable Boolean publicCalendar) {

    public record Hours(
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable Boolean inherited) {}
}
