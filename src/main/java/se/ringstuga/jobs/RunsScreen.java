package se.ringstuga.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one job: the latest runs that did something, failed or were asked for.
 *
 * @param words what it does
 */
record RunsScreen(String slug, String name, String words, String every, List<Past> runs) {

    /** @param failure what went wrong; null where nothing did */
    record Past(
            String when,
            @Nullable String done,
            @Nullable String failure,
            @Nullable String node,
            boolean asked) {}
}
