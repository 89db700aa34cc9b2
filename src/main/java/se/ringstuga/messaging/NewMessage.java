package se.ringstuga.messaging;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;

/**
 * One message to one person.
 *
 * @param purpose why it is sent; INFORMATION when absent
 * @param text may have fields, such as {@code {förnamn|du}}
 * @param subject of an email
 * @param senderId of an SMS; the nearest sender when absent
 * @param notAfter it is not sent later; two days from now when absent
 */
public record NewMessage(
        @NotNull Long personId,
        @NotNull Channel channel,
        @Nullable Purpose purpose,
        @NotBlank @Size(max = 20_000) String text,
        @Nullable @Size(max = 200) String subject,
        @Nullable Long senderId,
        @Nullable Instant notAfter) {}
