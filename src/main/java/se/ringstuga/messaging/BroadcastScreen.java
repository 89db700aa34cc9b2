package se.ringstuga.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast as its page shows it.
 *
 * @param lead how, what and to whom, in one line
 * @param history who wrote and approved it
 * @param draft what is to be known before it is approved; null afterwards
 * @param progress what has become of it; null before
 */
record BroadcastScreen(
        String slug,
        long id,
        String title,
        boolean sms,
        String lead,
        List<String> history,
        ComposePreview.Letter letter,
        boolean maySend,
        @Nullable Draft draft,
        @Nullable Progress progress) {

    public String base() {
        return "/o/" + slug + "/broadcasts/" + id;
    }

    /**
     * Before approval.
     *
     * @param who null where it cannot be sent as it is now
     * @param recipients how many get it
     * @param key by which a test that is asked for twice is known
     * @param own its reader wrote it or changed it last, and so sends it rather than approves it
     * @param second why somebody else must approve it; null where the reader may
     * @param seen what the approval is for
     * @param trouble why it cannot be sent; null where it can
     */
    record Draft(
            ComposePreview.@Nullable Who who,
            long recipients,
            String when,
            String goesOut,
            boolean own,
            @Nullable String second,
            SeenDraft seen,
            @Nullable String trouble,
            String key) {

        public boolean maySend() {
            return recipients > 0 && second == null;
        }
    }

    /**
     * While and after it is sent.
     *
     * @param mark the same as long as nothing moved
     * @param said where it stands, in a sentence
     * @param byEmail how many get an e-mail instead of an SMS, in a sentence; null for nobody
     * @param every seconds after which the page asks again; 0 when nothing more can come
     */
    record Progress(
            String mark,
            String state,
            String colour,
            String said,
            List<BroadcastTerm> equation,
            List<Part> bar,
            List<BroadcastTerm> failed,
            List<BroadcastTerm> skipped,
            boolean unknown,
            @Nullable String byEmail,
            Actions actions,
            int every) {}

    /** A part of the bar in thousandths of its width. */
    record Part(long from, long width, String colour) {}

    /** @param mark the same as long as the same buttons stand there */
    record Actions(String mark, boolean stop, boolean pause, boolean resume, boolean cancel) {

        public boolean any() {
            return stop || pause || resume || cancel;
        }
    }
}
