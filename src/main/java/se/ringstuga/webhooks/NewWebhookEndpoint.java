package se.ringstuga.webhooks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import se.ringstuga.http.ControlCharacters;

/**
 * A place to be told.
 *
 * @param address https, on the public internet
 * @param types what it wants to hear of; more may come, so none is not all
 */
record NewWebhookEndpoint(
        @NotBlank @Size(max = 100) @Pattern(regexp = ControlCharacters.NONE, message = ControlCharacters.REFUSED)
        String title,

        @NotBlank @Size(max = EndpointAddress.LONGEST) String address,

        @NotNull @Size(min = 1, max = 40) List<@NotNull WebhookType> types) {}
