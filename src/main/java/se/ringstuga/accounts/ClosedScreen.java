package se.ringstuga.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * The page of closed days.
 *
 * @param closedNow that it is closed today and until when, in a sentence; null on an open day
 * @param refused why a decision was not taken; null when none was refused
 */
record ClosedScreen(
        String slug,
        String organization,
        boolean mayChange,
        @Nullable String closedNow,
        List<Proposal> proposals,
        List<Line> decided,
        List<String> next,
        PageForm form,
        @Nullable String refused) {

    /** @param kind as it is sent */
    record Proposal(String kind, String name, String hint) {}

    /**
     * @param inherited decided above; {@code kind} is then what can be opened here, null where it has days of its own
     */
    record Line(
            long id,
            String name,
            String when,
            boolean open,
            boolean inherited,
            @Nullable String kind) {}
}
