package se.ringstuga.messaging;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.InvalidInput;

/**
 * One message to one person.
 *
 * @param purpose why it is sent, never CALL; INFORMATION when absent
 * @param text may have fields, such as {@code {förnamn|du}}
 * @param subject of an email
 * @param senderId of an SMS; the nearest sender when absent
 * @param notAfter it is not sent later; two days from now when absent, at most two years ahead
 * @param aboutChange it tells of a meeting that was moved or cancelled, and goes also when nothing is left of the SMS budget (rule
 *     23); a NOTICE or REMINDER alone; false when absent
 */
public record NewMessage(
        @NotNull Long personId,
        @NotNull Channel channel,
        @Nullable Purpose purpose,
        @NotBlank @Size(max = 20_000) String text,
        @Nullable @Size(max = 200) String subject,
        @Nullable Long senderId,
        @Nullable Instant notAfter,
        @Nullable Boolean aboutChange) {

    /** @throws InvalidInput for what tells of no meeting: a budget would be none that everything may pass by */
    boolean beyondBudget(Purpose checked) {
        var wanted = Boolean.TRUE.equals(aboutChange);
        if (wanted && checked != Purpose.NOTICE && checked != Purpose.REMINDER) {
            throw new InvalidInput("aboutChange", "goes with the purposes NOTICE and REMINDER alone");
        }
        return wanted;
    }
}
