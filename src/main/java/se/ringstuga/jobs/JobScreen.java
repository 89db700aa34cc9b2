package se.ringstuga.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of jobs.
 *
 * @param said what became of a press; null without one
 * @param several whether there are other trees, so that counts are left out
 */
record JobScreen(
        String slug,
        List<Line> jobs,
        boolean several,
        @Nullable String said) {

    /**
     * @param colour of the mark
     * @param trouble what went wrong, now or before; null when nothing ever did
     */
    record Line(
            String name,
            String words,
            String every,
            String latest,
            String colour,
            @Nullable String done,
            @Nullable String trouble,
            @Nullable String next,
            @Nullable String node) {}
}
