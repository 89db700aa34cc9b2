package se.ringstuga.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.InvalidInput;

/**
 * A text to many.
 *
 * @param purpose NOTICE, WELCOME or INFORMATION; the last when absent
 * @param segmentId whose people; or {@code filter}, exactly one of the two
 * @param text may have fields, such as {@code {förnamn|du}}
 * @param subject of an email
 * @param senderId of an SMS; the nearest sender when absent
 * @param sendAt as soon as it is approved when absent; at most two years ahead
 * @param notAfter nothing of it is sent later; two days after it begins when absent; at most two years ahead
 * @param sendAtLocal {@code sendAt} as local time of the organization, {@code 2026-12-01T17:30}; at most one of the two
 * @param aboutChange it tells of a meeting that was moved or cancelled, and goes also when nothing is left of the SMS budget (rule
 *     23); a NOTICE alone; false when absent
 */
record NewBroadcast(
        @NotBlank @Size(max = 200) String title,
        @NotNull Channel channel,
        @Nullable Purpose purpose,
        @Nullable Long segmentId,
        @Nullable JsonNode filter,
        @NotBlank @Size(max = 20_000) String text,
        @Nullable @Size(max = 200) String subject,
        @Nullable Long senderId,
        @Nullable Instant sendAt,
        @Nullable Instant notAfter,
        @Nullable LocalDateTime sendAtLocal,
        @Nullable Boolean aboutChange) {

    /** @throws InvalidInput for what is no summons: a budget would be none that everything may pass by */
    boolean beyondBudget(Purpose checked) {
        var wanted = Boolean.TRUE.equals(aboutChange);
        if (wanted && checked != Purpose.NOTICE) {
            throw new InvalidInput("aboutChange", "goes with the purpose NOTICE alone");
        }
        return wanted;
    }
}
