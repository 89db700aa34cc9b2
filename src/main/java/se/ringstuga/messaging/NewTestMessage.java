package se.ringstuga.messaging;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;

/**
 * A text as it would arrive, sent to oneself before it is saved.
 *
 * @param personId who one is in the register; the person with the address one signs in with when absent
 */
record NewTestMessage(
        @NotNull Channel channel,
        @NotBlank @Size(max = 20_000) String text,
        @Nullable @Size(max = 200) String subject,
        @Nullable Long senderId,
        @Nullable Long personId) {

    static NewTestMessage of(BroadcastView broadcast, @Nullable Long personId) {
        return new NewTestMessage(
                broadcast.channel(), broadcast.text(), broadcast.subject(), broadcast.senderId(), personId);
    }
}
