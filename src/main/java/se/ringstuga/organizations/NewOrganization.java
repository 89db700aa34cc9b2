package se.ringstuga.organizations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;

/**
 * An organization to be made below another.
 *
 * @param slug its name in addresses: small letters, digits and hyphens, at most 63
 * @param timeZone an IANA name; Europe/Stockholm unless given
 */
public record NewOrganization(
        @NotNull Organization.Kind kind,

        @NotBlank @Size(max = 200) @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED)
        String name,

        @NotNull @Pattern(regexp = NewOrganization.SLUG, message = "small letters, digits and hyphens, at most 63")
        String slug,

        @Nullable String timeZone,
        @Nullable LocalTime callingFrom,
        @Nullable LocalTime callingTo) {

    /** What a slug looks like, wherever one is given. */
    public static final String SLUG = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    public static NewOrganization named(Organization.Kind kind, String name, String slug) {
        return new NewOrganization(kind, name, slug, null, null, null);
    }
}
