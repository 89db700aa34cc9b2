package se.ringstuga.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whoever put messages in line looks at what they are about once more, in the transaction that takes them out: the meeting may
 * have been moved meanwhile, the flow may have been paused. Each feature that sends for a reason of its own has one.
 *
 * <p>It is asked with the lane, its sender and the messages locked, so it must wait for nobody who may wait for these. It may
 * lock the rows that its messages are about, in the order of their ids, and write what it decides beside them.
 */
public interface LastLook {

    /** Whose messages it looks at, by {@code message.source}. */
    Set<String> sources();

    /** What the texts of these messages may name besides what every message knows. */
    List<TemplateField> fields();

    /**
     * One call for everything of one source that is about to leave.
     *
     * @param sourceIds {@code message.source_id}
     * @return a verdict for each of them; what has none does not leave
     */
    Map<Long, Verdict> look(String source, List<Long> sourceIds, Instant now);

    /** What becomes of a message. */
    sealed interface Verdict {

        /**
         * It leaves.
         *
         * @param fields values for its text by their keys, as they are at this moment
         */
        record Go(Map<String, String> fields) implements Verdict {}

        /** It is not to be sent any more. */
        record Drop(Reason reason) implements Verdict {}

        /** It waits until then, or expires where that is too late. */
        record Later(Instant at) implements Verdict {}
    }
}
