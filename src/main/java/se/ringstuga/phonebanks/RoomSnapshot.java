package se.ringstuga.phonebanks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.calling.CallerLimit;

/**
 * An evening at one moment, worked out once for everybody who watches. No member is in it.
 *
 * @param at when it was read
 * @param goal how many the evening hopes to reach
 * @param reached people reached since it opened
 * @param answered those who filled in the whole survey
 * @param onThePhone callers who have somebody on the line
 * @param waiting those who ask to come in
 * @param pace calls in each ten minutes since it opened, at most the last two hours
 */
public record RoomSnapshot(
        long id,
        String title,
        PhoneBankView.State state,
        Instant at,
        Instant closesAt,
        @Nullable Integer goal,
        long calls,
        long reached,
        long answered,
        long onThePhone,
        Queue queue,
        List<Integer> pace,
        List<AtPhone> callers,
        List<WaitingView> waiting) {

    /**
     * Where the people of the list are; the other figures add up to {@code people}.
     *
     * @param waitingForOrganizer those of {@code resting} who wait for an organizer to look at a message
     */
    public record Queue(
            long people,
            long done,
            long beingCalled,
            long left,
            long resting,
            long withoutNumber,
            long waitingForOrganizer) {}

    /**
     * Somebody who calls this evening.
     *
     * @param since when this began; null for somebody who has not called yet
     * @param stuck whether somebody should look after them: a limit, or the same thing for too long
     * @param limit what stands in their way until it is lifted
     */
    public record AtPhone(
            long id,
            String name,
            Doing doing,
            @Nullable Instant since,
            long calls,
            long reached,
            boolean wantsHelp,
            boolean stuck,
            @Nullable CallerLimit limit) {

        /** How long this has gone on, in whole minutes. */
        public long minutes(Instant now) {
            return since == null ? 0 : Math.max(0, (now.getEpochSecond() - since.getEpochSecond()) / 60);
        }
    }

    /** What a caller is doing. */
    public enum Doing {
        /** The number was shown: on the phone, or about to tell how it went. */
        CALLING,
        /** Has somebody on the page and has not asked for the number yet. */
        READING,
        /** Between two calls. */
        BETWEEN,
        /** Has stopped for the evening. */
        GONE
    }
}
