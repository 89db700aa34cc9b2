package se.ringstuga.automations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An automation that is about to be switched on.
 *
 * @param count how many fit, as whoever decides has seen it
 * @param sends how many of them get the first message and why the others do not
 * @param people some of them, by name
 * @param makes what is made because nobody has chosen any
 * @param hindrance why whoever reads it may not take them in; null where they may
 * @param mayAsk whether another organizer can be asked to do it
 * @param asked that somebody has asked for it; null where nobody has
 * @param wrong why it was not switched on; null before it was tried
 */
record ActivationScreen(
        String slug,
        String base,
        String title,
        long count,
        String matching,
        @Nullable String moved,
        List<String> sends,
        List<String> people,
        @Nullable String more,
        List<String> makes,
        List<DatedLine> begins,
        @Nullable String hindrance,
        boolean mayAsk,
        @Nullable String asked,
        @Nullable String wrong) {}
