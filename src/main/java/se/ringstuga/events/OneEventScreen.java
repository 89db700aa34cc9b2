package se.ringstuga.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an organizer's page of one event shows. */
final class OneEventScreen {

    private OneEventScreen() {}

    /**
     * The page.
     *
     * @param facts what there is to say in one line each
     * @param may what can be done now
     * @param filters the states of those who come, with how many there are
     * @param search what was typed
     * @param next the rest of the list; null on its last page
     * @param adding what was looked for in the register, and who was found
     * @param news what has just happened
     */
    record Screen(
            Head head,
            List<String> facts,
            String html,
            May may,
            List<Filter> filters,
            String status,
            String search,
            List<Line> comers,
            @Nullable String next,
            Adding adding,
            @Nullable String attendance,
            OneEventScreens.News news) {}

    record Head(
            long id,
            String slug,
            String base,
            String title,
            EventStaffWords.State state,
            String when,
            @Nullable String where,
            @Nullable String publicPage,
            @Nullable String series) {}

    record May(
            boolean write,
            boolean publish,
            boolean cancel,
            boolean door,
            boolean add,
            boolean finish,
            boolean reopen,
            boolean copy) {}

    record Filter(String value, String words, long count, boolean current) {}

    /** @param status in words */
    record Line(
            long id,
            @Nullable Long personId,
            String name,
            boolean guest,
            String status,
            String about,
            boolean mayTakeAway) {}

    record Adding(String search, List<Found> people) {

        /** Whether somebody was looked for and nobody found. */
        public boolean inVain() {
            return !search.isEmpty() && people.isEmpty();
        }
    }

    record Found(long id, String name, String about) {}
}
