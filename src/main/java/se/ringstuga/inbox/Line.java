package se.ringstuga.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.MessageState;

/**
 * One text of a conversation.
 *
 * @param id of the message when it is ours, otherwise of the text that came
 * @param ours whether we wrote it
 * @param kind of theirs: TEXT, STOP, START or ANSWER; of ours what it belongs to: SINGLE, BROADCAST, ANSWER, …
 * @param state how far ours has come
 * @param reason why ours was not sent
 */
public record Line(
        long id,
        boolean ours,
        String text,
        Instant at,
        String kind,
        @Nullable MessageState state,
        @Nullable String reason) {}
