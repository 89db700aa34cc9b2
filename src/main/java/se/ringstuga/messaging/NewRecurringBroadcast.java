package se.ringstuga.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;

/**
 * A text to many that goes out every month.
 *
 * @param purpose NOTICE, WELCOME or INFORMATION; the last when absent
 * @param segmentId whose people, as the segment is each month; or {@code filter}, exactly one of the two
 * @param text may have fields, such as {@code {förnamn|du}}
 * @param leadHours how long before its time each one is made, to be read and approved; 72 when absent
 * @param byItself approved beforehand by whoever writes this, as far as the association's limit allows; false when absent
 * @param endsOn the last day on which one may go out; never when absent; at most ten years ahead
 */
record NewRecurringBroadcast(
        @NotBlank @Size(max = 200) String title,
        @NotNull Channel channel,
        @Nullable Purpose purpose,
        @Nullable Long segmentId,
        @Nullable JsonNode filter,
        @NotBlank @Size(max = 20_000) String text,
        @Nullable @Size(max = 200) String subject,
        @Nullable Long senderId,
        @NotNull @Valid MonthlyRule rule,
        @Nullable @Min(0) @Max(336) Integer leadHours,
        @Nullable Boolean byItself,
        @Nullable LocalDate endsOn) {

    private static final int USUAL_LEAD = 72;

    int lead() {
        return leadHours == null ? USUAL_LEAD : leadHours;
    }

    boolean approvedBeforehand() {
        return Boolean.TRUE.equals(byItself);
    }

    /** One of them, to be checked like any other. */
    NewBroadcast broadcast() {
        return new NewBroadcast(
                title, channel, purpose, segmentId, filter, text, subject, senderId, null, null, null, null);
    }
}
