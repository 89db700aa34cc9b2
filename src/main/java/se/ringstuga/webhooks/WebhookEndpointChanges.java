package se.ringstuga.webhooks;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.ControlCharacters;

/**
 * What to change of an endpoint; absent fields stay.
 *
 * @param on false switches it off: what happens meanwhile is not told, and what waited is put aside; true switches it on again
 */
record WebhookEndpointChanges(
        @Nullable
        @Size(min = 1, max = 100)
        @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED)
        String title,

        @Nullable @Size(min = 1, max = EndpointAddress.LONGEST)
        String address,

        @Nullable @Size(min = 1, max = 40) List<@NotNull WebhookType> types,
        @Nullable Boolean on) {}
