package se.ringstuga.surveys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was written in answer to a question, without names.
 *
 * @param next where the following page is; null on the last
 */
record TextsScreen(
        String slug,
        long id,
        String title,
        String question,
        List<Text> texts,
        @Nullable String next) {

    public String base() {
        return "/o/" + slug + "/surveys/" + id;
    }

    record Text(String text, String when) {}
}
