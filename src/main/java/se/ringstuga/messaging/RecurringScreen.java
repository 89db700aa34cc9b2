package se.ringstuga.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A monthly broadcast as its page shows it.
 *
 * @param rule when it goes out, in plain words
 * @param approval who reads it before
 * @param next when it goes out next, the soonest first
 * @param nothing why nothing is to come; null where something is
 * @param letter how it reads
 */
record RecurringScreen(
        String slug,
        long id,
        String title,
        State state,
        String lead,
        String rule,
        String approval,
        List<String> next,
        @Nullable String nothing,
        List<Made> made,
        ComposePreview.Letter letter) {

    public String base() {
        return "/o/" + slug + "/recurring/" + id;
    }

    /** Where it stands, and what the reader may do about it. */
    record State(String words, String colour, boolean pause, boolean resume, boolean living) {}

    /**
     * What came of a month.
     *
     * @param broadcast its id; null where nothing is there
     * @param why nothing is there; null where something is
     */
    record Made(
            String month,
            @Nullable Long broadcast,
            @Nullable String why) {}

    /** In the list. */
    record Line(long id, String title, String state, String colour, String rule, String next) {}

    /** Something to choose from. */
    record Choice(String value, String words) {}

    /** What the rule's fields offer. */
    record Choices(
            List<Choice> days, List<Choice> nths, List<Choice> weekdays, List<Choice> months, List<Choice> leads) {}
}
