package se.ringstuga.organizations;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * An organization as others see it.
 *
 * @param parentId the organization above, null at the top
 * @param version one more with each change
 * @param callingFrom local time of day; null: as the organization above
 */
public record OrganizationView(
        long id,
        String slug,
        String name,
        Organization.Kind kind,
        @Nullable Long parentId,
        String timeZone,
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime callingFrom,
        @JsonFormat(pattern = "HH:mm") @Nullable LocalTime callingTo,
        boolean callUnder16,
        Organization.Digest digest,
        boolean publicCalendar,
        int version) {

    static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.id,
                organization.slug,
                organization.name,
                organization.kind,
                organization.parentId,
                organization.timeZone,
                organization.callingFrom,
                organization.callingTo,
                organization.callsUnder16(),
                organization.digest(),
                organization.hasPublicCalendar(),
                organization.version);
    }
}
