package se.ringstuga.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one number and the organization have written to each other, in short.
 *
 * @param phone what the texts seem to come from: a number in E.164, a short one, or a name
 * @param people who has the number, as far as the organization sees, at most 20; nobody for one that is not known
 * @param text their latest
 * @param textId the id of that one: who sends it along with an answer says how far they have read; null where it is gone
 * @param waiting how many of theirs nobody has answered or handled
 * @param handledBy who answered or handled it last
 */
public record ConversationView(
        long id,
        String phone,
        @JsonInclude List<Known> people,
        String text,
        @Nullable Long textId,
        Instant receivedAt,
        int waiting,
        @Nullable Instant waitingSince,
        @Nullable Instant handledAt,
        @Nullable String handledBy) {

    /** Somebody who has the number. */
    public record Known(long id, String name) {}

    List<Long> personIds() {
        return people.stream().map(Known::id).toList();
    }
}
